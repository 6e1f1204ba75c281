import { answer, deployment, networkOf, policy, service, shownPlace } from './support/network';

const WEB = deployment('web', 'shop');
const withPorts = (name: string, ...ports: string[]): string =>
  deployment(name, 'data', { labels: { app: 'store', set: name }, podSpec: `{ containers: [{ name: main, ports: [${ports.join(', ')}] }] }` });
const STORE = withPorts('store', '{ name: http, containerPort: 8080 }');
const HEADLESS = 'clusterIP: None, selector: { app: store }';

interface World {
  readonly pods?: string;
  readonly closedWorld?: boolean;
}

/** A link on the way to the Service: verdict and reason, text, what to write and where. */
function said(kind: 'service' | 'pods', spec: string, to = 'store.data:80', { pods = STORE, closedWorld = false }: World = {}): (string | undefined)[] {
  const network = networkOf(WEB + pods + service('store', 'data', `{ ${spec} }`), { closedWorld });
  const link = answer(network, 'web', to).links.find(one => one.kind === kind)!;
  return [`${link.verdict} ${link.reason}`, link.text, link.fix, shownPlace(link.place)];
}

const AT_PORT = 'Service/store spec.ports.0';
const SELECTOR = 'selector: { app: store }';

describe('the link of a Service', () => {
  test.each([
    ['serves the port', `${SELECTOR}, ports: [{ port: 81 }, { port: 80 }]`, 'store.data:80', 'allowed open', 'Service data/store serves TCP 80', undefined, 'Service/store spec.ports.1'],
    ['is headless', `${HEADLESS}, ports: []`, 'store.data:80', 'allowed open',
      'Service data/store is headless: its name leads to the pods, on any port', undefined, 'Service/store spec.clusterIP'],
    ['is headless and lists the port', `${HEADLESS}, ports: [{ port: 80 }]`, 'store.data:80', 'allowed open',
      'Service data/store is headless: its name leads to the pods, on any port', undefined, AT_PORT],
    ['is asked for the port of its pods', `${SELECTOR}, ports: [{ port: 81 }, { port: 80, targetPort: 8080 }]`, 'store.data:8080', 'blocked pod-port-used',
      'Service data/store serves TCP 80; 8080 is the port of the pods behind it', 'write port 80', 'Service/store spec.ports.1'],
    ['has one other port', `${SELECTOR}, ports: [{ port: 81 }]`, 'store.data:80', 'blocked port-not-served',
      'Service data/store does not serve TCP 80; it serves TCP 81', 'write port 81, or add the port to the Service', 'Service/store spec.ports'],
    ['has several other ports', `${SELECTOR}, ports: [{ port: 81 }, { port: 82 }]`, 'store.data:80', 'blocked port-not-served',
      'Service data/store does not serve TCP 80; it serves TCP 81, TCP 82', 'write one of its ports, or add the port to the Service', 'Service/store spec.ports'],
  ])('which %s says so, what to write and where', (_, spec, to, ...expected) => expect(said('service', spec, to)).toEqual(expected));
});

describe('the link of the pods', () => {
  const NAMED = `${SELECTOR}, ports: [{ port: 80, targetPort: http }]`;
  const AT_SELECTOR = 'Service/store spec.selector';

  test.each<[string, string, World, ...(string | undefined)[]]>([
    ['are there', NAMED, {}, 'allowed open', 'its pods: data/store[Deployment], on port 8080', undefined, AT_SELECTOR],
    ['somebody else decides on', 'ports: [{ port: 80 }]', {}, 'unknown not-known', 'Service data/store has no selector; somebody else makes its endpoints', undefined, AT_SELECTOR],
    ['do not exist', NAMED, { pods: '', closedWorld: true }, 'blocked no-pods', 'Service data/store selects no pods', 'write the labels of the pods', AT_SELECTOR],
    ['no manifest shows', `${SELECTOR}, ports: [{ port: 80, targetPort: 8080 }]`, { pods: '' }, 'allowed open',
      'Service data/store stands for pods that no manifest shows, on port 8080', undefined, AT_SELECTOR],
    ['no manifest shows, with a port by its name', NAMED, { pods: '' }, 'unknown not-known',
      'which port http is for the pods behind Service data/store is not known', 'give their workload', AT_SELECTOR],
    ['have no port of the name', `${SELECTOR}, ports: [{ port: 80, targetPort: grpc }]`, {}, 'blocked target-port-missing',
      'no container of data/store[Deployment] declares a TCP port grpc', 'name a containerPort grpc, or write its number in the Service', 'Service/store spec.ports.0.targetPort'],
  ])('which %s says so, what to write and where', (_, spec, world, ...expected) => expect(said('pods', spec, 'store.data:80', world)).toEqual(expected));
});

describe('the pods of a headless Service with another target port', () => {
  const text = (target: number | string): string => `Service data/store is headless, so that its port 80 is not translated to ${target}`;
  const [HTTP, PLAIN, ASKED] = ['{ name: http, containerPort: 8080 }', '{ containerPort: 8080 }', '{ containerPort: 80 }'];
  const DECLARE = 'write the port of the pods, and declare it in their containers';

  test.each<[string, number | string, string, ...(string | undefined)[]]>([
    ['listen on the target port', 8080, withPorts('store', PLAIN), 'blocked port-not-served', `${text(8080)}, on which the pods listen`, 'write port 8080', AT_PORT],
    ['may listen on either, where some declare the target port', 8080, withPorts('store', PLAIN) + withPorts('spare'), 'unknown not-known',
      `${text(8080)}; on which of the two the pods listen is not known`, DECLARE, AT_PORT],
    ['listen on the port that is asked for, where some declare it', 8080, withPorts('store', ASKED) + withPorts('spare', PLAIN), 'allowed open',
      'its pods: data/store[Deployment], data/spare[Deployment], on port 80', undefined, 'Service/store spec.selector'],
    ['listen on the port that they give its name', 'http', withPorts('store', HTTP), 'blocked port-not-served', `${text('http')}, on which the pods listen`, 'write port 8080', AT_PORT],
    ['listen on the ports that they give its name', 'http', withPorts('store', HTTP) + withPorts('spare', '{ name: http, containerPort: 8081 }'), 'blocked port-not-served',
      `${text('http')}, on which the pods listen`, 'write port 8080 or 8081', AT_PORT],
    ['may listen on either, where some give a port its name', 'http', withPorts('store', HTTP) + withPorts('spare'), 'unknown not-known',
      `${text('http')}; on which of the two the pods listen is not known`, DECLARE, AT_PORT],
    ['listen on the port that is asked for, where they give that its name', 'http', withPorts('store', '{ name: http, containerPort: 80 }'), 'allowed open',
      'its pods: data/store[Deployment], on port 80', undefined, 'Service/store spec.selector'],
    ['listen on the port that is asked for, where they give its name to none', 'http', withPorts('store'), 'allowed open',
      'its pods: data/store[Deployment], on port 80', undefined, 'Service/store spec.selector'],
    ['listen on the port that is asked for, where they declare both', 8080, withPorts('store', PLAIN, ASKED), 'allowed open',
      'its pods: data/store[Deployment], on port 80', undefined, 'Service/store spec.selector'],
  ])('%s', (_, targetPort, pods, ...expected) => {
    expect(said('pods', `${HEADLESS}, ports: [{ port: 80, targetPort: ${targetPort} }]`, 'store.data:80', { pods })).toEqual(expected);
  });

  test('are asked on the port that is written', () => {
    const open = policy('store', 'data', '{ podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] }');
    const network = networkOf(WEB + withPorts('store', PLAIN, ASKED) + open + service('store', 'data', `{ ${HEADLESS}, ports: [{ port: 80, targetPort: 8080 }] }`));
    expect(answer(network, 'web', 'store.data:80').verdict).toBe('allowed');
  });
});

describe('the name of a pod', () => {
  const SET = STORE.replace('kind: Deployment', 'kind: StatefulSet').replace('spec:\n', 'spec:\n  serviceName: store\n');
  const pods = `${HEADLESS}, ports: [{ port: 80, targetPort: 80 }]`;

  test('that a headless Service does not have is told with its pods', () => {
    expect(said('pods', pods, 'first.store.data:80')).toEqual(['blocked no-pod-name', 'no pod behind Service data/store has the name first; behind it are data/store[Deployment]',
      'write the name of a pod of a StatefulSet whose serviceName is this Service', 'Service/store spec.selector']);
  });

  test('behind a Service that is not headless is told to be none', () => {
    expect(said('pods', `${SELECTOR}, ports: [{ port: 80 }]`, 'store-0.store.data:80', { pods: SET })).toEqual(['blocked no-pod-name',
      'Service data/store is not headless, so that the pods behind it have no names', 'write the name of the Service, or that of a headless one', 'Service/store spec.clusterIP']);
  });

  const named = (spec: string): string => deployment('store', 'data', { podSpec: `{ ${spec}, containers: [] }` });

  test.each([
    ['of a StatefulSet with two digits', 'store-12', SET, 'allowed open'],
    ['of a StatefulSet with a leading zero', 'store-01', SET, 'blocked no-pod-name'],
    ['of a StatefulSet behind a letter', 'store-x0', SET, 'blocked no-pod-name'],
    ['of a StatefulSet before a letter', 'store-0x', SET, 'blocked no-pod-name'],
    ['of a StatefulSet of another name of this length', 'other-0', SET, 'blocked no-pod-name'],
    ['of a Deployment, whatever its serviceName', 'store-0', SET.replace('kind: StatefulSet', 'kind: Deployment'), 'blocked no-pod-name'],
    ['by hostname and subdomain', 'main', named('hostname: main, subdomain: store'), 'allowed open'],
    ['by the hostname in another subdomain', 'main', named('hostname: main, subdomain: other'), 'blocked no-pod-name'],
    ['by another hostname in the subdomain', 'main', named('hostname: other, subdomain: store'), 'blocked no-pod-name'],
  ])('is read: %s', (_, pod, workloads, expected) => expect(said('pods', pods, `${pod}.store.data:80`, { pods: workloads })[0]).toBe(expected));
});
