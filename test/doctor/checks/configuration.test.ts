import { JsonObject } from '../../../src/manifest';
import { checked, examined } from '../support/examine';
import { forbidden } from '../support/fake-kubectl';
import { broker, configMap, FROM_CONFIG, HEALTHY, healthyBut, healthyWithout, HELD, minutesAgo, namespace, ticker, tickerPod } from '../support/objects';

const FULL = 'nats://broker.messaging.svc.cluster.local:4222';
const waiting = (reason: string, more = {}) => ({ containerStatuses: [{ name: 'ticker', ready: false, restartCount: 3, state: { waiting: { reason } }, ...more }], conditions: [] });

describe('pods-run', () => {
  const run = (...objects: JsonObject[]) => checked('pods-run', { objects: healthyBut(...objects) });

  test('a pod that is ready passes', async () => {
    expect(await checked('pods-run', { objects: HEALTHY })).toMatchObject({ status: 'ok', detail: 'ticker-5d9c-x7k2p' });
  });

  test('two pods that are ready pass by their number', async () => {
    expect(await run(tickerPod({}, { name: 'ticker-5d9c-b' }))).toMatchObject({ status: 'ok', detail: '2 pods' });
  });

  test('the pods of other Deployments do not count', async () => {
    expect(await run(tickerPod({ conditions: [] }, { name: 'other-77b-x', owner: { kind: 'ReplicaSet', name: 'other-77b' } }))).toMatchObject({ status: 'ok', detail: 'ticker-5d9c-x7k2p' });
  });

  test('a container that is started again and again fails, with how it ended', async () => {
    const pod = tickerPod(waiting('CrashLoopBackOff', { lastState: { terminated: { reason: 'Error', exitCode: 2, finishedAt: minutesAgo(1) } } }));
    expect(await run(pod)).toMatchObject({
      status: 'failed',
      detail: 'pod ticker-5d9c-x7k2p does not run: container ticker is in CrashLoopBackOff, it ended with Error (exit code 2)',
      hint: 'kubectl describe pod ticker-5d9c-x7k2p -n shop',
    });
  });

  test('a pod that only waits for its container is told by its phase', async () => {
    expect(await run(tickerPod({ ...waiting('ContainerCreating'), phase: 'Pending' }))).toMatchObject({ status: 'failed', detail: 'pod ticker-5d9c-x7k2p does not run: it is Pending' });
  });

  test('a pod that waits for its init container names it', async () => {
    expect(await run(tickerPod(HELD))).toMatchObject({ status: 'failed', detail: 'pod ticker-5d9c-x7k2p does not run: its init container wait-for-nats still runs' });
  });

  test('an init container that has ended badly is told with how', async () => {
    const gaveUp = { name: 'wait-for-nats', ready: false, restartCount: 0, state: { terminated: { reason: 'Error', exitCode: 1 } } };
    expect(await run(tickerPod({ ...HELD, initContainerStatuses: [gaveUp] }))).toMatchObject({ detail: 'pod ticker-5d9c-x7k2p does not run: its init container wait-for-nats ended with Error (exit code 1)' });
  });

  test('an init container that is started again and again is told as one', async () => {
    const again = { name: 'wait-for-nats', ready: false, restartCount: 3, state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: { reason: 'Error', exitCode: 1 } } };
    expect(await run(tickerPod({ ...HELD, initContainerStatuses: [again] }))).toMatchObject({
      detail: 'pod ticker-5d9c-x7k2p does not run: init container wait-for-nats is in CrashLoopBackOff, it ended with Error (exit code 1)',
    });
  });

  test('a sidecar that is not ready is no init container that the others wait for', async () => {
    const pod = tickerPod({ ...HELD, initContainerStatuses: [{ name: 'proxy', ready: false, state: { running: {} } }] });
    expect(await run({ ...pod, spec: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] } })).toMatchObject({ detail: 'pod ticker-5d9c-x7k2p does not run: it is Pending' });
  });

  test('one of two pods that is not ready is a warning', async () => {
    const unready = { containerStatuses: [{ name: 'ticker', ready: false, restartCount: 0, state: { running: {} } }], conditions: [] };
    expect(await run(tickerPod(unready, { name: 'ticker-5d9c-b' }))).toMatchObject({ status: 'warning', detail: 'pod ticker-5d9c-b is not ready: container ticker is not' });
  });

  test('a pod that is not ready although its containers are says no more', async () => {
    expect(await run(tickerPod({ conditions: [] }))).toMatchObject({ detail: 'pod ticker-5d9c-x7k2p is not ready' });
  });

  test('a restart of the last hour is a warning', async () => {
    const restarted = { containerStatuses: [{ name: 'ticker', ready: true, restartCount: 2, state: { running: {} }, lastState: { terminated: { reason: 'OOMKilled', exitCode: 137, finishedAt: minutesAgo(5) } } }] };
    expect(await run(tickerPod(restarted))).toMatchObject({
      status: 'warning', detail: 'pod ticker-5d9c-x7k2p restarted 5 min ago, it ended with OOMKilled (exit code 137), 2 restarts in all',
    });
  });

  test('a restart of yesterday is none', async () => {
    const restarted = { containerStatuses: [{ name: 'ticker', ready: true, restartCount: 2, state: { running: {} }, lastState: { terminated: { finishedAt: minutesAgo(1500) } } }] };
    expect(await run(tickerPod(restarted))).toMatchObject({ status: 'ok' });
  });

  test('no pods fail', async () => {
    expect(await checked('pods-run', { objects: healthyWithout('Pod ticker-5d9c-x7k2p') })).toMatchObject({
      status: 'failed', detail: 'deployment/ticker has no pods', hint: 'kubectl describe deployment/ticker -n shop',
    });
  });

  test('no pods where none are wanted is a warning', async () => {
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p', 'Deployment ticker'), ticker(FROM_CONFIG, 'Deployment', { replicas: 0 })];
    expect(await checked('pods-run', { objects })).toMatchObject({ status: 'warning', detail: 'deployment/ticker has 0 replicas', hint: 'kubectl scale deployment/ticker -n shop --replicas=1' });
  });

  test('a CronJob need not have a pod', async () => {
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p', 'Deployment ticker'), ticker(FROM_CONFIG, 'CronJob')];
    expect(await checked('pods-run', { objects }, { workloads: [{ name: 'ticker' }] })).toMatchObject({ status: 'skipped', detail: 'no pod of cronjob/ticker runs at the moment' });
  });

  describe('of a CronJob', () => {
    const failed = { phase: 'Failed', conditions: [], containerStatuses: [{ name: 'ticker', ready: false, restartCount: 0, state: { terminated: { reason: 'Error', exitCode: 2 } } }] };
    const succeeded = { phase: 'Succeeded', conditions: [] };
    const pod = (job: number, status: JsonObject, minutes: number) => tickerPod(status, { name: `ticker-${job}-${minutes}`, owner: { kind: 'Job', name: `ticker-${job}` }, made: minutesAgo(minutes) });
    const runs = (...pods: JsonObject[]) => [...healthyWithout('Pod ticker-5d9c-x7k2p', 'Deployment ticker'), ticker(FROM_CONFIG, 'CronJob'), ...pods];
    const judged = (...pods: JsonObject[]) => checked('pods-run', { objects: runs(...pods) }, { workloads: [{ name: 'ticker' }] });

    test('a run that failed is made good by a later one', async () => {
      expect(await judged(pod(1, failed, 20), pod(2, succeeded, 5))).toMatchObject({ status: 'ok', detail: 'ticker-2-5 ended well; an earlier pod failed' });
    });

    test('a pod that failed is made good by the next try of its run', async () => {
      expect(await judged(pod(2, failed, 4), pod(2, failed, 3), pod(2, {}, 2))).toMatchObject({ status: 'ok', detail: 'ticker-2-2; 2 earlier pods failed' });
    });

    test('a last run that failed fails, however many went well before', async () => {
      expect(await judged(pod(2, failed, 4), pod(1, succeeded, 9))).toMatchObject({ status: 'failed', detail: 'pod ticker-2-4 failed: container ticker ended with Error (exit code 2)' });
    });

    test('a last run is told by what ended it where no container did', async () => {
      expect(await judged(pod(2, { ...failed, reason: 'DeadlineExceeded' }, 4))).toMatchObject({ detail: 'pod ticker-2-4 failed: DeadlineExceeded' });
      expect(await judged(pod(2, { ...failed, containerStatuses: [] }, 4))).toMatchObject({ detail: 'pod ticker-2-4 failed' });
    });

    test('a run that goes on does not hide that the last one is stuck', async () => {
      expect(await judged(pod(1, {}, 9), pod(2, { ...waiting('ErrImagePull'), phase: 'Pending' }, 4))).toMatchObject({ status: 'failed' });
    });

    test('a pod that ended well does not hide that another of its run is stuck', async () => {
      expect(await judged(pod(2, { ...waiting('ErrImagePull'), phase: 'Pending' }, 4), pod(2, succeeded, 3))).toMatchObject({ status: 'failed', detail: expect.stringContaining('ErrImagePull') });
    });

    test('an old failure keeps no check from being made', async () => {
      const connections = { 'connz?limit=10000': { connections: [{ ip: '10.1.0.5' }] } };
      const { results } = await examined({ objects: runs(pod(1, failed, 20), pod(2, {}, 5)), environments: { 'ticker-2-5': FULL }, raw: connections }, { workloads: [{ name: 'ticker' }] });
      expect(['pods-current', 'server-connections'].map(id => results.find(result => result.id === id)?.status)).toEqual(['ok', 'ok']);
    });
  });

  test.each([
    ['CronJob', { kind: 'Job', name: 'ticker-29123456' }],
    ['StatefulSet', { kind: 'StatefulSet', name: 'ticker' }],
    ['Job', { kind: 'Job', name: 'ticker' }],
  ])('the pods of a %s are known by their owner', async (kind, owner) => {
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p', 'Deployment ticker'), ticker(FROM_CONFIG, kind), tickerPod({}, { owner }), tickerPod({}, { name: 'other', owner: { ...owner, name: 'other' } })];
    expect(await checked('pods-run', { objects }, { workloads: [{ name: 'ticker' }] })).toMatchObject({ status: 'ok', detail: 'ticker-5d9c-x7k2p' });
  });

  test('a pod that nobody made is its own', async () => {
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p', 'Deployment ticker'), ticker(FROM_CONFIG, 'Pod')];
    expect(await checked('pods-run', { objects }, { workloads: [{ kind: 'Pod', name: 'ticker' }] })).toMatchObject({ status: 'ok', detail: 'ticker' });
  });
});

describe('url-known', () => {
  const known = (objects: JsonObject[], asked = {}) => checked('url-known', { objects: healthyBut(...objects) }, asked);

  test('the URL is told with the key that it comes from', async () => {
    expect(await checked('url-known', { objects: HEALTHY })).toMatchObject({ status: 'ok', detail: `NATS_URL is ${FULL}, key NATS_URL of ConfigMap ticker-config` });
  });

  test('a URL that is written out comes from nowhere else', async () => {
    expect(await known([ticker({ NATS_URL: { value: FULL } })])).toMatchObject({ status: 'ok', detail: `NATS_URL is ${FULL}` });
  });

  test('a URL among the arguments is told by them', async () => {
    const workload = { ...ticker({}), spec: { template: { metadata: {}, spec: { containers: [{ name: 'ticker', args: ['--nats', FULL] }] } } } };
    expect(await known([workload])).toMatchObject({ status: 'ok', detail: `nats is ${FULL}` });
  });

  test('no format shows a password of the URL', async () => {
    const { detail } = await known([configMap({ NATS_URL: 'nats://mia:hunter2@broker.messaging:4222' })]);
    expect(detail).not.toContain('hunter2');
  });

  test('a URL in a Secret is not read', async () => {
    expect(await known([ticker({ NATS_URL: { secret: 'ticker-nats', key: 'url' } })])).toMatchObject({
      status: 'unchecked', detail: 'NATS_URL comes from Secret ticker-nats, which is not read', hint: 'name the server: --server NAMESPACE/NAME',
    });
  });

  test('with the server named a URL in a Secret is no trouble', async () => {
    const server = { namespace: 'messaging', name: 'broker' };
    expect(await known([ticker({ NATS_URL: { secret: 'ticker-nats', key: 'url' } })], { server })).toMatchObject({ status: 'ok' });
  });

  test.each([
    ['does not exist', healthyWithout('ConfigMap ticker-config'), 'ConfigMap shop/ticker-config, which does not exist'],
    ['lacks the key', healthyBut(configMap({ NATS: FULL })), 'ConfigMap shop/ticker-config, which has no key NATS_URL'],
    ['holds no URL', healthyBut(configMap({ NATS_URL: '' })), 'ConfigMap shop/ticker-config, whose key NATS_URL holds no URL'],
  ])('a ConfigMap that %s fails', async (_, objects, what) => {
    expect(await checked('url-known', { objects })).toMatchObject({ status: 'failed', detail: `container ticker takes NATS_URL from ${what}`, hint: 'put the URL there: kubectl edit configmap ticker-config -n shop' });
  });

  test('a workload without a URL fails', async () => {
    expect(await known([ticker({ LOG_LEVEL: { value: 'info' } })])).toMatchObject({
      status: 'failed', detail: 'no variable, argument or ConfigMap of deployment/ticker holds the URL of a NATS server', hint: expect.stringContaining('--server NAMESPACE/NAME'),
    });
  });

  test('a URL that is switched off is none to check', async () => {
    expect(await known([ticker({ NATS_ENABLED: { value: 'false' }, NATS_URL: { value: FULL } })])).toMatchObject({ status: 'skipped', detail: 'NATS_URL is set, but another variable says that it is not used' });
  });

  test.each([
    'tls://broker.messaging.svc.cluster.local:4443', 'ws://broker:8080', 'wss://broker:443', 'tcp://broker:4443',
  ])('%s is a URL of NATS by the name of its variable', async (url) => {
    expect(await known([ticker({ NATS_URL: { value: url } })])).toMatchObject({ status: 'ok', detail: `NATS_URL is ${url}` });
  });

  test.each([
    ['of HTTP', { NATS_URL: { value: 'http://mia:hunter2@broker:8080' } }, 'NATS_URL is set to what is not known as the URL of a NATS server'],
    ['without a host', { NATS_URL: { value: 'nats://:4222' } }, 'NATS_URL is set to what is not known as the URL of a NATS server'],
    ['of a Secret\'s host', { BUS: { secret: 'ticker-nats', key: 'host' }, NATS_URL: { value: 'nats://$(BUS):4222' } }, 'the value of NATS_URL is known in the pod alone'],
    ['of a host that no variable has', { NATS_URL: { value: 'nats://$(BUS):4222' } }, 'NATS_URL is set to what is not known as the URL of a NATS server'],
  ])('a URL %s leaves open which server it is, and shows nothing of it', async (_, variables: Parameters<typeof ticker>[0], detail) => {
    expect(await known([ticker(variables)])).toEqual(expect.objectContaining({ status: 'unchecked', detail, hint: 'write nats://SERVICE.NAMESPACE.svc.cluster.local:4222, or name the server: --server NAMESPACE/NAME' }));
  });

  test('a URL from a field of the pod leaves open which server it is', async () => {
    const env = [{ name: 'NATS_URL', valueFrom: { fieldRef: { fieldPath: 'metadata.annotations[\'shop/bus\']' } } }];
    const workload = { ...ticker({}), spec: { template: { metadata: {}, spec: { containers: [{ name: 'ticker', env }] } } } };
    expect(await known([workload])).toMatchObject({ status: 'unchecked', detail: 'the value of NATS_URL is known in the pod alone' });
  });

  test('a URL that is not understood is a warning where the server is named', async () => {
    const server = { namespace: 'messaging', name: 'broker' };
    expect(await known([ticker({ NATS_URL: { value: 'http://broker:8080' } })], { server })).toMatchObject({ status: 'warning', hint: 'write nats://broker.messaging.svc.cluster.local:4222' });
  });

  test('an address that others get is not taken for the URL of the workload', async () => {
    expect(await known([ticker({ NATS_PUBLIC_URL: { value: 'https://shop.example.com' } })])).toMatchObject({ status: 'failed', detail: expect.stringMatching(/^no variable/) });
  });

  test('a URL whose Service does not exist fails, over TLS as well', async () => {
    const { results } = await examined({ objects: healthyBut(ticker({ NATS_URL: { value: 'tls://gone.messaging.svc.cluster.local:4443' } })) }, { workloads: [] });
    expect(results.find(({ id }) => id === 'service-exists')).toMatchObject({ status: 'failed' });
  });

  test('a workload without a URL is a warning where the server is named', async () => {
    expect(await known([ticker({ LOG_LEVEL: { value: 'info' } })], { server: { namespace: 'messaging', name: 'broker' } })).toMatchObject({ status: 'warning' });
  });

  test('without the right to read ConfigMaps the right is named', async () => {
    expect(await checked('url-known', { objects: HEALTHY, instead: { 'get configmaps': forbidden('list', 'configmaps', 'shop') } })).toMatchObject({
      status: 'unchecked', detail: 'no right to list configmaps in namespace shop', hint: 'ask for a Role in namespace shop that lets you list configmaps',
    });
  });

  test('a URL that is known without ConfigMaps needs no right to them', async () => {
    const world = { objects: healthyBut(ticker({ NATS_URL: { value: FULL } })), instead: { 'get configmaps': forbidden('list', 'configmaps', 'shop') } };
    expect(await checked('url-known', world)).toMatchObject({ status: 'ok' });
  });
});

describe('url-form', () => {
  const form = (url: string, asked = {}, ...objects: JsonObject[]) => checked('url-form', { objects: healthyBut(configMap({ NATS_URL: url }), ...objects) }, asked);

  test('the full name passes', async () => {
    expect(await form(FULL)).toMatchObject({ status: 'ok' });
  });

  test('a namespaced short name is a warning with the full one', async () => {
    expect(await form('nats://broker.messaging:4222')).toMatchObject({ status: 'warning', hint: `write ${FULL} instead` });
  });

  test('an address fails', async () => {
    expect(await form('nats://192.168.194.253:4222')).toMatchObject({ status: 'failed', detail: expect.stringMatching(/^192\.168\.194\.253 is an IP address, which rule book §1 forbids: /) });
  });

  test('a bare name is completed by the only Service of that name', async () => {
    expect(await form('nats://broker:4222')).toMatchObject({ status: 'warning', hint: `write ${FULL} instead`, detail: expect.stringContaining('since the server is in messaging') });
  });

  test('a bare name of which there are two Services is not guessed', async () => {
    const { hint } = await form('nats://broker:4222', {}, namespace('other'), broker({}, { namespace: 'other' }));
    expect(hint).toBe('write the full name of the server');
  });

  test('another server than the named one fails', async () => {
    expect(await form(FULL, { server: { namespace: 'other', name: 'broker' } })).toMatchObject({
      status: 'failed', detail: `${FULL} names another server than other/broker`, hint: 'write nats://broker.other.svc.cluster.local:4222',
    });
  });

  test('a bare name is another server than one of another namespace', async () => {
    expect(await form('nats://broker:4222', { server: { namespace: 'messaging', name: 'broker' } })).toMatchObject({ status: 'failed', hint: `write ${FULL}` });
  });

  test('the named server passes', async () => {
    expect(await form(FULL, { server: { namespace: 'messaging', name: 'broker' } })).toMatchObject({ status: 'ok' });
  });

  test('without a URL there is nothing to judge', async () => {
    expect(await checked('url-form', { objects: healthyBut(ticker({})) })).toMatchObject({ status: 'skipped' });
  });
});
