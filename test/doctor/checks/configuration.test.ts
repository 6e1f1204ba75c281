import { JsonObject } from '../../../src/manifest';
import { checked } from '../support/examine';
import { FakeKubectl, forbidden, refusal } from '../support/fake-kubectl';
import { broker, configMap, FROM_CONFIG, HEALTHY, healthyBut, healthyWithout, minutesAgo, namespace, ticker, tickerPod } from '../support/objects';

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

describe('pods-current', () => {
  const OLD = 'nats://10.9.8.7:4222';
  const noProgram = refusal('error: Internal error occurred: OCI runtime exec failed: exec failed: unable to start container process: exec: "printenv": executable file not found in $PATH: unknown\n');
  const current = (world: Partial<Parameters<typeof checked>[1]>) => checked('pods-current', { objects: HEALTHY, ...world });

  test('a pod with the value of the ConfigMap passes', async () => {
    expect(await current({ environments: { 'ticker-5d9c-x7k2p': FULL } })).toMatchObject({ status: 'ok', detail: 'ticker-5d9c-x7k2p' });
  });

  test('a pod that started with another value fails, with the restart', async () => {
    expect(await current({ environments: { 'ticker-5d9c-x7k2p': OLD } })).toMatchObject({
      status: 'failed',
      detail: `1 of 1 pods started with another NATS_URL: ticker-5d9c-x7k2p has '${OLD}'; now it is '${FULL}'`,
      hint: 'kubectl rollout restart deployment/ticker -n shop',
    });
  });

  describe('of the other variables about NATS', () => {
    const MORE = { ...FROM_CONFIG, NATS_PREFIX: { configMap: 'ticker-config', key: 'NATS_PREFIX' }, NATS_TOKEN: { configMap: 'ticker-config', key: 'NATS_TOKEN' }, LOG_LEVEL: { value: 'info' } };
    const kubectl = (prefix: string) => new FakeKubectl({
      objects: healthyBut(ticker(MORE), configMap({ NATS_URL: FULL, NATS_PREFIX: 'ticker.new', NATS_TOKEN: 'hunter2' })),
      instead: { 'printenv NATS_PREFIX': { type: 'ended', code: 0, out: `${prefix}\n`, err: '' } },
      environments: { 'ticker-5d9c-x7k2p': FULL },
    });

    test('an old one is a warning', async () => {
      expect(await checked('pods-current', { objects: [] }, { kubectl: kubectl('ticker.old') })).toMatchObject({
        status: 'warning',
        detail: '1 of 1 pods started with another NATS_PREFIX: ticker-5d9c-x7k2p has \'ticker.old\'; now it is \'ticker.new\'',
        hint: 'kubectl rollout restart deployment/ticker -n shop',
      });
    });

    test('those that may be credentials, and those about other things, are not asked for', async () => {
      const asked = kubectl('ticker.new');
      expect(await checked('pods-current', { objects: [] }, { kubectl: asked })).toMatchObject({ status: 'ok' });
      expect(asked.commands.filter(command => command.startsWith('exec')).map(command => command.split(' ').at(-1))).toEqual(['NATS_URL', 'NATS_PREFIX']);
    });
  });

  test('a pod without the variable fails', async () => {
    expect(await current({})).toMatchObject({ status: 'failed', detail: expect.stringContaining('ticker-5d9c-x7k2p has none') });
  });

  test('a password of the old URL is not shown', async () => {
    const { detail } = await current({ environments: { 'ticker-5d9c-x7k2p': 'nats://mia:hunter2@broker.messaging:4222' } });
    expect(detail).toContain('ticker-5d9c-x7k2p has a URL with credentials for broker.messaging:4222');
  });

  test('an image without printenv is asked by its shell', async () => {
    expect(await current({ environments: { 'ticker-5d9c-x7k2p': FULL }, instead: { printenv: noProgram } })).toMatchObject({ status: 'ok', commands: expect.arrayContaining([expect.arrayContaining(['sh', 'echo "$NATS_URL"'])]) });
  });

  const untold = { '-- printenv': noProgram, '-- sh': noProgram };
  const changed = (minutes: number) => healthyBut(configMap({ NATS_URL: FULL }, { managedFields: [{ manager: 'kubectl', time: minutesAgo(minutes) }, { manager: 'helm', time: minutesAgo(900) }] }));

  test('an image without either passes where its pods are younger than the last change', async () => {
    expect(await current({ objects: changed(45), instead: untold })).toMatchObject({ status: 'ok', detail: expect.stringContaining('they started after ConfigMap ticker-config was changed for the last time') });
  });

  test('an image without either is a warning where its pods are older', async () => {
    expect(await current({ objects: changed(5), instead: untold })).toMatchObject({
      status: 'warning',
      detail: 'ticker-5d9c-x7k2p started before ConfigMap ticker-config was changed and may have an older value; the image of container ticker has neither printenv nor sh',
      hint: 'kubectl rollout restart deployment/ticker -n shop',
    });
  });

  test('without a time of the last change nothing is known', async () => {
    expect(await current({ instead: untold })).toMatchObject({ status: 'unchecked', detail: 'the image of container ticker has neither printenv nor sh' });
  });

  test('without the right to exec the ages decide', async () => {
    expect(await current({ objects: changed(5), instead: { 'exec ': forbidden('create', 'pods/exec', 'shop') } })).toMatchObject({
      status: 'warning', detail: expect.stringMatching(/; no right to create pods\/exec in namespace shop$/),
    });
  });

  test('an exec that does not answer in time is no stale pod', async () => {
    expect(await current({ instead: { 'exec ': { type: 'timeout', seconds: 10 } } })).toMatchObject({ status: 'unchecked', detail: expect.stringContaining('no answer within 10 s') });
  });

  test('an exec that fails is no stale pod', async () => {
    expect(await current({ instead: { 'exec ': refusal('error: unable to upgrade connection: container not found ("ticker")\n') } })).toMatchObject({
      status: 'unchecked', detail: 'unable to upgrade connection: container not found ("ticker")',
    });
  });

  test('a variable that no shell can name is not asked of one', async () => {
    const objects = healthyBut(ticker({ 'nats.url': { configMap: 'ticker-config', key: 'NATS_URL' } }));
    const { commands } = await current({ objects, instead: { '-- printenv': noProgram } });
    expect(commands.flat()).not.toContain('sh');
  });

  test('a pod that is about to go is not asked', async () => {
    const pod = tickerPod();
    const objects = healthyBut({ ...pod, metadata: { ...pod.metadata as JsonObject, deletionTimestamp: minutesAgo(0) } });
    expect(await current({ objects })).toMatchObject({ status: 'skipped', detail: 'no pod runs' });
  });

  test('five pods are asked, and the others told', async () => {
    const names = [1, 2, 3, 4, 5, 6].map(i => `ticker-5d9c-${i}`);
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p'), ...names.map(name => tickerPod({}, { name }))];
    const environments = Object.fromEntries(names.map(name => [name, FULL]));
    expect(await current({ objects, environments })).toMatchObject({ status: 'ok', detail: 'ticker-5d9c-1, ticker-5d9c-2, ticker-5d9c-3 and 2 more; 1 more were not asked' });
  });

  test('five pods with an old value are told of, and the others too', async () => {
    const names = [1, 2, 3, 4, 5, 6].map(i => `ticker-5d9c-${i}`);
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p'), ...names.map(name => tickerPod({}, { name }))];
    expect(await current({ objects })).toMatchObject({ status: 'failed', detail: expect.stringMatching(/^5 of 5 pods started .* and 2 more; now it is .*; 1 more were not asked$/) });
  });

  test('a shell that says nothing has no such variable', async () => {
    expect(await current({ environments: { 'ticker-5d9c-x7k2p': '' }, instead: { '-- printenv': noProgram } })).toMatchObject({ status: 'failed', detail: expect.stringContaining('has none') });
  });

  test('an image without either is not judged by its age where the URL is written out', async () => {
    expect(await current({ objects: healthyBut(ticker({ NATS_URL: { value: FULL } })), instead: untold })).toMatchObject({ status: 'unchecked' });
  });

  test('no pod is none to ask', async () => {
    expect(await current({ objects: healthyWithout('Pod ticker-5d9c-x7k2p') })).toMatchObject({ status: 'skipped', detail: 'no pod runs' });
  });

  test('a URL that no variable holds is not compared', async () => {
    expect(await current({ objects: healthyBut(ticker({})) })).toMatchObject({ status: 'skipped' });
  });

  test('a variable of an init container is not compared, the same one of a container is', async () => {
    const of = (list: string) => ({ name: list, env: [{ name: 'NATS_URL', valueFrom: { configMapKeyRef: { name: 'ticker-config', key: 'NATS_URL' } } }] });
    const workload = (...lists: string[]) => ({ ...ticker(), spec: { template: { metadata: { labels: { app: 'ticker' } }, spec: Object.fromEntries(lists.map(list => [list, [of(list)]])) } } });
    const results = await Promise.all([['initContainers'], ['initContainers', 'containers']].map(lists => current({ objects: healthyBut(workload(...lists)), environments: { 'ticker-5d9c-x7k2p': FULL } })));
    expect(results.map(({ status }) => status)).toEqual(['skipped', 'ok']);
  });

  test('a pod that nobody would restart is to be made anew', async () => {
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p', 'Deployment ticker'), ticker(FROM_CONFIG, 'Pod')];
    expect(await checked('pods-current', { objects, environments: { ticker: OLD } }, { workloads: [{ kind: 'Pod', name: 'ticker' }] })).toMatchObject({ hint: 'make the pods anew' });
  });
});
