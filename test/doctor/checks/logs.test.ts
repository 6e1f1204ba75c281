import { JsonObject } from '../../../src/manifest';
import { checked } from '../support/examine';
import { forbidden, refusal, World } from '../support/fake-kubectl';
import { broker, brokerPod, configMap, HEALTHY, healthyBut, healthyWithout, HELD, minutesAgo, tickerPod } from '../support/objects';

describe('workload-log', () => {
  const logged = (...lines: string[]) => checked('workload-log', { objects: HEALTHY, logs: { 'ticker-5d9c-x7k2p': lines.join('\n') } });

  test('a log that says nothing of NATS passes', async () => {
    expect(await logged('started')).toMatchObject({ status: 'ok', detail: 'they say nothing of NATS in the last 10 minutes' });
  });

  test('a log that says connected passes', async () => {
    expect(await logged('INFO Connected to NATS server')).toMatchObject({ status: 'ok', detail: 'they say that they are connected' });
  });

  test.each([
    ['ERROR Failed to connect to NATS: timeout', 'Failed to connect to NATS'],
    ['nats: no servers available for connection', 'nats: no servers available for connection'],
    ['nats.errors.Error: nats: \'Authorization Violation\'', 'nats: authorization violation'],
  ])('%s as the last word fails', async (line, name) => {
    expect(await logged('Connected to NATS server', line)).toMatchObject({
      status: 'failed',
      detail: expect.stringMatching(new RegExp(`^ticker-5d9c-x7k2p logs Connected to NATS server \\(once\\), ${name} \\(once\\) in the last 10 minutes$`, 'i')),
      hint: 'kubectl logs ticker-5d9c-x7k2p -n shop --since=10m',
    });
  });

  test.each([
    'ERROR still not connected to NATS, dropping message', 'isn\'t yet connected to NATS', 'never reconnected to NATS server', 'no longer connected to NATS',
    'Connected to NATS server nats://broker, earlier: Failed to connect to NATS',
  ])('%s fails', async (line) => {
    expect(await logged(line)).toMatchObject({ status: 'failed' });
  });

  test.each(['Disconnected from NATS', 'Disconnected to NATS server'])('%s alone is a warning', async (line) => {
    expect(await logged(line)).toMatchObject({ status: 'warning', detail: expect.stringContaining('logs Disconnected from NATS (once)') });
  });

  test('a failure before a connection is a warning', async () => {
    expect(await logged('Failed to connect to NATS', 'Failed to connect to NATS', 'Reconnected to NATS')).toMatchObject({ status: 'warning', detail: expect.stringContaining('Failed to connect to NATS (2 times)') });
  });

  test('a connection after a failure after a connection is a warning', async () => {
    expect(await logged('Connected to NATS server', 'Failed to connect to NATS', 'Connected to NATS server')).toMatchObject({ status: 'warning' });
  });

  test.each(['NATS connection lost', 'nats: stale connection', 'nats: slow consumer, messages dropped'])('%s alone is a warning', async (line) => {
    expect(await logged(line)).toMatchObject({ status: 'warning' });
  });

  test('no line of a log is shown', async () => {
    expect(JSON.stringify(await logged('Failed to connect to NATS at nats://mia:hunter2@broker'))).not.toContain('hunter2');
  });

  test('without the right to logs the right is named', async () => {
    expect(await checked('workload-log', { objects: HEALTHY, instead: { 'logs ': forbidden('get', 'pods/log', 'shop') } })).toMatchObject({ status: 'unchecked', detail: 'no right to get pods/log in namespace shop' });
  });

  test('a pod whose log cannot be read hides none of another, and is named', async () => {
    const world = { objects: healthyBut(tickerPod({}, { name: 'ticker-5d9c-b' })), logs: { 'ticker-5d9c-x7k2p': 'Failed to connect to NATS' }, instead: { 'logs ticker-5d9c-b': refusal('Error from server (BadRequest): container "ticker" in pod "ticker-5d9c-b" is waiting to start\n') } };
    expect(await checked('workload-log', world)).toMatchObject({
      status: 'failed',
      detail: 'ticker-5d9c-x7k2p logs Failed to connect to NATS (once) in the last 10 minutes; pod ticker-5d9c-b does not tell: container "ticker" in pod "ticker-5d9c-b" is waiting to start',
    });
  });

  test('no pod has no log', async () => {
    expect(await checked('workload-log', { objects: healthyWithout('Pod ticker-5d9c-x7k2p') })).toMatchObject({ status: 'skipped' });
  });
});

describe('the log of a pod that waits', () => {
  const held = tickerPod({ ...HELD });
  const waits = (line: string) => checked('workload-log', { objects: healthyBut(held), logs: { 'ticker-5d9c-x7k2p': `${line}\n` } });

  test('tells the last word of its init container', async () => {
    expect(await waits('waiting for NATS at broker.messaging:4222: connection refused: nothing listens behind it')).toMatchObject({
      status: 'failed',
      detail: 'ticker-5d9c-x7k2p is held by init container wait-for-nats, which says: waiting for NATS at broker.messaging:4222: connection refused: nothing listens behind it',
      hint: 'kubectl logs ticker-5d9c-x7k2p -n shop -c wait-for-nats',
      commands: expect.arrayContaining([['kubectl', 'logs', 'ticker-5d9c-x7k2p', '-n', 'shop', '-c', 'wait-for-nats', '--tail=1']]),
    });
  });

  test('is not read of a pod that has failed, whose time is over', async () => {
    const ended = { name: 'wait-for-nats', ready: false, state: { terminated: { reason: 'Error', exitCode: 1 } } };
    const world = { objects: healthyBut(tickerPod({ ...HELD, phase: 'Failed', initContainerStatuses: [ended] })), logs: { 'ticker-5d9c-x7k2p': 'gave up on NATS at broker:4222 after 60 s: no way there' } };
    expect(await checked('workload-log', world)).toMatchObject({ status: 'skipped', detail: 'no pod runs' });
  });

  test('warns where that is no complaint', async () => {
    expect(await waits('making stream quotes of NATS')).toMatchObject({ status: 'warning' });
  });

  test.each(['gave up on the migration, secret sauce', ''])('is not shown where it is about something else: %j', async (line) => {
    expect(await waits(line)).toMatchObject({ status: 'ok', detail: 'they say nothing of NATS in the last 10 minutes' });
  });

  test('is not shown where it may hold a credential', async () => {
    expect((await waits('waiting for nats://mia:hunter2@broker')).detail).toMatch(/says: \(not shown, it may hold a credential\)$/);
  });
});

describe('server-log', () => {
  const logged = (log: string, world: Partial<World> = {}) => checked('server-log', { objects: HEALTHY, logs: { 'broker-0': log }, ...world });

  test('a quiet log passes', async () => {
    expect(await logged('[1] 2026/03/02 09:58:00.000000 [INF] Server is ready')).toMatchObject({ status: 'ok', detail: 'none in the last 10 minutes' });
  });

  test('a refused login of the workload\'s pods fails', async () => {
    expect(await logged('[1] 2026/03/02 09:58:01.100000 [ERR] 10.1.0.5:40312 - cid:9 - authentication error - User "mia"')).toMatchObject({
      status: 'failed', detail: 'in the last 10 minutes, about pods of the workload: Authorization Violation (once)', hint: 'kubectl logs broker-0 -n messaging --since=10m',
    });
  });

  test('a refused login of a pod with an IPv6 address fails', async () => {
    const objects = healthyBut(tickerPod({ podIP: 'fd00:10:1::5', podIPs: [{ ip: 'fd00:10:1::5' }] }));
    expect(await logged('[1] 2026/03/02 09:58:01.100000 [ERR] [fd00:10:1::5]:47076 - cid:12 - authentication error', { objects })).toMatchObject({ status: 'failed' });
  });

  test('the workload\'s slow consumers are a warning', async () => {
    expect(await logged('[1] [INF] 10.1.0.5:40312 - cid:9 - Slow Consumer Detected: WriteDeadline of 10s exceeded')).toMatchObject({ status: 'warning', detail: expect.stringContaining('about pods of the workload') });
  });

  test('trouble of others is a warning', async () => {
    expect(await logged('[1] [ERR] 10.1.0.55:40312 - cid:9 - authentication error\n[1] [ERR] maximum connections exceeded\n')).toMatchObject({
      status: 'warning', detail: 'in the last 10 minutes: Authorization Violation (once), maximum connections exceeded (once)',
    });
  });

  test('without the right to list the workload\'s pods the others are told', async () => {
    expect(await logged('[1] [ERR] 10.1.0.5:40312 - cid:9 - authentication error', { instead: { 'get pods -n shop': forbidden('list', 'pods', 'shop') } })).toMatchObject({ status: 'warning' });
  });

  test('a server whose log cannot be read hides none of another, and is named', async () => {
    const objects = healthyBut(brokerPod({}, { app: 'broker' }, 'broker-1'));
    const instead = { 'logs broker-1': { type: 'timeout', seconds: 10 } } as const;
    expect(await Promise.all(['quiet', '[1] [ERR] maximum connections exceeded', '[1] [ERR] 10.1.0.5:40312 - cid:9 - authentication error'].map(log => logged(log, { objects, instead })))).toMatchObject([
      { status: 'warning', detail: expect.stringMatching(/^none in the last 10 minutes; pod broker-1 does not tell: no answer within 10 s/) },
      { status: 'warning', detail: expect.stringMatching(/^in the last 10 minutes: maximum connections exceeded \(once\); pod broker-1 does not tell/) },
      { status: 'failed', detail: expect.stringMatching(/^in the last 10 minutes, about pods of the workload: .*; pod broker-1 does not tell/) },
    ]);
  });

  test.each([
    ['no server', healthyWithout('Pod broker-0')],
    ['no selector', healthyBut(broker({ selector: undefined }))],
    ['no Service', healthyBut(configMap({ NATS_URL: 'nats://10.2.2.2:4222' }))],
  ])('%s has no log', async (_, objects) => {
    expect(await logged('', { objects })).toMatchObject({ status: 'skipped' });
  });
});

describe('pod-events', () => {
  const event = (more: JsonObject): JsonObject => ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'e', namespace: 'shop' },
    type: 'Warning',
    reason: 'BackOff',
    message: 'Back-off restarting failed container',
    lastTimestamp: minutesAgo(3),
    involvedObject: { kind: 'Pod', name: 'ticker-5d9c-x7k2p' },
    ...more,
  });
  const events = (...objects: JsonObject[]) => checked('pod-events', { objects: [...HEALTHY, ...objects] });

  test('no warnings pass', async () => {
    expect(await events()).toMatchObject({ status: 'ok', detail: 'none in the last 60 minutes' });
  });

  test('a warning is told with its reason and how often it came', async () => {
    expect(await events(event({ count: 4 }))).toMatchObject({
      status: 'warning', detail: 'ticker-5d9c-x7k2p: BackOff (4 times), Back-off restarting failed container', hint: 'kubectl get events -n shop --field-selector type=Warning',
    });
  });

  test.each([
    ['the workload', { kind: 'Deployment', name: 'ticker' }],
    ['its ReplicaSet', { kind: 'ReplicaSet', name: 'ticker-5d9c' }],
  ])('%s is looked at too', async (_, involvedObject) => {
    expect(await events(event({ involvedObject }))).toMatchObject({ status: 'warning' });
  });

  test.each([
    ['another pod', { involvedObject: { kind: 'Pod', name: 'other' } }],
    ['the ReplicaSet of another', { involvedObject: { kind: 'ReplicaSet', name: 'ticker-two-5d9c' } }],
    ['yesterday', { lastTimestamp: minutesAgo(1500) }],
  ])('%s is not told', async (_, more) => {
    expect(await events(event(more))).toMatchObject({ status: 'ok' });
  });

  test.each([
    ['series', { lastTimestamp: null, series: { lastObservedTime: minutesAgo(2) } }],
    ['eventTime', { lastTimestamp: null, eventTime: minutesAgo(2) }],
    ['creation', { lastTimestamp: null, metadata: { namespace: 'shop', creationTimestamp: minutesAgo(2) } }],
  ])('an event has its time by its %s', async (_, more) => {
    expect(await events(event(more))).toMatchObject({ status: 'warning' });
  });

  test('the newest comes first, and the same is told once', async () => {
    const { detail } = await events(event({ reason: 'Old' }), event({ reason: 'New', lastTimestamp: minutesAgo(1) }), event({ reason: 'New', lastTimestamp: minutesAgo(1) }));
    expect(detail).toMatch(/^ticker-5d9c-x7k2p: New, .* container, ticker-5d9c-x7k2p: Old, [^,]*$/);
  });

  test('what may hold a credential is not shown', async () => {
    expect((await events(event({ message: 'cannot reach nats://mia:hunter2@broker' }))).detail).toBe('ticker-5d9c-x7k2p: BackOff, (not shown, it may hold a credential)');
  });

  test('a pod that is gone has no events', async () => {
    expect(await checked('pod-events', { objects: [...healthyBut(tickerPod()), event({ involvedObject: { kind: 'Pod', name: 'ticker-5d9c-gone' } })] })).toMatchObject({ status: 'ok' });
  });
});
