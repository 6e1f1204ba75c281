import { Json, JsonObject } from '../../../src/manifest';
import { checked } from '../support/examine';
import { forbidden, refusal, World } from '../support/fake-kubectl';
import { broker, brokerPod, configMap, FROM_CONFIG, HEALTHY, healthyBut, healthyWithout, minutesAgo, ticker, tickerPod } from '../support/objects';

const from = (ip: string, more: JsonObject = {}): JsonObject => ({ cid: 7, kind: 'Client', type: 'nats', ip, port: 40312, ...more });
const CHECKS = [['slow-consumers', 'varz'], ['server-connections', 'connz?limit=10000'], ['closed-connections', 'connz?state=closed&limit=10000']] as const;

describe.each(CHECKS)('%s', (id, path) => {
  const healthy = { [path]: { connections: id === 'server-connections' ? [from('10.1.0.5')] : [] } };
  const run = (world: Partial<World>) => checked(id, { objects: HEALTHY, raw: healthy, ...world });

  test('passes where all is well', async () => {
    expect(await run({})).toMatchObject({ status: 'ok' });
  });

  test('asks the server by the API server', async () => {
    expect((await run({})).commands).toContainEqual(['kubectl', 'get', '--raw', `/api/v1/namespaces/messaging/pods/broker-0:8222/proxy/${path}`]);
  });

  test('asks the port that the container names', async () => {
    const pod = brokerPod();
    const objects = healthyBut({ ...pod, spec: { containers: [{ name: 'nats', ports: [{ name: 'monitor', containerPort: 9222 }] }] } });
    expect((await run({ objects })).commands).toContainEqual(['kubectl', 'get', '--raw', `/api/v1/namespaces/messaging/pods/broker-0:9222/proxy/${path}`]);
  });

  test('says how to start a server that does not tell about itself', async () => {
    expect(await run({ raw: {} })).toMatchObject({ status: 'unchecked', detail: 'pod broker-0 has no monitoring endpoint on port 8222: start the server with --http_port 8222' });
  });

  test('does not take an API server that is kept out for a broken server', async () => {
    const instead = { '--raw': refusal('Error from server (ServiceUnavailable): error trying to reach service: dial tcp 10.1.0.9:8222: i/o timeout\n') };
    expect(await run({ instead })).toMatchObject({ status: 'unchecked', detail: expect.stringContaining('does not answer the API server') });
  });

  test('tells any other error as it is', async () => {
    expect(await run({ instead: { '--raw': refusal('Error from server (NotFound): pods "broker-0" not found\n') } })).toMatchObject({ status: 'unchecked', detail: 'pods "broker-0" not found' });
    expect(await run({ instead: { '--raw': refusal('Error from server: no such path\n') } })).toMatchObject({ status: 'unchecked', detail: 'no such path' });
  });

  test('tells an answer that is none', async () => {
    expect(await run({ instead: { '--raw': { type: 'ended', code: 0, out: '<html>', err: '' } } })).toMatchObject({ status: 'unchecked', detail: 'the answer is no JSON' });
  });

  test('names the right that is missing', async () => {
    expect(await run({ instead: { '--raw': forbidden('get', 'pods/proxy', 'messaging') } })).toMatchObject({ status: 'unchecked', detail: 'no right to get pods/proxy in namespace messaging' });
  });

  test.each([
    ['no server runs', healthyWithout('Pod broker-0'), 'no pod runs behind Service messaging/broker'],
    ['the Service does not tell its pods', healthyBut(broker({ selector: undefined })), 'no pod runs behind Service messaging/broker'],
    ['the URL names no Service', healthyBut(configMap({ NATS_URL: 'nats://10.2.2.2:4222' })), '10.2.2.2 is an address, no Service'],
  ])('has nobody to ask where %s', async (_, objects, detail) => {
    expect(await run({ objects })).toMatchObject({ status: 'skipped', detail });
  });
});

test('slow consumers are a warning, by server', async () => {
  const raw = { varz: { slow_consumers: 3, start: minutesAgo(180) } };
  expect(await checked('slow-consumers', { objects: HEALTHY, raw })).toMatchObject({ status: 'warning', detail: 'broker-0 saw 3 since its start 3 h ago', hint: expect.stringContaining('nats server report connections') });
});

describe('connections', () => {
  const connected = (connections: Json, objects: readonly JsonObject[] = HEALTHY) => checked('server-connections', { objects, raw: { 'connz?limit=10000': { connections } } });

  test('a pod without one fails', async () => {
    expect(await connected([from('10.1.0.77'), from('10.1.0.78')])).toMatchObject({
      status: 'failed', detail: 'none of 2 connections comes from ticker-5d9c-x7k2p (10.1.0.5)', hint: 'look at the log: kubectl logs ticker-5d9c-x7k2p -n shop',
    });
  });

  test('a server without any fails', async () => {
    expect(await connected([])).toMatchObject({ status: 'failed', detail: 'the server has no connection at all' });
  });

  test('one of two pods without one fails', async () => {
    const second = tickerPod({ podIP: '10.1.0.6', podIPs: [{ ip: '10.1.0.6' }] }, { name: 'ticker-5d9c-b' });
    expect(await connected([from('10.1.0.5')], healthyBut(second))).toMatchObject({ status: 'failed', detail: 'none of 1 connections comes from ticker-5d9c-b (10.1.0.6)' });
  });

  test('a pod without an address is told so', async () => {
    expect(await connected([from('10.1.0.7')], healthyBut(tickerPod({ podIP: undefined, podIPs: [] })))).toMatchObject({ detail: 'none of 1 connections comes from ticker-5d9c-x7k2p (no address)' });
  });

  test('the second address of a pod counts too', async () => {
    expect(await connected([from('fd00::5')], healthyBut(tickerPod({ podIPs: [{ ip: '10.1.0.5' }, { ip: 'fd00::5' }] })))).toMatchObject({ status: 'ok', detail: '1 of 1 pods, of 1 connections in all' });
  });

  test('a proxy beside the server hides who they are', async () => {
    expect(await connected([from('127.0.0.6')])).toMatchObject({ status: 'unchecked', detail: expect.stringContaining('through a proxy beside the server') });
  });

  test('pods that are none have none', async () => {
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p', 'Deployment ticker'), ticker(FROM_CONFIG, 'CronJob')];
    expect(await checked('server-connections', { objects }, { workloads: [{ name: 'ticker' }] })).toMatchObject({ status: 'skipped', detail: 'no pod runs' });
  });
});

describe('closed connections', () => {
  const closed = (...connections: JsonObject[]) => checked('closed-connections', { objects: HEALTHY, raw: { 'state=closed&limit=10000': { connections } } });
  const refused = (reason: string, ip = '10.1.0.5', minutes = 2) => from(ip, { stop: minutesAgo(minutes), reason });

  test('refused logins fail', async () => {
    expect(await closed(refused('Authentication Failure'), refused('Authentication Failure'))).toMatchObject({
      status: 'failed',
      detail: 'in the last 10 minutes the server closed connections of the pods: Authentication Failure (2 times)',
      hint: 'look at the Secret of the workload, and at the users of the server',
    });
  });

  test.each([
    ['Maximum Connections Exceeded', 'raise max_connections of the server, or use fewer connections'],
    ['TLS Handshake Failure', 'write the scheme that the server takes: tls:// or nats://'],
  ])('%s fails with what to do', async (reason, hint) => {
    expect(await closed(refused(reason))).toMatchObject({ status: 'failed', hint });
  });

  test('what was slow or stale is a warning', async () => {
    expect(await closed(refused('Slow Consumer (Write Deadline)'), refused('Stale Connection'))).toMatchObject({
      status: 'warning', detail: expect.stringContaining('Slow Consumer (Write Deadline) (once), Stale Connection (once)'), hint: 'look at the log of the pods, and at their load',
    });
  });

  test('what others did, what was long ago, and what clients closed themselves is no trouble', async () => {
    expect(await closed(refused('Authentication Failure', '10.1.0.77'), refused('Authentication Failure', '10.1.0.5', 20), refused('Client Closed'))).toMatchObject({ status: 'ok' });
  });
});
