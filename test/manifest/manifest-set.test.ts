import { ManifestSet, ManifestSetParts, readText } from '../../src/manifest';

interface Texts extends Omit<ManifestSetParts, 'files' | 'state'> {
  readonly files?: string;
  readonly state?: string;
}

function setOf({ files = '', state, ...rest }: Texts): ManifestSet {
  return new ManifestSet({ files: readText('files.yaml', files).documents, state: state === undefined ? undefined : readText('state.yaml', state).documents, ...rest });
}

/** Objects of a kind, one a name. */
function objects(kind: string, names: readonly string[], { apiVersion = 'v1', more = '' } = {}): string {
  return names.map(name => `---\n{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}, namespace: apps${more}}, spec: {containers: []}, data: {a: b}}\n`).join('');
}

test('objects of the files replace those of the state whole', () => {
  const set = setOf({ files: objects('ConfigMap', ['a']), state: objects('ConfigMap', ['a', 'b']) });
  expect([set.all.map(({ origin, name }) => `${origin} ${name}`), set.replaced(set.objects[0])?.origin, set.replaced(set.all[1])]).toEqual([['files a', 'state b'], 'state', undefined]);
});

test('another version of a kind is the same object', () => {
  const set = setOf({ files: objects('Ingress', ['a'], { apiVersion: 'networking.k8s.io/v1' }), state: objects('Ingress', ['a'], { apiVersion: 'extensions/v1beta1' }) });
  expect(set.all).toHaveLength(1);
});

test('a kind of another project with the name of one of Kubernetes is something else', () => {
  const set = setOf({ files: objects('Service', ['a'], { apiVersion: 'serving.knative.dev/v1' }) + objects('Service', ['a']) });
  expect([set.ofKind('Service').length, set.find('Service', 'apps', 'a')?.apiVersion, set.objects.length]).toEqual([1, 'v1', 2]);
});

test('objects of one name and kind, but of two custom groups, are two', () => {
  const gateway = (apiVersion: string): string => objects('Gateway', ['a'], { apiVersion });
  const set = setOf({ files: gateway('networking.istio.io/v1'), state: gateway('networking.istio.io/v1beta1') + gateway('gateway.networking.k8s.io/v1') });
  expect([set.all.map(({ origin, group }) => `${origin} ${group}`), set.replaced(set.objects[0])?.apiVersion, set.presence('Gateway', 'apps', 'a')])
    .toEqual([['files networking.istio.io', 'state gateway.networking.k8s.io'], 'networking.istio.io/v1beta1', 'present']);
});

test('of two definitions in the files the last is found', () => {
  const set = setOf({ files: '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {v: "1"}}\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {v: "2"}}\n' });
  expect([set.find('ConfigMap', '', 'a')?.get('data', 'v'), set.definitions('ConfigMap', '', 'a').length]).toEqual(['2', 2]);
});

describe('presence', () => {
  test('without a state, what is not in the files is unknown', () => {
    const set = setOf({ files: objects('ConfigMap', ['a']) });
    expect([set.presence('ConfigMap', 'apps', 'a'), set.presence('ConfigMap', 'apps', 'b'), set.hasState]).toEqual(['present', 'unknown', false]);
  });

  test.each(['ConfigMap', 'Secret', 'Service'])('a state that lists a %s of a namespace lists all of them there', (kind) => {
    const set = setOf({ state: objects(kind, ['a']) });
    expect([set.presence(kind, 'apps', 'b'), set.presence(kind, 'other', 'b')]).toEqual(['absent', 'unknown']);
  });

  test('a state that lists a Namespace lists all of them', () => {
    expect(setOf({ state: '{apiVersion: v1, kind: Namespace, metadata: {name: apps}}' }).presence('Namespace', '', 'nats')).toBe('absent');
  });

  test('what is in a namespace that is absent is absent too', () => {
    const set = setOf({ files: objects('Pod', ['a']), state: '{apiVersion: v1, kind: Namespace, metadata: {name: apps}}' });
    expect([set.presence('Secret', 'apps', 'b'), set.presence('Secret', 'gone', 'b'), set.presence('Secret', 'kube-system', 'b'), set.presence('Secret', '', 'b')])
      .toEqual(['unknown', 'absent', 'unknown', 'unknown']);
  });

  test('a namespace that the files define is not absent', () => {
    const namespace = (name: string): string => `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}}}`;
    expect(setOf({ files: namespace('new'), state: namespace('apps') }).presence('Secret', 'new', 'b')).toBe('unknown');
  });

  test('a state need not list all objects of another kind', () => {
    expect(setOf({ state: objects('ServiceAccount', ['a']) }).presence('ServiceAccount', 'apps', 'b')).toBe('unknown');
  });

  test('in a closed world what is in neither place is absent', () => {
    expect(setOf({ closedWorld: true }).presence('ServiceAccount', 'apps', 'b')).toBe('absent');
  });

  test.each([
    ['ConfigMap', 'apps', 'kube-root-ca.crt'], ['ServiceAccount', 'apps', 'default'], ['Service', 'default', 'kubernetes'], ['Namespace', '', 'kube-system'],
  ])('each cluster has the %s %s/%s', (kind, namespace, name) => {
    expect(setOf({ closedWorld: true }).presence(kind, namespace, name)).toBe('present');
  });
});

describe('workloads', () => {
  const owned = (kind: string, name: string, apiVersion = 'apps/v1'): object => ({ more: `, ownerReferences: [{apiVersion: ${apiVersion}, kind: ${kind}, name: ${name}}]` });
  const titles = ({ workloads }: ManifestSet): string[] => workloads.map(({ title }) => title);

  test('what a controller of the set made is none of its own', () => {
    const deployment = '---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, namespace: apps}, spec: {template: {spec: {}}}}\n';
    const replicaSet = '---\n{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: a-1, namespace: apps, ownerReferences: [{kind: Deployment, name: a}]}, spec: {template: {spec: {}}}}\n';
    const set = setOf({ files: deployment, state: deployment + replicaSet + objects('Pod', ['a-1-x'], owned('ReplicaSet', 'a-1')) });
    expect(set.workloads.map(({ title }) => title)).toEqual(['apps/a[Deployment]']);
  });

  test('a pod whose owner is not known stands for itself', () => {
    expect(setOf({ state: objects('Pod', ['a'], owned('Rollout', 'b')) }).workloads.map(({ title }) => title)).toEqual(['apps/a[Pod]']);
  });

  test('what a custom resource of the set made stands for itself', () => {
    const set = setOf({ state: objects('Rollout', ['b'], { apiVersion: 'argoproj.io/v1alpha1' }) + objects('Pod', ['a'], owned('Rollout', 'b', 'argoproj.io/v1alpha1')) });
    expect(titles(set)).toEqual(['apps/a[Pod]']);
  });

  test('a kind of another project with the name of a workload\'s is none', () => {
    const kruise = 'apps.kruise.io/v1beta1';
    const set = setOf({ state: objects('StatefulSet', ['b'], { apiVersion: kruise }) + objects('Pod', ['b-0'], owned('StatefulSet', 'b', kruise)) });
    expect(titles(set)).toEqual(['apps/b-0[Pod]']);
  });

  test('what a custom resource made that a workload made is none of its own', () => {
    const operator = '---\n{apiVersion: batch/v1, kind: Job, metadata: {name: c, namespace: apps}, spec: {template: {spec: {}}}}\n';
    const made = objects('Run', ['b'], { apiVersion: 'example.com/v1', ...owned('Job', 'c', 'batch/v1') }) + objects('Pod', ['a'], owned('Run', 'b', 'example.com/v1'));
    expect(titles(setOf({ state: operator + made }))).toEqual(['apps/c[Job]']);
  });

  test('an object that is its own owner stands for itself', () => {
    expect(titles(setOf({ state: objects('Pod', ['a'], owned('Pod', 'a', 'v1')) }))).toEqual(['apps/a[Pod]']);
  });

  test('of two definitions in the files the last one counts', () => {
    const set = setOf({ files: objects('Pod', ['a']) + objects('Service', ['b']) + objects('Pod', ['a']) + objects('Service', ['b']) });
    expect([set.workloads.map(({ object }) => object), set.services.map(({ object }) => object)]).toEqual([[set.objects[2]], [set.objects[3]]]);
  });

  test('an earlier definition is a workload still', () => {
    const set = setOf({ files: objects('Pod', ['a']) + objects('Pod', ['a']) });
    expect(set.workload(set.objects[0])?.object).toBe(set.objects[0]);
  });

  test('objects whose names the cluster makes up are as many as they are', () => {
    const job = '---\n{apiVersion: v1, kind: Pod, metadata: {generateName: a-}, spec: {containers: []}}\n';
    expect(setOf({ files: job + job }).workloads).toHaveLength(2);
  });

  test('owners of any shape are no owners', () => {
    expect(setOf({ state: objects('Pod', ['a'], { more: ', ownerReferences: [null, 1, {kind: [], name: {}}]' }) }).workloads).toHaveLength(1);
  });
});

test('Services are found by namespace and name', () => {
  const set = setOf({ files: objects('Service', ['a']) });
  expect([set.service('apps', 'a')?.name, set.service('apps', 'b'), set.services.length]).toEqual(['a', undefined, 1]);
});

test('a namespace has the labels of its object and the one that each has', () => {
  const set = setOf({ state: '{apiVersion: v1, kind: Namespace, metadata: {name: nats, labels: {team: a}}}' });
  expect([{ ...set.namespaceLabels('nats') }, { ...set.namespaceLabels('apps') }])
    .toEqual([{ 'team': 'a', 'kubernetes.io/metadata.name': 'nats' }, { 'kubernetes.io/metadata.name': 'apps' }]);
});

test('documents of the state that are no objects are nobody\'s problem', () => {
  expect([setOf({ state: 'a: 1\n' }).problems, setOf({ files: 'a: 1\n' }).problems.length]).toEqual([[], 1]);
});
