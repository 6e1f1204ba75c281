import { configMap, migrateTexts, replaces } from './support';
import { readText } from '../../src/manifest';
import { MigrateProps, Plan, planOf } from '../../src/migrate';
import { RULES } from '../../src/verify';

/** A workload of any kind whose container takes `wall` of ConfigMap `colours`. */
function reader(kind: string, name: string, more: { readonly template?: string; readonly spec?: string; readonly variable?: string } = {}): string {
  const { template = '', spec = '', variable = 'NATS_WALL' } = more;
  const pod = `metadata: { labels: { app: ${name} }${template} }, spec: { containers: [{ name: main, image: "example/${name}:1", `
    + `env: [{ name: ${variable}, valueFrom: { configMapKeyRef: { name: colours, key: wall } } }] }] }`;
  const group = kind === 'Job' || kind === 'CronJob' ? 'batch/v1' : kind === 'Pod' ? 'v1' : 'apps/v1';
  const head = `apiVersion: ${group}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: apps }\n`;
  switch (kind) {
    case 'Pod': return `${head}spec: { containers: [{ name: main, image: "example/${name}:1", env: [{ name: ${variable}, valueFrom: { configMapKeyRef: { name: colours, key: wall } } }] }] }\n`;
    case 'CronJob': return `${head}spec: { schedule: "0 1 * * *", jobTemplate: { spec: { template: { ${pod} } } } }\n`;
    default: return `${head}spec: { selector: { matchLabels: { app: ${name} } }, ${spec} template: { ${pod} } }\n`;
  }
}

const colours = configMap('colours', { wall: 'red' });
const red = replaces('URL901', 'red', 'green');

/** The plan beside a cluster of which it is known that it holds nothing more, unless told otherwise. */
function plan(texts: Readonly<Record<string, string>>, props: Partial<MigrateProps> = {}): Plan {
  return planOf(migrateTexts(texts, [red], { state: [], ...props }));
}

/** The commands of a plan, without those that only look. */
function commands(of: Plan): string[] {
  return of.flatMap(({ steps }) => steps.flatMap(({ command }) => (command ? [command.join(' ')] : []))).filter(command => !/ logs | status |^petrosa/.test(command));
}

function notes(of: Plan): string[] {
  return of.flatMap(({ steps }) => steps.flatMap(({ command, note }) => (command ? [] : [note])));
}

test('nothing is to be done where nothing changed', () => {
  expect(plan({ 'a.yaml': configMap('colours', { wall: 'blue' }) })).toEqual([]);
});

test('changed files are applied, others not', () => {
  expect(commands(plan({ 'a.yaml': colours, 'b.yaml': configMap('other', { wall: 'blue' }) }))).toEqual(['kubectl apply --filename a.yaml']);
});

test('the step says which objects of the file changed', () => {
  expect(plan({ 'a.yaml': `${colours}---\n${configMap('other', { wall: 'blue' })}` })[0].steps[0].note).toBe('ConfigMap apps/colours');
});

test('ConfigMaps come before policies, and policies before the rest', () => {
  const marked = (kind: string, version: string): string => `apiVersion: ${version}\nkind: ${kind}\nmetadata: { name: x, namespace: apps }\ndata: { wall: red }\n`;
  const texts = { 'a.yaml': marked('Widget', 'example.com/v1'), 'b.yaml': marked('NetworkPolicy', 'networking.k8s.io/v1'), 'c.yaml': colours };
  expect(commands(plan(texts))).toEqual(['c.yaml', 'b.yaml', 'a.yaml'].map(file => `kubectl apply --filename ${file}`));
});

test('a file whose objects name no namespace is applied in the one that is told', () => {
  const text = colours.replace('  namespace: apps\n', '');
  expect(commands(plan({ 'a.yaml': text }, { namespace: 'shop' }))).toEqual(['kubectl apply --filename a.yaml --namespace shop']);
});

test('a file of which some objects name another namespace is applied without one, which kubectl would refuse', () => {
  const text = `${colours.replace('  namespace: apps\n', '')}---\n${configMap('other', {})}`;
  expect(commands(plan({ 'a.yaml': text }, { namespace: 'shop' }))).toEqual(['kubectl apply --filename a.yaml']);
});

test.each(['Deployment', 'StatefulSet', 'DaemonSet'])('a %s that reads a changed key is restarted', (kind) => {
  expect(commands(plan({ 'a.yaml': colours, 'b.yaml': reader(kind, 'quotes') })))
    .toEqual(['kubectl apply --filename a.yaml', `kubectl rollout restart ${kind.toLowerCase()}/quotes --namespace apps`]);
});

test('a workload that only the cluster shows is restarted too', () => {
  const state = readText('cluster.yaml', reader('Deployment', 'orders')).documents;
  expect(commands(plan({ 'a.yaml': colours }, { state }))).toContain('kubectl rollout restart deployment/orders --namespace apps');
});

test('the restart says which key is read', () => {
  expect(plan({ 'a.yaml': colours, 'b.yaml': reader('Deployment', 'quotes') })[1].steps[0].note).toBe('reads wall of ConfigMap apps/colours');
});

test('a CronJob takes it at its next run', () => {
  expect(notes(plan({ 'a.yaml': colours, 'b.yaml': reader('CronJob', 'report') }))).toEqual(['apps/report[CronJob] takes it at its next run: reads wall of ConfigMap apps/colours']);
});

test('a Job of the files is deleted and applied, after the ConfigMap that it reads', () => {
  expect(commands(plan({ 'a.yaml': reader('Job', 'import'), 'b.yaml': colours })))
    .toEqual(['kubectl apply --filename b.yaml', 'kubectl delete job/import --namespace apps --ignore-not-found', 'kubectl apply --filename a.yaml']);
});

test('a Job that only the cluster shows must be made anew where its manifest is', () => {
  const state = readText('cluster.yaml', reader('Job', 'import')).documents;
  expect(notes(plan({ 'a.yaml': colours }, { state })))
    .toEqual(['apps/import[Job] must be made anew from its own manifest, if it is to run with it: reads wall of ConfigMap apps/colours']);
});

test('a workload whose pods do not come by a restart is named with the reason', () => {
  expect(notes(plan({ 'a.yaml': colours, 'b.yaml': reader('Deployment', 'quotes', { spec: 'paused: true,' }) })))
    .toEqual(['apps/quotes[Deployment] keeps its pods: reads wall of ConfigMap apps/colours, it is paused: nothing rolls until it is resumed']);
});

test('without the state of the cluster, other readers of a changed ConfigMap are not known', () => {
  expect(notes(plan({ 'a.yaml': colours }, { state: undefined })))
    .toEqual(['who else reads ConfigMap apps/colours is not known: --cluster-state tells what the cluster holds']);
});

const mounting = `apiVersion: apps/v1
kind: Deployment
metadata: { name: quotes, namespace: apps }
spec:
  selector: { matchLabels: { app: quotes } }
  template:
    metadata: { labels: { app: quotes } }
    spec:
      volumes: [{ name: paint, configMap: { name: colours } }]
      containers: [{ name: main, image: "example/quotes:1", volumeMounts: [{ name: paint, mountPath: /paint }] }]
`;

test('a workload that mounts a changed key needs no restart if it reads it again', () => {
  expect(notes(plan({ 'a.yaml': colours, 'b.yaml': mounting })))
    .toEqual([expect.stringMatching(/^apps\/quotes\[Deployment\] gets it without a restart, if its program reads the mounted file again: /)]);
});

test('a workload that mounts an immutable ConfigMap is restarted, since it keeps the deleted one', () => {
  expect(commands(plan({ 'a.yaml': `${colours}immutable: true\n`, 'b.yaml': mounting }))).toContain('kubectl rollout restart deployment/quotes --namespace apps');
});

test('a workload whose own template changed rolls by itself', () => {
  const text = reader('Deployment', 'quotes').replace('valueFrom: { configMapKeyRef: { name: colours, key: wall } }', 'value: nats://10.8.0.17:4222');
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: nats-server, namespace: nats }\nspec: { ports: [{ port: 4222 }] }\n';
  const migration = migrateTexts({ 'a.yaml': text.replace('NATS_WALL', 'NATS_URL') }, RULES, {
    state: readText('cluster.yaml', service).documents, only: new Set(['URL101']), options: { server: { namespace: 'nats', name: 'nats-server' } },
  });
  expect(notes(planOf(migration))).toEqual(['apps/quotes[Deployment] rolls by itself: env[NATS_URL] of container main changed']);
});

test('each rollout is waited for, and the logs of NATS clients are looked at', () => {
  const steps = plan({ 'a.yaml': colours, 'b.yaml': reader('Deployment', 'quotes') })[2].steps;
  expect(steps.map(({ command }) => command!.join(' '))).toEqual([
    'kubectl rollout status deployment/quotes --namespace apps --timeout=5m',
    'kubectl logs deployment/quotes --namespace apps --all-containers --since=10m --tail=-1',
  ]);
});

test('the logs of a Job that is made anew are looked at', () => {
  const steps = plan({ 'a.yaml': colours, 'b.yaml': reader('Job', 'import') })[2].steps;
  expect(steps.map(({ command }) => command!.slice(0, 3).join(' '))).toEqual(['kubectl logs job/import']);
});

test('the logs of a workload that does not use NATS are not looked at', () => {
  const steps = plan({ 'a.yaml': colours, 'b.yaml': reader('Deployment', 'quotes', { variable: 'WALL' }) })[2].steps;
  expect(steps.map(({ command }) => command![1])).toEqual(['rollout']);
});

test('the lines to look for are those of the rule book', () => {
  const steps = plan({ 'a.yaml': colours, 'b.yaml': reader('Deployment', 'quotes') })[2].steps;
  expect(steps[1].lookFor).toBe('Connected to NATS server|Failed to connect to NATS|NATS connection lost');
});

describe('connections that the files open', () => {
  const client = (name: string): string => reader('Deployment', name).replace('NATS_WALL', 'NATS_URL');
  const servers = `apiVersion: v1
kind: Service
metadata: { name: nats-server, namespace: nats }
spec: { selector: { app: nats }, ports: [{ port: 4222 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: nats, namespace: nats }
spec: { selector: { matchLabels: { app: nats } }, template: { metadata: { labels: { app: nats } }, spec: { containers: [{ name: nats, image: "nats:2.10", ports: [{ containerPort: 4222 }] }] } } }
`;
  const whyOf = (names: readonly string[]) => planOf(migrateTexts({
    'a.yaml': configMap('colours', { wall: 'nats://10.8.0.17:4222' }),
    ...Object.fromEntries(names.map(name => [`${name}.yaml`, client(name)])),
  }, RULES, { state: readText('cluster.yaml', servers).documents, only: new Set(['URL101']) }), ['k8s']).at(-1)!.steps.filter(({ isOffline, command }) => isOffline ?? !command);

  test('are looked at again with petrosa-nats', () => {
    expect(whyOf(['quotes']).map(({ command }) => command)).toEqual([['petrosa-nats', 'why', 'apps/quotes[Deployment]', 'nats-server.nats.svc.cluster.local:4222', 'k8s']]);
  });

  test('are counted where there are many', () => {
    expect(whyOf(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']).map(({ note }) => note).slice(5)).toEqual(['and 2 more connections']);
  });
});

test('a Job that the cluster names is created', () => {
  const job = reader('Job', 'import').replace('name: import,', 'generateName: import-,').replace('kind: Job', 'kind: Job\ndata: { wall: red }');
  expect(plan({ 'a.yaml': job })).toMatchObject([
    { steps: [{ command: ['kubectl', 'create', '--filename', 'a.yaml'], note: 'Job apps/import-…' }] },
  ]);
});

describe('a Job that the cluster names', () => {
  const job = reader('Job', 'import').replace('name: import,', 'generateName: import-,');

  test('is not applied with the other objects of its file', () => {
    expect(notes(plan({ 'a.yaml': `${colours}---\n${job}` }))[0])
      .toBe('ConfigMap apps/colours: apply a.yaml without Job apps/import-…, which has no name: kubectl create makes it');
  });

  test('is created anew above where its template changed', () => {
    const own = job.replace('valueFrom: { configMapKeyRef: { name: colours, key: wall } }', 'value: nats://10.8.0.17:4222').replace('NATS_WALL', 'NATS_URL');
    const migration = migrateTexts({ 'a.yaml': own }, RULES, { state: [], only: new Set(['URL101']), options: { server: { namespace: 'nats', name: 'nats-server' } } });
    expect(notes(planOf(migration))).toEqual(['a new Job apps/import-… is created above: env[NATS_URL] of container main changed']);
  });
});

test('a file whose name kubectl would take for a list is given on standard input', () => {
  expect(plan({ 'a,b.yaml': colours })[0].steps).toEqual([{ command: ['kubectl', 'apply', '--filename', '-'], input: 'a,b.yaml', note: 'ConfigMap apps/colours' }]);
});

describe('a ConfigMap that is immutable', () => {
  const frozen = `${colours}immutable: true\n`;
  const remade = ['kubectl delete configmap/colours --namespace apps --ignore-not-found', 'kubectl apply --filename a.yaml'];

  test('is made anew', () => {
    expect(commands(plan({ 'a.yaml': frozen }))).toEqual(remade);
  });

  test('in the cluster alone is made anew, too', () => {
    expect(commands(plan({ 'a.yaml': colours }, { state: readText('cluster.yaml', frozen).documents }))).toEqual(remade);
  });

  test('in the files but not in the cluster is applied', () => {
    expect(commands(plan({ 'a.yaml': frozen }, { state: readText('cluster.yaml', colours).documents }))).toEqual(remade.slice(1));
  });

  test('and stands in several files is deleted by a person', () => {
    expect(notes(plan({ 'dev/a.yaml': frozen, 'prod/a.yaml': frozen }))[0]).toBe('ConfigMap apps/colours is immutable: delete it before it is applied');
  });
});

describe('an object that several files hold', () => {
  const choice = 'ConfigMap apps/colours: apply the one of these that is for this cluster, with kubectl apply --filename: dev/a.yaml, prod/a.yaml';

  test('is applied from the one that is for the cluster', () => {
    const result = plan({ 'dev/a.yaml': colours, 'prod/a.yaml': colours });
    expect([commands(result), notes(result)]).toEqual([[], [choice]]);
  });

  test('is so also where one of them is right already', () => {
    expect(notes(plan({ 'dev/a.yaml': colours, 'prod/a.yaml': configMap('colours', { wall: 'blue' }) }))).toEqual([choice]);
  });

  test('is applied from each where it does not change', () => {
    const namespace = '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: apps }\n';
    expect(commands(plan({ 'a.yaml': colours + namespace, 'b.yaml': configMap('roofs', { wall: 'red' }) + namespace })))
      .toEqual(['kubectl apply --filename a.yaml', 'kubectl apply --filename b.yaml']);
  });

  test('may be in one of them with a kustomization', () => {
    const texts = { 'dev/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n', 'dev/a.yaml': colours, 'prod/a.yaml': colours };
    expect(notes(plan(texts))).toEqual([
      'ConfigMap apps/colours: apply the one of these that is for this cluster, with kubectl apply --kustomize or --filename: dev, prod/a.yaml',
    ]);
  });
});

describe('a custom resource with the template of pods', () => {
  const custom = (more = {}): string => reader('Rollout', 'quotes', more).replace('apps/v1', 'argoproj.io/v1alpha1');

  test('is restarted by its own tool where it reads a changed key', () => {
    expect(notes(plan({ 'a.yaml': colours, 'b.yaml': custom() })))
      .toEqual(['apps/quotes[Rollout] is restarted by the tool of its kind: reads wall of ConfigMap apps/colours']);
  });

  test('rolls by itself where its template changed', () => {
    const own = custom({ variable: 'NATS_URL' }).replace('valueFrom: { configMapKeyRef: { name: colours, key: wall } }', 'value: nats://10.8.0.17:4222');
    const migration = migrateTexts({ 'a.yaml': own }, RULES, { state: [], only: new Set(['URL101']), options: { server: { namespace: 'nats', name: 'nats-server' } } });
    expect(notes(planOf(migration))).toEqual(['apps/quotes[Rollout] rolls by itself: env[NATS_URL] of container main changed']);
  });

  test('is not looked at with kubectl, although its kind has the name of another', () => {
    const result = plan({ 'a.yaml': colours, 'b.yaml': reader('StatefulSet', 'quotes').replace('apps/v1', 'apps.kruise.io/v1') });
    expect(result.map(({ title }) => title)).not.toContain('verify');
  });
});

describe('files of a kustomization', () => {
  const kustomization = (...resources: string[]): string =>
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: ${JSON.stringify(resources)}\n`;

  test('are applied with it, once', () => {
    const texts = { 'k8s/kustomization.yaml': kustomization('a.yaml', './b.yaml'), 'k8s/a.yaml': colours, 'k8s/b.yaml': configMap('other', { wall: 'red' }) };
    const [apply] = plan(texts);
    expect(apply.steps).toEqual([{ command: ['kubectl', 'apply', '--kustomize', 'k8s'], note: 'ConfigMap apps/colours, ConfigMap apps/other' }]);
  });

  test('are applied with the overlay that takes in their folder', () => {
    const texts = { 'base/kustomization.yaml': kustomization('a.yaml'), 'base/a.yaml': colours, 'prod/kustomization.yaml': kustomization('../base') };
    expect(commands(plan(texts))).toEqual(['kubectl apply --kustomize prod']);
  });

  test('that several overlays take in are for a person to apply', () => {
    const overlays = { 'prod/kustomization.yaml': kustomization('../base'), 'test/kustomization.yaml': kustomization('../base') };
    const texts = { 'base/kustomization.yaml': kustomization('a.yaml'), 'base/a.yaml': colours, ...overlays };
    expect(notes(plan(texts))).toEqual([
      'ConfigMap apps/colours: apply the one of these that is for this cluster, with kubectl apply --kustomize: prod, test',
    ]);
  });

  test('that several overlays take in are for a person to apply together with what changed in one of these', () => {
    const overlays = { 'prod/kustomization.yaml': `${kustomization('../base')}data: { wall: red }\n`, 'test/kustomization.yaml': kustomization('../base') };
    const texts = { 'base/kustomization.yaml': kustomization('a.yaml'), 'base/a.yaml': colours, ...overlays };
    expect([notes(plan(texts)), commands(plan(texts))]).toEqual([[
      'ConfigMap apps/colours, Kustomization of prod/kustomization.yaml: '
      + 'apply the one of these that is for this cluster, with kubectl apply --kustomize: prod, test',
    ], []]);
  });

  test('that take in each other do no harm', () => {
    const texts = { 'a/kustomization.yaml': kustomization('../b', 'c.yaml'), 'b/kustomization.yaml': kustomization('../a'), 'a/c.yaml': colours };
    expect(commands(plan(texts))).toEqual(['kubectl apply --filename a/c.yaml']);
  });

  test('are applied with it where it changed itself', () => {
    expect(commands(plan({ 'k8s/kustomization.yaml': `${kustomization()}data: { wall: red }\n` }))).toEqual(['kubectl apply --kustomize k8s']);
  });

  test('are no choice where two kustomizations have one name', () => {
    const named = `${kustomization()}metadata: { name: all }\ndata: { wall: red }\n`;
    expect(commands(plan({ 'a/kustomization.yaml': named, 'b/kustomization.yaml': named }))).toEqual(['kubectl apply --kustomize a', 'kubectl apply --kustomize b']);
  });

  test('are applied with the overlay where their own kustomization changed', () => {
    const texts = { 'base/kustomization.yaml': `${kustomization()}data: { wall: red }\n`, 'prod/kustomization.yaml': kustomization('../base') };
    expect(commands(plan(texts))).toEqual(['kubectl apply --kustomize prod']);
  });

  test.each(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])('that is one by the name of its file alone are applied with it: %s', (name) => {
    expect(commands(plan({ [`k8s/${name}`]: 'resources: [a.yaml]\n', 'k8s/a.yaml': colours }))).toEqual(['kubectl apply --kustomize k8s']);
  });

  test('are applied by themselves where Flux has the kustomization', () => {
    const texts = { 'a.yaml': colours, 'kustomization.yaml': kustomization('a.yaml').replace('kustomize.config.k8s.io/v1beta1', 'kustomize.toolkit.fluxcd.io/v1') };
    expect(commands(plan(texts))).toEqual(['kubectl apply --filename a.yaml']);
  });

  describe('that changes names', () => {
    const texts = (of: string, overlays: Readonly<Record<string, string>>): Record<string, string> => ({
      'base/kustomization.yaml': `${kustomization('a.yaml', 'b.yaml')}${of}`,
      'base/a.yaml': colours,
      'base/b.yaml': reader('Deployment', 'quotes'),
      ...Object.fromEntries(Object.entries(overlays).map(([name, more]) => [`${name}/kustomization.yaml`, `${kustomization('../base')}${more}`])),
    });
    const all = (of: Plan): string[] => of.slice(1).flatMap(({ steps }) => steps.map(({ command, note }) => command?.join(' ') ?? note));

    test('are found by their new names', () => {
      expect(all(plan(texts('namespace: shop\nnamePrefix: a-\nnameSuffix: -z\n', { })))).toEqual([
        'kubectl rollout restart deployment/a-quotes-z --namespace shop',
        'kubectl rollout status deployment/a-quotes-z --namespace shop --timeout=5m',
        'kubectl logs deployment/a-quotes-z --namespace shop --all-containers --since=10m --tail=-1',
      ]);
    });

    test('are found by the names that the overlay makes of them', () => {
      expect(all(plan(texts('namespace: shop\nnamePrefix: a-\nnameSuffix: -y\n', { prod: 'namespace: live\nnamePrefix: b-\nnameSuffix: -z\n' })))[0])
        .toBe('kubectl rollout restart deployment/b-a-quotes-y-z --namespace live');
    });

    test('are found by the names of several overlays where these agree', () => {
      expect(all(plan(texts('namePrefix: a-\n', { dev: '', prod: '' })))[0]).toBe('kubectl rollout restart deployment/a-quotes --namespace apps');
    });

    test('are for a person to restart where overlays differ', () => {
      expect(all(plan(texts('', { dev: 'namespace: dev\n', prod: '' })))).toEqual([
        'apps/quotes[Deployment] needs a restart by the name that the applied one of dev, prod gives it: reads wall of ConfigMap apps/colours',
        'look at the pods of apps/quotes[Deployment] by the name that the applied one of dev, prod gives it',
      ]);
    });

    test('are two objects where two of them name one object differently', () => {
      const own = (name: string): Record<string, string> => ({ [`${name}/kustomization.yaml`]: `${kustomization('a.yaml')}namespace: ${name}\n`, [`${name}/a.yaml`]: colours });
      expect(commands(plan({ ...own('dev'), ...own('prod') }))).toEqual(['kubectl apply --kustomize dev', 'kubectl apply --kustomize prod']);
    });
  });

  test('are found by entries that are names, whatever else stands there', () => {
    const texts = { 'k8s/kustomization.yaml': kustomization('a.yaml').replace('["a.yaml"]', '[1, {}, a.yaml]'), 'k8s/a.yaml': colours };
    expect(commands(plan(texts))).toEqual(['kubectl apply --kustomize k8s']);
  });
});

test('objects without a namespace are named and restarted without one', () => {
  const texts = { 'a.yaml': colours.replace('  namespace: apps\n', ''), 'b.yaml': reader('Deployment', 'quotes').replace(', namespace: apps', '') };
  const [apply, restart] = plan(texts);
  expect([apply.steps[0].note, restart.steps[0]]).toEqual([
    'ConfigMap colours', { command: ['kubectl', 'rollout', 'restart', 'deployment/quotes'], note: expect.stringMatching(/ of ConfigMap colours$/) },
  ]);
});
