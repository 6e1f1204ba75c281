import { JsonObject } from '../../../src/manifest';
import { checked } from '../support/examine';
import { forbidden, World } from '../support/fake-kubectl';
import { broker, configMap, HEALTHY, healthyBut, healthyWithout, minutesAgo, tickerPod } from '../support/objects';

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
      detail: expect.stringMatching(new RegExp(`^in the last 10 minutes: ticker-5d9c-x7k2p logs Connected to NATS server \\(once\\), ${name} \\(once\\)$`, 'i')),
      hint: 'kubectl logs ticker-5d9c-x7k2p -n shop --since=10m',
    });
  });

  test('a failure before a connection is a warning', async () => {
    expect(await logged('Failed to connect to NATS', 'Failed to connect to NATS', 'Reconnected to NATS')).toMatchObject({ status: 'warning', detail: expect.stringContaining('Failed to connect to NATS (2 times)') });
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

  test('no pod has no log', async () => {
    expect(await checked('workload-log', { objects: healthyWithout('Pod ticker-5d9c-x7k2p') })).toMatchObject({ status: 'skipped' });
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
