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
    expect(await run({ raw: {} })).toMatchObject({ status: 'skipped', detail: 'pod broker-0 has no monitoring endpoint on port 8222', hint: 'start the server with --http_port 8222 to have it checked' });
  });

  test('leaves open whether a server that is not ready tells about itself', async () => {
    expect(await run({ raw: {}, objects: healthyBut(brokerPod({ conditions: [] })) })).toMatchObject({ status: 'unchecked', detail: expect.stringContaining('connection refused') });
  });

  test('does not take an API server that is gone for a server without an endpoint', async () => {
    expect(await run({ instead: { '--raw': refusal('Unable to connect to the server: dial tcp 10.0.0.1:6443: connect: connection refused\n') } })).toMatchObject({ status: 'unchecked' });
  });

  test('names the one of two servers that does not tell, and what the other tells', async () => {
    const objects = healthyBut(brokerPod({}, { app: 'broker' }, 'broker-1'));
    expect(await run({ objects, instead: { '/pods/broker-1': { type: 'timeout', seconds: 10 } } })).toMatchObject({
      status: 'warning', detail: expect.stringMatching(/pod broker-1 does not tell: no answer within 10 s/),
    });
  });

  test('leaves open what is known of no server, were it only one that could tell', async () => {
    const instead = { '/pods/broker-1': forbidden('get', 'pods/proxy', 'messaging') };
    expect(await run({ objects: healthyBut(brokerPod({}, { app: 'broker' }, 'broker-1')), raw: {}, instead })).toMatchObject({ status: 'unchecked', detail: 'no right to get pods/proxy in namespace messaging' });
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

describe('slow consumers', () => {
  const slow = (start: string, ...connections: JsonObject[]) =>
    checked('slow-consumers', { objects: HEALTHY, raw: { 'varz': { slow_consumers: 3, start }, 'state=closed&limit=10000': { connections } } });
  const cut = (minutes: number, more: JsonObject = {}) => from('10.1.0.77', { stop: minutesAgo(minutes), reason: 'Slow Consumer (Pending Bytes)', ...more });

  test('of the last minutes are a warning, by their names or addresses', async () => {
    expect(await slow(minutesAgo(180), cut(2, { name: 'audit' }), cut(3), cut(4))).toMatchObject({
      status: 'warning',
      detail: 'in the last 10 minutes: audit, 10.1.0.77; broker-0 saw 3 since its start 3 h ago',
      hint: expect.stringContaining('nats server report connections'),
    });
  });

  test('of long ago are none, and are told', async () => {
    expect(await slow(minutesAgo(288_000), cut(11), cut(1, { reason: 'Client Closed' }))).toMatchObject({ status: 'ok', detail: 'none in the last 10 minutes; broker-0 saw 3 since its start 200 days ago' });
  });

  test('of a server that has just started are of the last minutes', async () => {
    expect(await slow(minutesAgo(9))).toMatchObject({ status: 'warning', detail: 'broker-0 saw 3 since its start 9 min ago' });
  });
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

  test('a pod without one may have it at a server that does not tell', async () => {
    const world = { objects: healthyBut(brokerPod({}, { app: 'broker' }, 'broker-1')), raw: { 'connz?limit=10000': { connections: [from('10.1.0.77')] } }, instead: { '/pods/broker-1': { type: 'timeout', seconds: 10 } as const } };
    expect(await checked('server-connections', world)).toMatchObject({
      status: 'unchecked', detail: expect.stringMatching(/^none of 1 connections comes from ticker-5d9c-x7k2p \(10\.1\.0\.5\); pod broker-1 does not tell: /),
    });
  });

  test('a pod whose container does not run needs none', async () => {
    const crashing = { containerStatuses: [{ name: 'ticker', ready: false, restartCount: 3, state: { waiting: { reason: 'CrashLoopBackOff' } } }], conditions: [], podIP: '10.1.0.6', podIPs: [] };
    expect(await connected([from('10.1.0.5')], healthyBut(tickerPod(crashing, { name: 'ticker-5d9c-b' })))).toMatchObject({ status: 'ok', detail: '1 of 2 pods, of 1 connections in all' });
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

  describe('beside open ones', () => {
    const both = (refusedConnection: JsonObject, open: JsonObject[], more: Partial<World> = {}) =>
      checked('closed-connections', { objects: HEALTHY, raw: { 'state=closed&limit=10000': { connections: [refusedConnection] }, 'connz?limit=10000': { connections: open } }, ...more });

    test('a refusal that a younger connection of the pod follows is a warning', async () => {
      expect(await both(refused('Authentication Failure'), [from('10.1.0.5', { start: minutesAgo(5) }), from('10.1.0.5', { start: minutesAgo(1) })])).toEqual(expect.objectContaining({
        status: 'warning',
        detail: 'in the last 10 minutes the server closed connections of the pods: Authentication Failure (once); the pods that were refused are connected since',
      }));
    });

    test.each([
      ['an older connection of the pod', from('10.1.0.5', { start: minutesAgo(3) })],
      ['a younger connection of another', from('10.1.0.6', { start: minutesAgo(1) })],
      ['a connection of unknown age', from('10.1.0.5')],
    ])('a refusal fails beside %s', async (_, open) => {
      expect(await both(refused('Authentication Failure'), [open])).toMatchObject({ status: 'failed' });
    });

    test('a refusal fails where the server does not tell its open connections', async () => {
      expect(await both(refused('Authentication Failure'), [], { instead: { 'connz?limit': { type: 'timeout', seconds: 10 } } })).toMatchObject({ status: 'failed' });
    });

    test('the hint is about the refusal that lasts', async () => {
      const second = tickerPod({ podIP: '10.1.0.6', podIPs: [] }, { name: 'ticker-5d9c-b' });
      const raw = {
        'state=closed&limit=10000': { connections: [refused('Authentication Failure'), refused('Maximum Connections Exceeded', '10.1.0.6')] },
        'connz?limit=10000': { connections: [from('10.1.0.5', { start: minutesAgo(1) })] },
      };
      expect(await checked('closed-connections', { objects: healthyBut(second), raw })).toMatchObject({ status: 'failed', hint: expect.stringContaining('max_connections') });
    });
  });

  describe('of an init container', () => {
    const ended = (exitCode: number, more: JsonObject = {}): JsonObject => ({ name: 'wait-for-nats', ready: true, state: { terminated: { exitCode, finishedAt: minutesAgo(4) } }, ...more });
    const hungUp = (reason: string, minutes: number, status: JsonObject) => {
      const raw = { 'state=closed&limit=10000': { connections: [refused(reason, '10.1.0.5', minutes)] } };
      return checked('closed-connections', { objects: healthyBut(tickerPod({ initContainerStatuses: [status] })), raw });
    };

    test.each([[4.5], [4], [3.97]])('a handshake that it broke off passes: %s minutes ago, its end told in whole seconds', async (minutes) => {
      expect(await hungUp('TLS Handshake Failure', minutes, ended(0))).toMatchObject({ status: 'ok' });
    });

    test.each([
      ['a handshake after it', 'TLS Handshake Failure', 3.9, ended(0)],
      ['a handshake while it still runs', 'TLS Handshake Failure', 5, ended(0, { state: { running: {} } })],
      ['a handshake of one that gave up', 'TLS Handshake Failure', 5, ended(1)],
      ['a login', 'Authentication Failure', 5, ended(0)],
    ])('%s fails', async (_, reason, minutes, status) => {
      expect(await hungUp(reason, minutes, status)).toMatchObject({ status: 'failed' });
    });
  });

  test('what others did, what was long ago, and what clients closed themselves is no trouble', async () => {
    expect(await closed(refused('Authentication Failure', '10.1.0.77'), refused('Authentication Failure', '10.1.0.5', 20), refused('Client Closed'))).toMatchObject({ status: 'ok' });
  });
});
