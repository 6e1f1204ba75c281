import { JsonObject } from '../../../src/manifest';
import { checked } from '../support/examine';
import { FakeKubectl, forbidden, refusal } from '../support/fake-kubectl';
import { configMap, FROM_CONFIG, HEALTHY, healthyBut, healthyWithout, minutesAgo, ticker, tickerPod } from '../support/objects';

const FULL = 'nats://broker.messaging.svc.cluster.local:4222';
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
      detail: '1 of 1 pods started with another NATS_PREFIX: ticker-5d9c-x7k2p',
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

describe('of a value that is no URL nothing is shown', () => {
  const HELD = [
    '{"user":"mia","password":"hunter2"}',
    `SU${'A2B3C4D5'.repeat(7)}`,
    'eyJhbGciOiJlZDI1NTE5In0.eyJzdWIiOiJtaWEifQ.c2lnbmF0dXJl',
    '--user mia --pass hunter2',
    'hunter2',
    'https://hooks.example.com/services/hunter2',
  ];

  test.each(HELD)('neither where a pod has it: %s', async (value) => {
    const { detail } = await current({ environments: { 'ticker-5d9c-x7k2p': value } });
    expect(detail).toBe(`1 of 1 pods started with another NATS_URL: ticker-5d9c-x7k2p; now it is '${FULL}'`);
  });

  test.each(HELD)('nor where the configuration has it: %s', async (value) => {
    const objects = healthyBut(ticker({ ...FROM_CONFIG, NATS_OPTIONS: { value } }));
    const { detail } = await current({ objects, instead: { 'printenv NATS_URL': { type: 'ended', code: 0, out: `${FULL}\n`, err: '' } } });
    expect(detail).toBe('1 of 1 pods started with another NATS_OPTIONS: ticker-5d9c-x7k2p has none');
  });
});

test('credentials without a host are told as such', async () => {
  expect((await current({ environments: { 'ticker-5d9c-x7k2p': 'nats://mia:hunter2@$(HOST):4222' } })).detail).toContain('ticker-5d9c-x7k2p has a URL with credentials;');
});

test('of several servers in one URL all are shown', async () => {
  const { detail } = await current({ environments: { 'ticker-5d9c-x7k2p': 'nats://broker-0:4222,nats://broker-1:4222' } });
  expect(detail).toContain('ticker-5d9c-x7k2p has \'nats://broker-0:4222,nats://broker-1:4222\'');
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

describe('of several pods', () => {
  const second = (status: JsonObject = {}) => healthyBut(tickerPod(status, { name: 'ticker-5d9c-b' }));
  const crashing = { containerStatuses: [{ name: 'ticker', ready: false, restartCount: 3, state: { waiting: { reason: 'CrashLoopBackOff' } } }], conditions: [] };

  test('one that does not run is not asked, and hides no old value', async () => {
    const kubectl = new FakeKubectl({ objects: second(crashing), environments: { 'ticker-5d9c-x7k2p': OLD }, instead: { 'exec ticker-5d9c-b': refusal('error: unable to upgrade connection: container not found ("ticker")\n') } });
    expect(await checked('pods-current', { objects: [] }, { kubectl })).toMatchObject({
      status: 'failed', detail: `1 of 1 pods started with another NATS_URL: ticker-5d9c-x7k2p has '${OLD}'; now it is '${FULL}'; 1 more were not asked`,
    });
    expect(kubectl.commands.filter(command => command.startsWith('exec ticker-5d9c-b'))).toEqual([]);
  });

  test('none that runs is none to ask', async () => {
    expect(await current({ objects: healthyBut(tickerPod(crashing)) })).toMatchObject({ status: 'skipped', detail: 'container ticker runs in no pod' });
  });

  test('one that does not answer is named, beside what the other says', async () => {
    const instead = { 'exec ticker-5d9c-b': { type: 'timeout', seconds: 10 } } as const;
    expect(await Promise.all([FULL, OLD].map(value => current({ objects: second(), environments: { 'ticker-5d9c-x7k2p': value }, instead })))).toMatchObject([
      { status: 'warning', detail: expect.stringMatching(/^ticker-5d9c-x7k2p; pod ticker-5d9c-b does not tell: no answer within 10 s/) },
      { status: 'failed', detail: expect.stringMatching(/^1 of 1 pods started with another NATS_URL: .*; pod ticker-5d9c-b does not tell: /) },
    ]);
  });

  test('one that does not tell another variable is named', async () => {
    const more = { ...FROM_CONFIG, NATS_PREFIX: { value: 'ticker' } };
    const environments = { 'ticker-5d9c-x7k2p': FULL };
    const instead = { 'printenv NATS_PREFIX': { type: 'timeout', seconds: 10 } } as const;
    expect(await current({ objects: healthyBut(ticker(more)), environments, instead })).toMatchObject({ status: 'warning', detail: expect.stringMatching(/^ticker-5d9c-x7k2p; pod ticker-5d9c-x7k2p does not tell: /) });
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
