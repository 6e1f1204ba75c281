import { answer, deciding, deployment, networkOf, service } from './support/network';

const WEB = deployment('web', 'shop');
const PODS = '{ containers: [{ name: main, ports: [{ name: http, containerPort: 8080 }, { name: dns, containerPort: 53, protocol: UDP }] }] }';
const STORE = deployment('store', 'data', { podSpec: PODS });
const to = (spec: string, endpoint = 'store.data:80', protocol?: string, pods = STORE): string =>
  deciding(networkOf(WEB + pods + service('store', 'data', spec)), 'web', endpoint, protocol);

describe('a Service', () => {
  test.each([
    ['serves its port', '{ selector: { app: store }, ports: [{ port: 80, targetPort: 8080 }] }', 'allowed at ingress: open'],
    ['leads to a named port of the containers', '{ selector: { app: store }, ports: [{ port: 80, targetPort: http }] }', 'allowed at ingress: open'],
    ['does not serve other ports', '{ selector: { app: store }, ports: [{ port: 81 }] }', 'blocked at service: port-not-served'],
    ['does not serve another protocol', '{ selector: { app: store }, ports: [{ port: 80, protocol: UDP }] }', 'blocked at service: port-not-served'],
    ['does not serve the port of its pods', '{ selector: { app: store }, ports: [{ port: 8000, targetPort: 80 }] }', 'blocked at service: pod-port-used'],
    ['leads nowhere by a name that no container declares', '{ selector: { app: store }, ports: [{ port: 80, targetPort: grpc }] }', 'blocked at pods: target-port-missing'],
    ['leads nowhere by a name of another protocol', '{ selector: { app: store }, ports: [{ port: 80, targetPort: dns }] }', 'blocked at pods: target-port-missing'],
    ['without a selector leads to endpoints of somebody else', '{ ports: [{ port: 80 }] }', 'unknown at pods: not-known'],
    ['stands for pods that no manifest shows', '{ selector: { app: other }, ports: [{ port: 80, targetPort: 8080 }] }', 'allowed at ingress: open'],
    ['hides the number of a named port of such pods', '{ selector: { app: other }, ports: [{ port: 80, targetPort: http }] }', 'unknown at pods: not-known'],
  ])('%s', (_, spec, expected) => expect(to(spec)).toBe(expected));

  test('leads to pods on UDP', () => {
    expect(to('{ selector: { app: store }, ports: [{ port: 53, targetPort: dns, protocol: UDP }] }', 'store.data:53', 'UDP')).toBe('allowed at ingress: open');
  });

  test('without pods has none in a closed world', () => {
    const network = networkOf(WEB + service('store', 'data', '{ selector: { app: other }, ports: [{ port: 80 }] }'), { closedWorld: true });
    expect(deciding(network, 'web', 'store.data:80')).toBe('blocked at pods: no-pods');
  });

  test('leads past Jobs to the pods that stay', () => {
    const job = '\n---\napiVersion: batch/v1\nkind: Job\nmetadata: { name: migrate, namespace: data }\nspec: { template: { metadata: { labels: { app: store } }, spec: { containers: [] } } }\n';
    const network = networkOf(WEB + STORE + job + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80, targetPort: http }] }'));
    expect(answer(network, 'web', 'store.data:80').links[2].text).toBe('its pods: data/store[Deployment], on port 8080');
  });

  test.each([
    ['a few', [81, 82], 'TCP 81, TCP 82'], ['many', [81, 82, 83, 84, 85, 86, 87], 'TCP 81, TCP 82, TCP 83, TCP 84, TCP 85 and 2 more'], ['none', [], 'no port'],
  ])('says which ports it serves: %s', (_, ports, served) => {
    const entries = ports.map(port => `{ port: ${port} }`).join(', ');
    const network = networkOf(WEB + STORE + service('store', 'data', `{ selector: { app: store }, ports: [${entries}] }`));
    expect(answer(network, 'web', 'store.data:80').deciding.text).toBe(`Service data/store does not serve TCP 80; it serves ${served}`);
  });
});

describe('a headless Service', () => {
  const headless = (ports: string): string => `{ clusterIP: None, selector: { app: store }, ports: ${ports} }`;

  test.each([
    ['leads to any port of the pods', '[{ port: 80 }]', 'store.data:9999', 'allowed at ingress: open'],
    ['does not translate its port', '[{ port: 80, targetPort: 8080 }]', 'store.data:80', 'blocked at pods: port-not-served'],
    ['serves the port of the pods', '[{ port: 80, targetPort: 8080 }]', 'store.data:8080', 'allowed at ingress: open'],
  ])('%s', (_, ports, endpoint, expected) => expect(to(headless(ports), endpoint)).toBe(expected));

  test.each([
    ['on which is not known where the pods declare no ports', [], 'unknown at pods: not-known'],
    ['on which is not known where the pods declare others', [9], 'unknown at pods: not-known'],
    ['on the target port where the pods declare it', [8080], 'blocked at pods: port-not-served'],
    ['on its own where the pods declare it', [80], 'allowed at ingress: open'],
    ['on its own where the pods declare both', [8080, 80], 'allowed at ingress: open'],
  ])('with a port and another target port serves %s', (_, ports, expected) => {
    const pods = deployment('store', 'data', { podSpec: JSON.stringify({ containers: [{ name: 'main', ports: ports.map(containerPort => ({ containerPort })) }] }) });
    expect(to(headless('[{ port: 80, targetPort: 8080 }]'), 'store.data:80', undefined, pods)).toBe(expected);
  });

  test('does not serve a port that the pods declare over another protocol', () => {
    const pods = deployment('store', 'data', { podSpec: '{ containers: [{ name: main, ports: [{ containerPort: 8080 }, { containerPort: 80, protocol: UDP }] }] }' });
    expect(to(headless('[{ port: 80, targetPort: 8080 }]'), 'store.data:80', undefined, pods)).toBe('blocked at pods: port-not-served');
  });

  const set = STORE.replace('kind: Deployment', 'kind: StatefulSet').replace('spec:\n', 'spec:\n  serviceName: store\n');

  test.each([
    ['has the names of the pods of a StatefulSet', 'store-0.store.data:80', 'allowed at ingress: open'],
    ['has no other names', 'first.store.data:80', 'blocked at pods: no-pod-name'],
    ['has no name with an ordinal that is no number', 'store-x.store.data:80', 'blocked at pods: no-pod-name'],
  ])('%s', (_, endpoint, expected) => expect(to(headless('[{ port: 80 }]'), endpoint, undefined, set)).toBe(expected));

  test.each([
    ['the last of its replicas', 'replicas: 3', 2, 'allowed at ingress: open'],
    ['one more than its replicas', 'replicas: 3', 3, 'blocked at pods: no-pod-name'],
    ['any where nobody writes replicas', 'minReadySeconds: 1', 7, 'allowed at ingress: open'],
    ['the first from the start', 'replicas: 2, ordinals: { start: 5 }', 5, 'allowed at ingress: open'],
    ['the last from the start', 'replicas: 2, ordinals: { start: 5 }', 6, 'allowed at ingress: open'],
    ['none after the last from the start', 'replicas: 2, ordinals: { start: 5 }', 7, 'blocked at pods: no-pod-name'],
    ['none before the start', 'replicas: 2, ordinals: { start: 5 }', 4, 'blocked at pods: no-pod-name'],
  ])('has the pods of a StatefulSet: %s', (_, spec, ordinal, expected) => {
    const counted = set.replace('spec:\n', `spec:\n  ${spec.replace(', ', '\n  ')}\n`);
    expect(to(headless('[{ port: 80 }]'), `store-${ordinal}.store.data:80`, undefined, counted)).toBe(expected);
  });

  test('has more pods than the replicas of a StatefulSet that an autoscaler changes', () => {
    const scaler = '\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: store, namespace: data }\nspec: { scaleTargetRef: { kind: StatefulSet, name: store } }\n';
    expect(to(headless('[{ port: 80 }]'), 'store-3.store.data:80', undefined, set.replace('spec:\n', 'spec:\n  replicas: 3\n') + scaler)).toBe('allowed at ingress: open');
  });

  test('has no names for the pods of a StatefulSet of another Service', () => {
    expect(to(headless('[{ port: 80 }]'), 'store-0.store.data:80', undefined, set.replace('serviceName: store', 'serviceName: other'))).toBe('blocked at pods: no-pod-name');
  });

  test('has the name of a pod by hostname and subdomain', () => {
    const pods = deployment('store', 'data', { podSpec: '{ hostname: main, subdomain: store, containers: [] }' });
    expect(to(headless('[{ port: 80 }]'), 'main.store.data:80', undefined, pods)).toBe('allowed at ingress: open');
  });

  test('leads to the port that is asked for at pods that no manifest shows', () => {
    const network = networkOf(WEB + service('store', 'data', headless('[{ port: 80, targetPort: http }]')));
    expect(answer(network, 'web', 'store.data:80').links[2].text).toBe('Service data/store stands for pods that no manifest shows, on port 80');
  });

  test('is needed for the names of pods that no manifest shows', () => {
    expect(to('{ selector: { app: other }, ports: [{ port: 80 }] }', 'store-0.store.data:80')).toBe('blocked at pods: no-pod-name');
  });

  test('is needed for the names of pods', () => {
    expect(to('{ selector: { app: store }, ports: [{ port: 80 }] }', 'store-0.store.data:80', undefined, set)).toBe('blocked at pods: no-pod-name');
  });
});
