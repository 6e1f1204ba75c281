import { examined } from './support/examine';
import { FakeKubectl, forbidden, refusal, World } from './support/fake-kubectl';
import { FROM_CONFIG, HEALTHY, healthyBut, healthyWithout, NOW, ticker, tickerPod } from './support/objects';
import { CannotExamine, Check, CHECKS, diagnose, DiagnoseOptions, Diagnosis, Examination, Selection, Status, verdictOf } from '../../src/doctor';
import { examine } from '../../src/doctor/examine';
import { findClients } from '../../src/doctor/find-clients';
import { LiveCluster } from '../../src/doctor/live';
import { JsonObject } from '../../src/manifest';

const FULL = 'nats://broker.messaging.svc.cluster.local:4222';
const OPTIONS: DiagnoseOptions = { zone: 'cluster.local', timeoutSeconds: 10, waitSeconds: 0, failOn: 'failed' };
const RAW = { 'varz': {}, 'connz?limit=10000': { connections: [{ ip: '10.1.0.5' }] }, 'state=closed&limit=10000': { connections: [] } };
const WELL = { objects: HEALTHY, raw: RAW, environments: { 'ticker-5d9c-x7k2p': FULL } };

/** A clock that only sleep moves. */
function clock(): { now: () => Date; sleep: (seconds: number) => Promise<void>; slept: number } {
  const around = {
    slept: 0,
    now: () => new Date(NOW.getTime() + around.slept * 1000),
    sleep: (seconds: number) => {
      around.slept += seconds;
      return Promise.resolve();
    },
  };
  return around;
}

const diagnosis = (kubectl: FakeKubectl, selection: Partial<Selection> = {}): Promise<Diagnosis> =>
  diagnose({ workloads: [], where: { namespace: 'shop' }, ...selection }, kubectl, OPTIONS, clock());

async function diagnosed(kubectl: FakeKubectl, selection: Partial<Selection> = {}): Promise<readonly Examination[]> {
  return (await diagnosis(kubectl, selection)).examinations;
}

test('a healthy client passes all checks but those that were not asked for', async () => {
  const { results } = await examined(WELL);
  expect(results.filter(({ status }) => status !== 'ok').map(({ id }) => id)).toEqual(['probe-dns', 'probe-handshake']);
});

test('each check keeps the commands that it ran', async () => {
  const { results } = await examined(WELL);
  expect(results.find(({ id }) => id === 'service-endpoints')?.commands).toEqual([
    ['kubectl', 'get', 'services', '-A', '-o', 'json'],
    ['kubectl', 'get', 'endpointslices', '-n', 'messaging', '-l', 'kubernetes.io/service-name=broker', '-o', 'json'],
  ]);
});

test('no command is run twice', async () => {
  const kubectl = new FakeKubectl(WELL);
  await examined(WELL, { kubectl });
  expect(new Set(kubectl.commands).size).toBe(kubectl.commands.length);
});

test('Secrets are never asked for', async () => {
  const kubectl = new FakeKubectl(WELL);
  await examined(WELL, { kubectl });
  expect(kubectl.commands.filter(command => /secret/i.test(command))).toEqual([]);
});

test('each check has an identifier of its own, and stands behind those that it needs', () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const early = CHECKS.filter(({ needs = [] }, i) => !needs.every(need => ids.slice(0, i).includes(need)));
  expect(early).toEqual([]);
});

test('what builds on a check that was not made, since another failed, names the one that failed', async () => {
  const check = (id: string, needs: string[], status: Status): Check => ({ id, category: 'service', title: id, needs, run: () => Promise.resolve({ status }) });
  const cluster = new LiveCluster(new FakeKubectl(WELL), 10);
  const { clients: [client] } = await findClients({ workloads: [], where: { namespace: 'shop' } }, cluster.watched(new Set()), { zone: 'cluster.local' });
  const checks = [check('a', [], 'failed'), check('b', ['a'], 'ok'), check('c', ['b'], 'ok'), check('d', [], 'unchecked'), check('e', ['d'], 'ok')];
  const { results } = await examine(client, cluster, { zone: 'cluster.local', now: NOW, clock: () => NOW, sleep: () => Promise.resolve(), checks });
  expect(results.map(({ id, status, blockedBy }) => [id, status, blockedBy])).toEqual([
    ['a', 'failed', undefined], ['b', 'skipped', 'a'], ['c', 'skipped', 'a'], ['d', 'unchecked', undefined], ['e', 'ok', undefined],
  ]);
});

test('an error of this program is none of the cluster', async () => {
  const kubectl = new FakeKubectl(WELL);
  kubectl.run = args => (args[1] === 'endpointslices' ? Promise.reject(new Error('a mistake')) : new FakeKubectl(WELL).run(args, { timeoutSeconds: 1 }));
  await expect(examined(WELL, { kubectl })).rejects.toThrow('a mistake');
});

describe('the clients', () => {
  const named = (name: string, more: JsonObject = {}): JsonObject => ({ ...ticker(FROM_CONFIG), metadata: { name, namespace: 'shop' }, ...more });

  test('without a name are all that have the URL of a NATS server', async () => {
    const kubectl = new FakeKubectl({ objects: [...HEALTHY, named('second'), { ...ticker({ LOG_LEVEL: { value: 'info' } }), metadata: { name: 'quiet', namespace: 'shop' } }] });
    expect((await diagnosed(kubectl)).map(({ client }) => client.workload.name)).toEqual(['ticker', 'second']);
  });

  test('are none for what is no NATS server', async () => {
    const two = { ...FROM_CONFIG, MONGODB_URL: { value: 'mongodb://store.shop.svc.cluster.local:27017' } };
    expect(await diagnosed(new FakeKubectl({ objects: healthyBut(ticker(two)) }))).toHaveLength(1);
  });

  test('are one for each server', async () => {
    const two = { ...FROM_CONFIG, NATS_AUDIT_URL: { value: 'nats://audit.messaging.svc.cluster.local:4222' } };
    const found = await diagnosed(new FakeKubectl({ objects: healthyBut(ticker(two)) }));
    expect(found.map(({ client }) => client.host)).toEqual(expect.arrayContaining(['broker.messaging.svc.cluster.local', 'audit.messaging.svc.cluster.local']));
  });

  test('in the whole cluster are found in each namespace', async () => {
    const far = { ...ticker({ NATS_URL: { value: FULL } }), metadata: { name: 'far', namespace: 'messaging' } };
    expect((await diagnosed(new FakeKubectl({ objects: [...HEALTHY, far] }), { where: 'all' })).map(({ client }) => client.workload.title)).toEqual(['shop/ticker[Deployment]', 'messaging/far[Deployment]']);
  });

  test('in the namespace of the context are asked for without one', async () => {
    const kubectl = new FakeKubectl(WELL);
    await diagnosed(kubectl, { where: 'context', workloads: [{ kind: 'Deployment', name: 'ticker' }] });
    expect(kubectl.commands[0]).toBe('get deployments -o json');
  });

  test('are not those that a controller made', async () => {
    const template = (ticker().spec as JsonObject).template as JsonObject;
    const pod = { ...tickerPod(), spec: template.spec };
    const found = await diagnosed(new FakeKubectl({ objects: healthyBut(pod) }));
    expect(found.map(({ client }) => client.workload.kind)).toEqual(['Deployment']);
  });

  test('of which some kinds may not be listed are the others, and what is missing is told', async () => {
    const found = await diagnosis(new FakeKubectl({ ...WELL, instead: { 'get cronjobs': forbidden('list', 'cronjobs', 'shop', 'batch') } }));
    expect(found).toMatchObject({ examinations: [{}], unlisted: [{ resource: 'cronjobs', trouble: { type: 'forbidden' } }] });
    expect(verdictOf(found, 'failed')).toBe('unchecked');
  });

  test('are examined where one list does not answer in time', async () => {
    expect(await diagnosis(new FakeKubectl({ ...WELL, instead: { 'get pods -n shop': { type: 'timeout', seconds: 10 } } }))).toMatchObject({ examinations: [{}], unlisted: [{ resource: 'pods', trouble: { type: 'timeout' } }] });
  });

  test('that are named are examined where the list of another that is named may not be read', async () => {
    const workloads = [{ kind: 'Deployment', name: 'ticker' }, { kind: 'StatefulSet', name: 'store' }];
    const instead = { 'get statefulsets': forbidden('list', 'statefulsets', 'shop', 'apps') };
    expect(await diagnosis(new FakeKubectl({ ...WELL, instead }), { workloads })).toMatchObject({ examinations: [{}], unlisted: [{ resource: 'statefulsets' }] });
  });

  describe('whose ConfigMaps may not be read', () => {
    const instead = { 'get configmaps': forbidden('list', 'configmaps', 'shop') };
    const takesAll = { ...ticker(), spec: { template: { spec: { containers: [{ name: 'ticker', envFrom: [{ configMapRef: { name: 'ticker-config' } }] }] } } } };
    const written = named('written', { spec: ticker({ NATS_URL: { value: FULL } }).spec });

    test('are not seen where they take all of a ConfigMap, which is told', async () => {
      const found = await diagnosis(new FakeKubectl({ objects: healthyBut(takesAll, written), instead }));
      expect([found.examinations.map(({ client }) => client.workload.name), found.unlisted]).toMatchObject([['written'], [{ resource: 'configmaps', trouble: { type: 'forbidden' } }]]);
    });

    test('are none at all, and the right is named', async () => {
      await expect(diagnosis(new FakeKubectl({ objects: healthyBut(takesAll), instead }))).rejects.toThrow(/has the URL of a NATS server; .*; no right to list configmaps in namespace shop$/);
    });

    test('are told by a check where they are named', async () => {
      expect((await diagnosis(new FakeKubectl({ ...WELL, instead }), { workloads: [{ kind: 'Deployment', name: 'ticker' }] })).unlisted).toEqual([]);
    });
  });

  test.each([
    ['there is none of the kind', [{ kind: 'StatefulSet', name: 'ticker' }], {}, 'there is no workload statefulset/ticker in namespace shop: there are none'],
    ['the name is misspelt', [{ kind: 'Deployment', name: 'tickr' }], {}, 'there is no workload deployment/tickr in namespace shop: did you mean deployment/ticker?'],
    ['nothing is near', [{ name: 'zzzzzzzzzzzzzzzzzzz' }], {}, 'there is no workload zzzzzzzzzzzzzzzzzzz in namespace shop: there are deployment/ticker'],
    ['a kind cannot be listed', [{ name: 'tickr' }], { 'get jobs': forbidden('list', 'jobs', 'shop', 'batch') }, /; no right to list jobs\.batch in namespace shop$/],
    ['nothing may be listed', [{ kind: 'Deployment', name: 'ticker' }], { 'get deployments': forbidden('list', 'deployments', 'shop', 'apps') }, 'no right to list deployments.apps in namespace shop'],
    ['of any kind nothing may be listed', [], { 'get jobs': forbidden('list', 'jobs', 'shop', 'batch'), 'get ': forbidden('list', 'things', 'shop') }, /^no right to list things in namespace shop; no right to list jobs\.batch in namespace shop$/],
    ['the cluster is not there', [], { get: refusal('Unable to connect to the server: dial tcp 10.0.0.1:6443: connect: no route to host\n') }, 'Unable to connect to the server: dial tcp 10.0.0.1:6443: connect: no route to host'],
    ['the cluster does not answer', [], { get: { type: 'timeout', seconds: 10 } as const }, 'the cluster does not answer within 10 s; --timeout gives it longer'],
  ])('are none where %s, and one line says so', async (_, workloads, instead, message) => {
    const run = diagnosed(new FakeKubectl({ ...WELL, instead }), { workloads });
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toBeInstanceOf(CannotExamine);
  });

  test('of many names none is listed', async () => {
    const many = Array.from({ length: 11 }, (_, i) => named(`shop-${i}`));
    await expect(diagnosed(new FakeKubectl({ objects: many }), { workloads: [{ name: 'zzzzzzzzzzzzzzzz' }], where: 'all' })).rejects.toThrow('there is no workload zzzzzzzzzzzzzzzz in the cluster: there are 11');
  });

  test.each([['all', 'in the cluster'], ['context', 'in the namespace of the context'], [{ namespace: 'messaging' }, 'in namespace messaging']] as const)('that do not exist are told by the place: %j', async (where, place) => {
    const objects = healthyWithout('Deployment ticker', 'Pod ticker-5d9c-x7k2p');
    await expect(diagnosed(new FakeKubectl({ objects }), { where })).rejects.toThrow(`no workload ${place} has the URL of a NATS server`);
  });

  test('are not guessed where Services cannot be asked for by an error of this program', async () => {
    const kubectl = new FakeKubectl(WELL);
    const answer = kubectl.run.bind(kubectl);
    kubectl.run = (args, options) => (args[1] === 'services' ? Promise.reject(new Error('a mistake')) : answer(args, options));
    await expect(diagnosed(kubectl)).rejects.toThrow('a mistake');
  });

  test('are not asked for in vain where the error is one of this program', async () => {
    const kubectl = new FakeKubectl(WELL);
    kubectl.run = () => Promise.reject(new Error('a mistake'));
    await expect(diagnosed(kubectl)).rejects.toThrow('a mistake');
  });
});

describe('waiting', () => {
  const waiting = async (kubectl: FakeKubectl, options: Partial<DiagnoseOptions>) => {
    const around = clock();
    const found = await diagnose({ workloads: [{ name: 'ticker' }], where: { namespace: 'shop' } }, kubectl, { ...OPTIONS, ...options }, around);
    return { found, slept: around.slept };
  };

  /** A cluster that gets well after some commands of a kind. */
  function recovering(before: World, rounds: number): FakeKubectl {
    const [ill, well] = [new FakeKubectl(before), new FakeKubectl(WELL)];
    let asked = 0;
    const kubectl = new FakeKubectl(WELL);
    kubectl.run = (args, options) => {
      kubectl.commands.push(args.join(' '));
      if (args[1] === 'deployments') asked++;
      return (asked > rounds ? well : ill).run(args, options);
    };
    return kubectl;
  }

  /** One that gives other answers in its first rounds. */
  const after = (rounds: number, instead: World['instead'], well: World = WELL): FakeKubectl => recovering({ ...well, instead }, rounds);

  test('ends as soon as nothing fails', async () => {
    const { found, slept } = await waiting(recovering({ ...WELL, objects: healthyWithout('Service broker') }, 2), { waitSeconds: 60 });
    expect([verdictOf(found, 'failed'), slept]).toEqual(['ok', 6]);
  });

  test('tells of what passed at first as it is in the end', async () => {
    const worlds = [{ ...WELL, objects: healthyWithout('Service broker') }, { ...WELL, environments: {} }].map(world => new FakeKubectl(world));
    let asked = 0;
    const kubectl = new FakeKubectl(WELL);
    kubectl.run = (args, options) => {
      if (args[1] === 'deployments') asked++;
      return worlds[Math.min(asked, 2) - 1].run(args, options);
    };
    const { found } = await waiting(kubectl, { waitSeconds: 4 });
    expect(found.examinations[0].results.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual(['pods-current']);
  });

  test.each<[string, FakeKubectl]>([
    ['a cluster that does not answer', after(2, { get: { type: 'timeout', seconds: 10 } })],
    ['a cluster that is away', after(2, { get: refusal('Unable to connect to the server: dial tcp 10.0.0.1:6443: connect: connection refused\n') })],
    ['a workload that is not yet made', recovering({ ...WELL, objects: healthyWithout('Deployment ticker', 'Pod ticker-5d9c-x7k2p') }, 2)],
    ['a list that does not answer', after(2, { 'get cronjobs': { type: 'timeout', seconds: 10 } })],
    ['a check that could not be made', after(2, { 'get events': { type: 'timeout', seconds: 10 } })],
  ])('gets over %s', async (_, kubectl) => {
    const { found, slept } = await waiting(kubectl, { waitSeconds: 60 });
    expect([verdictOf(found, 'failed'), slept]).toEqual(['ok', 6]);
  });

  test.each<[string, World['instead']]>([
    ['a check', { 'get events': forbidden('list', 'events', 'shop') }],
    ['a list', { 'get cronjobs': forbidden('list', 'cronjobs', 'shop', 'batch') }],
  ])('ends at once where a right is missing for %s and nothing else', async (_, instead) => {
    const { found, slept } = await waiting(new FakeKubectl({ ...WELL, instead }), { waitSeconds: 60 });
    expect([verdictOf(found, 'failed'), slept]).toEqual(['unchecked', 0]);
  });

  test('ends at once where only what a check saw leaves it open', async () => {
    const kubectl = new FakeKubectl({ ...WELL, raw: { ...RAW, 'connz?limit=10000': { connections: [{ ip: '127.0.0.6' }] } } });
    expect(await waiting(kubectl, { waitSeconds: 60 })).toMatchObject({ slept: 0, found: { examinations: [{ results: expect.arrayContaining([expect.objectContaining({ status: 'unchecked', lasting: true })]) }] } });
  });

  test('ends at once where nothing may be listed', async () => {
    const around = clock();
    const kubectl = new FakeKubectl({ ...WELL, instead: { get: forbidden('list', 'deployments', 'shop', 'apps') } });
    await expect(diagnose({ workloads: [], where: 'context' }, kubectl, { ...OPTIONS, waitSeconds: 60 }, around)).rejects.toBeInstanceOf(CannotExamine);
    expect(around.slept).toBe(0);
  });

  test('ends when the time is up where the workload is never made', async () => {
    const around = clock();
    await expect(diagnose({ workloads: [{ name: 'tickr' }], where: 'context' }, new FakeKubectl(WELL), { ...OPTIONS, waitSeconds: 10 }, around)).rejects.toThrow('there is no workload tickr');
    expect(around.slept).toBe(9);
  });

  test('needs no server that tells about itself', async () => {
    const { found, slept } = await waiting(new FakeKubectl({ ...WELL, raw: {} }), { waitSeconds: 60 });
    expect([verdictOf(found, 'failed'), slept]).toEqual(['ok', 0]);
  });

  test('ends when the time is up', async () => {
    const { found, slept } = await waiting(new FakeKubectl({ ...WELL, objects: healthyWithout('Service broker') }), { waitSeconds: 10 });
    expect([verdictOf(found, 'failed'), slept]).toEqual(['failed', 9]);
  });

  test('is not done where nobody asked for it', async () => {
    expect((await waiting(new FakeKubectl({ ...WELL, objects: healthyWithout('Service broker') }), {})).slept).toBe(0);
  });

  test('goes on for a warning where warnings count', async () => {
    const kubectl = () => new FakeKubectl({ ...WELL, logs: { 'ticker-5d9c-x7k2p': 'NATS connection lost' } });
    expect([(await waiting(kubectl(), { waitSeconds: 10 })).slept, (await waiting(kubectl(), { waitSeconds: 10, failOn: 'warning' })).slept]).toEqual([0, 9]);
  });
});

test('a failure outweighs what could not be checked, which outweighs the rest', async () => {
  const verdicts = await Promise.all([
    { ...WELL, objects: healthyWithout('Service broker'), instead: { 'get events': forbidden('list', 'events', 'shop') } },
    { ...WELL, instead: { 'get events': forbidden('list', 'events', 'shop') } },
    WELL,
  ].map(async world => verdictOf({ examinations: [await examined(world)], unlisted: [] }, 'failed')));
  expect(verdicts).toEqual(['failed', 'unchecked', 'ok']);
});

test('a right that no namespace limits is to be had from a ClusterRole', async () => {
  const { results } = await examined({ ...WELL, instead: { 'get --raw': forbidden('get', 'nodes/proxy') } });
  expect(results.find(({ id }) => id === 'slow-consumers')?.hint).toBe('ask for a ClusterRole that lets you get nodes/proxy');
});
