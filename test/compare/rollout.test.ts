import { rollouts } from '../../src/compare';
import { setOf } from '../support/sets';

/** What stands in a workload of a test. */
interface Parts {
  readonly kind?: string;
  readonly name?: string;
  readonly annotations?: string;
  readonly template?: string;
  readonly spec?: string;
  readonly container?: string;
  readonly pod?: string;
}

function workload({ kind = 'Deployment', name = 'api', annotations = '{}', template = '{}', spec = '', container = '', pod = '' }: Parts = {}): string {
  const body = `metadata: { annotations: ${template} }, spec: { ${pod} containers: [{ name: main, image: "example/api:1", ${container} }] }`;
  const inner = kind === 'CronJob' ? `jobTemplate: { spec: { template: { ${body} } } }` : `template: { ${body} }`;
  const whole = kind === 'Pod' ? `spec: { ${pod} containers: [{ name: main, image: "example/api:1", ${container} }] }` : `spec: { ${spec} ${inner} }`;
  return `---\napiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop, annotations: ${annotations} }\n${whole}\n`;
}

function config(data: string, kind = 'ConfigMap', annotations = '{}'): string {
  return `---\napiVersion: v1\nkind: ${kind}\nmetadata: { name: settings, namespace: shop, annotations: ${annotations} }\ndata: ${data}\n`;
}

const OLD = config('{ NATS_URL: a, LEVEL: info }');
const NEW = config('{ NATS_URL: b, LEVEL: info }');
const FROM_KEY = 'env: [{ name: NATS_URL, valueFrom: { configMapKeyRef: { name: settings, key: NATS_URL } } }]';
const FROM_ALL = 'envFrom: [{ configMapRef: { name: settings } }]';

function found(before: string, after: string, state?: string): string[] {
  return rollouts(setOf(before, state), setOf(after, state)).map(({ workload: { name }, kind, reasons }) => `${name} ${kind}: ${reasons.join('; ')}`);
}

/** What becomes of a workload that does not change itself, while NATS_URL does. */
function whenConfigChanges(parts: Parts): string[] {
  return found(OLD + workload(parts), NEW + workload(parts));
}

/** What becomes of a workload whose parts change. */
function whenChanges(before: Parts, after: Parts): string[] {
  return found(workload(before), workload(after));
}

describe('a changed template', () => {
  test('rolls the pods of a Deployment, and the reason names the variable', () => {
    expect(whenChanges({ container: 'env: [{ name: A, value: "1" }]' }, { container: 'env: [{ name: A, value: "2" }]' }))
      .toEqual(['api rolls: env[A] of container main changed']);
  });

  test('never shows a value', () => {
    expect(whenChanges({ container: 'args: [s3cret-1]' }, { container: 'args: [s3cret-2]' }).join()).not.toContain('s3cret');
  });

  test('says what was added and removed', () => {
    expect(whenChanges({ pod: 'nodeSelector: { disk: ssd },' }, { container: 'resources: { limits: { cpu: 1 } }' }))
      .toEqual(['api rolls: nodeSelector.disk removed; resources of container main added']);
  });

  test('of a CronJob is taken by its next run', () => {
    expect(whenChanges({ kind: 'CronJob' }, { kind: 'CronJob', container: 'tty: true' })).toEqual(['api next-run: tty of container main added']);
  });

  test('of a Job is refused, so that it has to be made anew', () => {
    expect(whenChanges({ kind: 'Job' }, { kind: 'Job', container: 'tty: true' })).toEqual(['api recreate: tty of container main added']);
  });

  test('of a bare Pod is refused, but for its images', () => {
    const image = (tag: string) => workload({ kind: 'Pod' }).replace('example/api:1', `example/api:${tag}`);
    expect([...whenChanges({ kind: 'Pod' }, { kind: 'Pod', container: 'tty: true' }), ...found(image('1'), image('2'))])
      .toEqual(['api recreate: tty of container main added', 'api rolls: image of container main changed']);
  });

  test('another order of variables makes new pods, although it means the same', () => {
    const [a, b] = ['{ name: A, value: "1" }', '{ name: B, value: "2" }'];
    expect(whenChanges({ container: `env: [${a}, ${b}]` }, { container: `env: [${b}, ${a}]` })).toEqual(['api rolls: lists of its template stand in another order']);
  });

  test.each([
    ['dnsPolicy', { pod: 'dnsPolicy: ClusterFirst,' }],
    ['a probe', { container: 'livenessProbe: { exec: { command: [x] }, periodSeconds: 10 }' }, { container: 'livenessProbe: { exec: { command: [x] } }' }],
    ['the pull policy of a tag', { container: 'imagePullPolicy: IfNotPresent' }],
    ['hostNetwork', { pod: 'hostNetwork: false,' }],
    ['empty lists', { container: 'env: []' }],
    ['null', { container: 'env: null' }],
    ['a quantity', { container: 'resources: { limits: { cpu: 1 } }' }, { container: 'resources: { limits: { cpu: 1000m } }' }],
  ])('a default that is written out is no change: %s', (_, written: Parts, absent: Parts = {}) => {
    expect(whenChanges(written, absent)).toEqual([]);
  });

  test.each([['example/api', 'Always'], ['example/api:latest', 'Always'], ['registry:5000/api', 'Always'], ['example/api@sha256:1f', 'IfNotPresent']])(
    'the pull policy of %s is %s', (image, policy) => {
      const plain = workload().replace('example/api:1', image);
      expect(found(plain, plain.replace('name: main,', `name: main, imagePullPolicy: ${policy},`))).toEqual([]);
    });

  test.each([
    ['automountServiceAccountToken', { pod: 'automountServiceAccountToken: true,' }],
    ['a pull policy that the tag does not have', { container: 'imagePullPolicy: Always' }],
    ['a switch that is off', { pod: 'shareProcessNamespace: false,' }],
    ['a label with the value of a default', { template: '{ type: Opaque }' }],
  ])('what the API server does not write by itself is a change: %s', (_, written: Parts) => {
    expect(whenChanges(written, {})).toHaveLength(1);
  });

  test('does not concern labels of the workload itself', () => {
    expect(whenChanges({ annotations: '{ a: "1" }', spec: 'replicas: 1,' }, { spec: 'replicas: 2,' })).toEqual([]);
  });

  test('of a workload that is new rolls nothing', () => {
    expect(found('', workload())).toEqual([]);
  });
});

describe('what holds new pods back', () => {
  test.each([
    ['a Deployment that is paused', { spec: 'paused: true,' }, 'it is paused: nothing rolls until it is resumed'],
    ['a workload without replicas', { spec: 'replicas: 0,' }, 'it has no replicas: pods that start later take the change'],
    ['a ReplicaSet', { kind: 'ReplicaSet' }, 'a ReplicaSet keeps its pods: delete them'],
    ['OnDelete', { kind: 'DaemonSet', spec: 'updateStrategy: { type: OnDelete },' }, 'its updateStrategy is OnDelete: each pod takes the change when it is deleted'],
    ['a partition above all pods', { kind: 'StatefulSet', spec: 'replicas: 2, updateStrategy: { rollingUpdate: { partition: 2 } },' }, 'its partition 2 holds back all of its pods'],
  ])('%s, with a changed template or config', (_, parts: Parts, reason) => {
    expect([...whenChanges(parts, { ...parts, container: 'tty: true' }), ...whenConfigChanges({ ...parts, container: FROM_KEY })])
      .toEqual([`api held: tty of container main added; ${reason}`, `api held: reads NATS_URL of ConfigMap shop/settings; ${reason}`]);
  });

  test('a partition below the number of pods lets some roll', () => {
    const parts = { kind: 'StatefulSet', spec: 'replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } },' };
    expect(whenChanges(parts, { ...parts, container: 'tty: true' })).toEqual(['api rolls: tty of container main added']);
  });
});

describe('a changed key', () => {
  const needsRestart = ['api restart: reads NATS_URL of ConfigMap shop/settings'];

  test.each([
    ['a variable of the key', FROM_KEY],
    ['envFrom', FROM_ALL],
    ['envFrom with a prefix', 'envFrom: [{ prefix: X_, configMapRef: { name: settings } }]'],
  ])('has to be read anew by %s', (_, container) => {
    expect(whenConfigChanges({ container })).toEqual(needsRestart);
  });

  test('of an init container counts too', () => {
    expect(whenConfigChanges({ pod: `initContainers: [{ name: first, ${FROM_KEY} }],` })).toEqual(needsRestart);
  });

  test.each([
    ['another key', 'env: [{ name: LEVEL, valueFrom: { configMapKeyRef: { name: settings, key: LEVEL } } }]'],
    ['another object', 'envFrom: [{ configMapRef: { name: others } }]'],
    ['a Secret of its name', 'envFrom: [{ secretRef: { name: settings } }]'],
    ['a literal that wins over envFrom', `env: [{ name: NATS_URL, value: x }], ${FROM_ALL}`],
    ['an entry that a later one of its name replaces', FROM_KEY.replace(']', ', { name: NATS_URL, value: x }]')],
    ['nothing', ''],
  ])('does not concern a workload that reads %s', (_, container) => {
    expect(whenConfigChanges({ container })).toEqual([]);
  });

  test('of another namespace does not count', () => {
    const elsewhere = (text: string) => text.replace('namespace: shop', 'namespace: other');
    expect(found(elsewhere(OLD) + workload({ container: FROM_KEY }), elsewhere(NEW) + workload({ container: FROM_KEY }))).toEqual([]);
  });

  test('that is no name of a variable does not come through envFrom', () => {
    const parts = { container: FROM_ALL };
    expect(found(config('{ "a b": x }') + workload(parts), config('{ "a b": y }') + workload(parts))).toEqual([]);
  });

  test('of a workload that leaves the files is none: its pods stay', () => {
    const kept = workload({ container: 'env: [{ name: A, value: b }]' });
    expect(rollouts(setOf(workload(), kept), setOf(config('{}'), kept))).toEqual([]);
  });

  test('of a workload of the state counts', () => {
    expect(found(OLD, NEW, workload({ name: 'elsewhere', container: FROM_KEY }))).toEqual(['elsewhere restart: reads NATS_URL of ConfigMap shop/settings']);
  });

  test('that appears or vanishes is told as such', () => {
    const parts = { container: FROM_ALL };
    expect([...found(config('{ A: x }') + workload(parts), config('{ B: x }') + workload(parts))])
      .toEqual(['api restart: reads B of ConfigMap shop/settings, which is new; reads A of ConfigMap shop/settings, which is gone']);
  });

  test('of an object that vanishes is gone', () => {
    const parts = { container: FROM_KEY };
    expect(found(OLD + workload(parts), workload(parts))).toEqual(['api restart: reads NATS_URL of ConfigMap shop/settings, which is gone']);
  });

  test('is taken by the next run of a CronJob', () => {
    expect(whenConfigChanges({ kind: 'CronJob', container: FROM_KEY })).toEqual(['api next-run: reads NATS_URL of ConfigMap shop/settings']);
  });

  test.each(['Job', 'Pod'])('needs a new %s', (kind) => {
    expect(whenConfigChanges({ kind, container: FROM_KEY })).toEqual(['api recreate: reads NATS_URL of ConfigMap shop/settings']);
  });

  test('is part of the template\'s own roll', () => {
    expect(found(OLD + workload({ container: FROM_KEY }), NEW + workload({ container: `tty: true, ${FROM_KEY}` }))).toEqual(['api rolls: tty of container main added']);
  });

  test('of a Secret is read anew too, in whichever field it stands', () => {
    const container = 'envFrom: [{ secretRef: { name: settings } }]';
    const secret = (data: string) => config(data, 'Secret');
    const plain = config('{}', 'Secret').replace('data: {}', 'stringData: { A: x }');
    expect([found(secret('{ A: eA== }') + workload({ container }), plain + workload({ container })),
      found(secret('{ A: eQ== }') + workload({ container }), plain + workload({ container }))])
      .toEqual([[], ['api restart: reads A of Secret shop/settings']]);
  });

  test('is not known where the state holds a Secret without its data', () => {
    const container = 'envFrom: [{ secretRef: { name: settings } }]';
    const stub = 'apiVersion: v1\nkind: Secret\nmetadata: { name: settings, namespace: shop }\n';
    expect(found(workload({ container }), config('{ A: eA== }', 'Secret') + workload({ container }), stub)).toEqual([]);
  });
});

describe('a volume', () => {
  const volume = (source: string) => `volumes: [{ name: v, ${source} }],`;
  const whole = volume('configMap: { name: settings }');
  const mount = (rest = '') => `volumeMounts: [{ name: v, mountPath: /etc/app, ${rest} }]`;

  test.each([
    ['a ConfigMap', whole],
    ['the key', volume('configMap: { name: settings, items: [{ key: NATS_URL, path: url }] }')],
    ['a projected volume', volume('projected: { sources: [{ configMap: { name: settings } }] }')],
  ])('of %s follows the change', (_, pod) => {
    expect(whenConfigChanges({ pod, container: mount() })).toEqual(['api reloads: reads NATS_URL of ConfigMap shop/settings']);
  });

  test.each([
    ['of the key', whole, 'subPath: NATS_URL'],
    ['of the path of the key', volume('configMap: { name: settings, items: [{ key: NATS_URL, path: conf/url }] }'), 'subPath: conf'],
    ['of a path made of variables', whole, 'subPathExpr: $(NAME)'],
  ])('does not follow in a subPath %s', (_, pod, rest) => {
    expect(whenConfigChanges({ pod, container: mount(rest) })).toEqual(['api restart: reads NATS_URL of ConfigMap shop/settings']);
  });

  test.each([
    ['a subPath of another key', whole, mount('subPath: LEVEL')],
    ['the items of another key', volume('configMap: { name: settings, items: [{ key: LEVEL, path: level }] }'), mount()],
    ['no mount', whole, ''],
    ['the mount of another volume', whole, mount().replace('name: v', 'name: w')],
  ])('does not hold the key with %s', (_, pod, container) => {
    expect(whenConfigChanges({ pod, container })).toEqual([]);
  });

  test('beside a variable of the key does not spare the restart', () => {
    expect(whenConfigChanges({ pod: whole, container: `${mount()}, ${FROM_KEY}` })).toEqual(['api restart: reads NATS_URL of ConfigMap shop/settings']);
  });
});

describe('what restarts by itself', () => {
  const rolls = (by: string) => [`api rolls: reads NATS_URL of ConfigMap shop/settings; ${by} replaces its pods`];

  test.each([
    ['reloader.stakater.com/auto', '"true"'],
    ['configmap.reloader.stakater.com/auto', '"true"'],
    ['configmap.reloader.stakater.com/reload', '"others, settings"'],
  ])('%s', (annotation, value) => {
    expect(whenConfigChanges({ annotations: `{ ${annotation}: ${value} }`, container: FROM_KEY })).toEqual(rolls(annotation));
  });

  test('an annotation of the template', () => {
    expect(whenConfigChanges({ template: '{ reloader.stakater.com/auto: "true" }', container: FROM_KEY })).toEqual(rolls('reloader.stakater.com/auto'));
  });

  test('a search finds only what says that it matches', () => {
    const parts = { annotations: '{ reloader.stakater.com/search: "true" }', container: FROM_KEY };
    const [old, changed] = [OLD, NEW].map(text => text.replace('annotations: {}', 'annotations: { reloader.stakater.com/match: "true" }'));
    expect([found(old + workload(parts), changed + workload(parts)), whenConfigChanges(parts)])
      .toEqual([rolls('reloader.stakater.com/search'), ['api restart: reads NATS_URL of ConfigMap shop/settings']]);
  });

  test.each([
    ['false', 'reloader.stakater.com/auto: "false"'],
    ['another name', 'configmap.reloader.stakater.com/reload: others'],
    ['Secrets alone', 'secret.reloader.stakater.com/auto: "true"'],
  ])('not with %s', (_, annotation) => {
    expect(whenConfigChanges({ annotations: `{ ${annotation} }`, container: FROM_KEY })).toEqual(['api restart: reads NATS_URL of ConfigMap shop/settings']);
  });

  test('not where the config says that it is ignored', () => {
    const parts = { annotations: '{ reloader.stakater.com/auto: "true" }', container: FROM_KEY };
    const [old, changed] = [OLD, NEW].map(text => text.replace('annotations: {}', 'annotations: { reloader.stakater.com/ignore: "true" }'));
    expect(found(old + workload(parts), changed + workload(parts))).toEqual(['api restart: reads NATS_URL of ConfigMap shop/settings']);
  });

  test('a checksum that the pipeline fills in', () => {
    expect(whenConfigChanges({ template: '{ checksum/config: "${CONFIG_SUM}" }', container: FROM_KEY })).toEqual(rolls('checksum/config'));
  });

  test('not a checksum that stays what it was', () => {
    expect(whenConfigChanges({ template: '{ checksum/config: a1b2 }', container: FROM_KEY }))
      .toEqual(['api restart: reads NATS_URL of ConfigMap shop/settings; its checksum/config is still the same']);
  });

  test('a checksum that changes with the config', () => {
    const parts = (sum: string) => ({ container: FROM_KEY, template: `{ checksum/config: ${sum} }` });
    expect(found(OLD + workload(parts('a1')), NEW + workload(parts('b2')))).toEqual(['api rolls: metadata.annotations[checksum/config] changed']);
  });
});

describe('a template', () => {
  test('is changed in an init container, which the reason says', () => {
    const init = (image: string): Parts => ({ pod: `initContainers: [{ name: setup, image: ${image} }],` });
    expect(whenChanges(init('"example/a:1"'), init('"example/a:2"'))).toEqual(['api rolls: image of init container setup changed']);
  });

  test('with a quantity that is none is changed where the text is', () => {
    const limits = (cpu: string): Parts => ({ container: `resources: { limits: { cpu: ${cpu} } }` });
    expect(whenChanges(limits('lots'), limits('more'))).toEqual(['api rolls: resources.limits.cpu of container main changed']);
  });

  test('with an empty item in a list is the same as itself with a default', () => {
    const args = (policy: string): Parts => ({ container: `args: [null, a], ${policy}` });
    expect(whenChanges(args(''), args('terminationMessagePolicy: File'))).toEqual([]);
  });

  test('without an image has no default to pull it', () => {
    const pull = (policy: string): Parts => ({ pod: `initContainers: [{ name: setup, ${policy} }],` });
    expect(whenChanges(pull(''), pull('imagePullPolicy: Never'))).toEqual(['api rolls: imagePullPolicy of init container setup added']);
  });
});

test('an item of a volume without a path stands in the file of its key', () => {
  const volume = 'volumes: [{ name: v, configMap: { name: settings, items: [{ key: NATS_URL }] } }],';
  expect(whenConfigChanges({ pod: volume, container: 'volumeMounts: [{ name: v, mountPath: /etc/url, subPath: NATS_URL }]' })).toEqual([expect.stringContaining('api restart')]);
});
