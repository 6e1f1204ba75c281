import { JsonObject } from '../../../src/manifest';
import { checked, examined } from '../support/examine';
import { forbidden } from '../support/fake-kubectl';
import { broker, brokerPod, configMap, HEALTHY, healthyBut, healthyWithout, namespace, slice, ticker } from '../support/objects';

const FULL = 'nats://broker.messaging.svc.cluster.local:4222';
const to = (url: string) => configMap({ NATS_URL: url });

describe('service-exists', () => {
  const exists = (...objects: JsonObject[]) => checked('service-exists', { objects: healthyBut(...objects) });

  test('a Service that exists passes', async () => {
    expect(await checked('service-exists', { objects: HEALTHY })).toMatchObject({ status: 'ok', detail: 'Service messaging/broker' });
  });

  test('a Service of another namespace is issue 4, with the full name', async () => {
    expect(await exists(to('nats://broker:4222'))).toMatchObject({
      status: 'failed',
      detail: 'Service broker does not exist in namespace shop, but in messaging',
      issue: { number: 4, name: 'wrong namespace', solution: `use the full name: write ${FULL}` },
    });
  });

  test('several Services of other namespaces are all told, with the port that they serve', async () => {
    const other = broker({ ports: [{ name: 'client', port: 4333 }] }, { namespace: 'other' });
    const { issue } = await exists(to('nats://broker:4222'), namespace('other'), other);
    expect(issue?.solution).toBe(`use the full name: write ${FULL} or nats://broker.other.svc.cluster.local:4333`);
  });

  test('a Service that exists nowhere is issue 1, with those that serve the port', async () => {
    expect(await exists(to('nats://brokr.messaging.svc.cluster.local:4222'))).toMatchObject({
      status: 'failed',
      detail: 'Service brokr exists in no namespace',
      issue: { number: 1, name: 'NATS Service not found', solution: `check that the Service exists: if one of these is the server, write ${FULL}` },
    });
  });

  test('where none serves the port the nearest name is told', async () => {
    const { issue } = await exists(to('nats://brokr.messaging.svc.cluster.local:4999'));
    expect(issue?.solution).toBe('check that the Service exists: did you mean broker of namespace messaging?');
  });

  test('where nothing is near a Service is to be made', async () => {
    const { issue } = await checked('service-exists', { objects: healthyWithout('Service broker') });
    expect(issue?.solution).toBe('check that the Service exists: make a Service broker for the server\'s pods, or write the name of the one that it has');
  });

  test('without the right to list all Services those of the namespace decide', async () => {
    const instead = { 'get services -A': forbidden('list', 'services') };
    expect(await checked('service-exists', { objects: HEALTHY, instead })).toMatchObject({ status: 'ok' });
    expect(await checked('service-exists', { objects: healthyWithout('Service broker'), instead })).toMatchObject({
      status: 'failed', detail: 'Service broker does not exist in namespace messaging; other namespaces could not be looked at',
    });
  });

  test('without the right to list any the right is named', async () => {
    const instead = { 'get services -A': forbidden('list', 'services'), 'get services -n': forbidden('list', 'services', 'messaging') };
    expect(await checked('service-exists', { objects: HEALTHY, instead })).toMatchObject({ status: 'unchecked', detail: 'no right to list services in namespace messaging' });
  });

  test.each([
    ['nats://192.168.194.253:4222', '192.168.194.253 is an address, no Service'],
    ['nats://demo.nats.io:4222', 'demo.nats.io is a host outside the cluster, no Service'],
    ['nats://localhost:4222', 'localhost is the pod itself, no Service'],
    ['nats://broker.messaging.svc.other.zone:4222', 'broker.messaging.svc.other.zone is a name in the zone other.zone, no Service'],
    ['nats://x.svc.cluster.local:4222', 'x.svc.cluster.local is a name that DNS does not know, no Service'],
  ])('%s names no Service', async (url, detail) => {
    expect(await exists(to(url))).toMatchObject({ status: 'skipped', detail });
  });

  test('the address of a Service is taken for the Service', async () => {
    expect(await exists(to('nats://10.96.0.40:4222'))).toMatchObject({ status: 'ok', detail: 'Service messaging/broker' });
  });

  test('without a URL no server is known', async () => {
    expect(await exists(ticker({}))).toMatchObject({ status: 'skipped', detail: 'the URL is not known, so that no server is' });
  });
});

describe('service-port', () => {
  const port = (...objects: JsonObject[]) => checked('service-port', { objects: healthyBut(...objects) });

  test('a port that is served passes', async () => {
    expect(await checked('service-port', { objects: HEALTHY })).toMatchObject({ status: 'ok', detail: 'TCP 4222 to 4222' });
  });

  test('a port that is not served fails, with those that are', async () => {
    expect(await port(to('nats://broker.messaging.svc.cluster.local:4223'))).toMatchObject({
      status: 'failed', detail: 'Service messaging/broker does not serve TCP 4223; it serves 4222 (client)', hint: 'write a port that it serves in the URL, or add 4223 to the Service',
    });
  });

  test('a port without a name is told by its number', async () => {
    expect((await port(broker({ ports: [{ port: 4333 }, { port: 4222, protocol: 'UDP' }] }))).detail).toBe('Service messaging/broker does not serve TCP 4222; it serves 4333');
  });

  test('a Service without ports serves none', async () => {
    expect(await port(broker({ ports: [] }))).toMatchObject({ detail: 'Service messaging/broker does not serve TCP 4222; it serves no port' });
  });

  test('the port of the pods is told from that of the Service', async () => {
    expect(await port(broker({ ports: [{ port: 14222, targetPort: 4222 }] }))).toMatchObject({
      status: 'failed', detail: 'Service messaging/broker serves TCP 14222; 4222 is the port of the pods behind it', hint: 'write port 14222 in the URL',
    });
  });

  test('a headless Service takes any port', async () => {
    expect(await port(broker({ clusterIP: 'None', ports: [] }))).toMatchObject({ status: 'ok' });
  });

  test('a Service that stands for a host has none', async () => {
    expect(await port(broker({ type: 'ExternalName', externalName: 'nats.example.com', selector: undefined }))).toMatchObject({ status: 'skipped', detail: 'Service messaging/broker stands for the host nats.example.com' });
  });

  test('no Service has no port', async () => {
    expect(await port(to('nats://10.3.3.3:4222'))).toMatchObject({ status: 'skipped' });
  });
});

describe('service-endpoints', () => {
  const endpoints = (...objects: JsonObject[]) => checked('service-endpoints', { objects: healthyBut(...objects) });

  test('a ready endpoint passes', async () => {
    expect(await checked('service-endpoints', { objects: HEALTHY })).toMatchObject({ status: 'ok', detail: '1 of 1 ready: 10.1.0.9' });
  });

  test('an endpoint that is not ready beside one that is, is a warning', async () => {
    expect(await endpoints(slice(true, false))).toMatchObject({ status: 'warning', detail: '1 of 2 ready: 10.1.0.9' });
  });

  test('an endpoint that says nothing of itself counts as ready', async () => {
    expect(await endpoints({ ...slice(), endpoints: [{ addresses: ['10.1.0.9'], conditions: {} }] })).toMatchObject({ status: 'ok' });
  });

  test('labels that no pod has are issue 2', async () => {
    expect(await endpoints(slice(), brokerPod({}, { app: 'brokers' }))).toMatchObject({
      status: 'failed',
      detail: 'Service messaging/broker selects no pod: none of namespace messaging has the labels app=broker',
      issue: { number: 2, name: 'connection refused', solution: expect.stringContaining('kubectl get pods -n messaging --show-labels') },
    });
  });

  test('pods that are not ready are issue 2, with the reason', async () => {
    const stuck = brokerPod({ conditions: [], containerStatuses: [{ name: 'nats', ready: false, restartCount: 0, state: { waiting: { reason: 'ImagePullBackOff' } } }] });
    expect(await endpoints(slice(false), stuck)).toMatchObject({
      detail: 'none of 1 endpoints of Service messaging/broker is ready: pod broker-0 does not run: container nats is in ImagePullBackOff',
      issue: { number: 2, solution: 'check endpoints and NATS pods: kubectl describe pod broker-0 -n messaging; kubectl logs broker-0 -n messaging' },
    });
  });

  test('without the right to list pods the slices are told alone', async () => {
    expect(await checked('service-endpoints', { objects: healthyBut(slice(false)), instead: { 'get pods -n messaging': forbidden('list', 'pods', 'messaging') } })).toMatchObject({
      status: 'failed', detail: 'none of 1 endpoints of Service messaging/broker is ready', issue: { number: 2, solution: 'check endpoints and NATS pods: kubectl get endpointslices -n messaging' },
    });
  });

  test.each([
    ['no Service', to('nats://10.3.3.3:4222')],
    ['a Service that stands for a host', broker({ type: 'ExternalName', externalName: 'nats.example.com' })],
  ])('%s has no endpoints', async (_, object) => {
    expect(await endpoints(object)).toMatchObject({ status: 'skipped' });
  });
});

describe('server-pods', () => {
  const pods = (...objects: JsonObject[]) => checked('server-pods', { objects: healthyBut(...objects) });
  const broken = { conditions: [], containerStatuses: [{ name: 'nats', ready: false, restartCount: 4, state: { waiting: { reason: 'CrashLoopBackOff' } } }] };

  test('a pod that is ready passes', async () => {
    expect(await checked('server-pods', { objects: HEALTHY })).toMatchObject({ status: 'ok', detail: 'broker-0' });
  });

  test('several are counted', async () => {
    expect(await pods(brokerPod({}, { app: 'broker' }, 'broker-1'))).toMatchObject({ status: 'ok', detail: '2 pods' });
  });

  test('no pod is issue 2', async () => {
    expect(await checked('server-pods', { objects: healthyWithout('Pod broker-0') })).toMatchObject({ status: 'failed', issue: { number: 2 }, detail: 'no pod of namespace messaging has the labels app=broker of Service broker' });
  });

  test('a pod that is about to go does not count', async () => {
    const pod = brokerPod();
    expect(await pods({ ...pod, metadata: { ...pod.metadata as object, deletionTimestamp: '2026-03-02T09:59:00Z' } })).toMatchObject({ status: 'failed' });
  });

  test('pods of which none works are issue 2', async () => {
    expect(await pods(brokerPod(broken))).toMatchObject({
      status: 'failed', detail: 'pod broker-0 does not run: container nats is in CrashLoopBackOff', issue: { number: 2, solution: 'check endpoints and NATS pods: kubectl describe pod broker-0 -n messaging' },
    });
  });

  test('one of two that does not work is a warning', async () => {
    expect(await pods(brokerPod(broken, { app: 'broker' }, 'broker-1'))).toMatchObject({ status: 'warning', hint: 'kubectl describe pod broker-1 -n messaging' });
  });

  test('a Service without a selector does not tell its pods', async () => {
    expect(await pods(broker({ selector: undefined }))).toMatchObject({ status: 'skipped', detail: 'Service messaging/broker has no selector that tells its pods' });
  });

  test('no Service has no pods', async () => {
    expect(await checked('server-pods', { objects: healthyWithout('Service broker') })).toMatchObject({ status: 'skipped', detail: 'Service messaging/broker does not exist' });
  });
});

test('without a Service nothing is said of what lies behind it, and all else is', async () => {
  const { results } = await examined({ objects: healthyWithout('Service broker') });
  const blocked = results.filter(({ blockedBy }) => blockedBy === 'service-exists').map(({ id }) => id);
  expect(blocked).toEqual([
    'service-port', 'service-endpoints', 'server-pods', 'policy-egress', 'policy-ingress', 'slow-consumers', 'server-connections', 'closed-connections', 'server-log',
  ]);
});
