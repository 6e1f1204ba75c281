import * as fc from 'fast-check';
import { FieldChange, fieldChanges } from '../../src/compare';
import { JsonObject } from '../../src/manifest';

function object(kind: string, body: object, name = 'a'): JsonObject {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'n' }, ...body };
}

const own = (body: object) => ({ ...object('Widget', body), apiVersion: 'example.com/v1' });
const pod = (container: object, rest: object = {}) => object('Pod', { spec: { containers: [{ name: 'c', ...container }], ...rest } });

function inContainer(before: object, after: object): readonly FieldChange[] {
  return fieldChanges(pod(before), pod(after)).map(found => ({ ...found, path: found.path.replace('spec.containers[c].', '') }));
}

describe('fields', () => {
  test('a changed value is reported with its path', () => {
    expect(fieldChanges(object('Deployment', { spec: { replicas: 3 } }), object('Deployment', { spec: { replicas: 2 } })))
      .toEqual([{ path: 'spec.replicas', before: 3, after: 2 }]);
  });

  test('a number is not a string', () => {
    expect(inContainer({ livenessProbe: { httpGet: { port: 80 } } }, { livenessProbe: { httpGet: { port: '80' } } })).toHaveLength(1);
  });

  test('a structure that one side lacks is one difference', () => {
    expect(inContainer({}, { securityContext: { runAsUser: 1, runAsNonRoot: true } }))
      .toEqual([{ path: 'securityContext', before: undefined, after: { runAsUser: 1, runAsNonRoot: true } }]);
  });

  test('labels that one side lacks are a difference each', () => {
    const labelled = { ...object('Secret', {}), metadata: { name: 'a', namespace: 'n', labels: { 'a': '1', 'b/c': '2' } } };
    expect(fieldChanges(object('Secret', {}), labelled).map(({ path }) => path)).toEqual(['metadata.labels.a', 'metadata.labels[b/c]']);
  });

  test('an empty list or resources is no difference', () => {
    expect(inContainer({ env: [], resources: {} }, {})).toEqual([]);
  });

  test('an empty directory is not the same as none', () => {
    expect(fieldChanges(pod({}, { volumes: [{ name: 'v', emptyDir: {} }] }), pod({}, { volumes: [{ name: 'v' }] }))).toHaveLength(1);
  });

  test('null is no difference to nothing in a kind of Kubernetes', () => {
    expect(inContainer({ command: null }, {})).toEqual([]);
  });

  test('null is a value in a kind of somebody else', () => {
    expect(fieldChanges(own({ spec: { size: null } }), own({ spec: {} }))).toEqual([{ path: 'spec.size', before: null, after: undefined }]);
  });

  test('null is no difference to nothing in the metadata of a kind of somebody else', () => {
    expect(fieldChanges(own({ metadata: { name: 'a', namespace: 'n', creationTimestamp: null } }), own({}))).toEqual([]);
  });

  test('an annotation is not the field that replaced it', () => {
    const real = { ...object('Ingress', { spec: {} }), metadata: { name: 'a', namespace: 'n', annotations: { 'kubernetes.io/ingress.class': 'nginx' } } };
    expect(fieldChanges(real, object('Ingress', { spec: { ingressClassName: 'nginx' } })).map(({ path }) => path))
      .toEqual(['metadata.annotations[kubernetes.io/ingress.class]', 'spec.ingressClassName']);
  });
});

describe('order', () => {
  test.each([
    ['containers', () => [{ spec: { containers: [{ name: 'a', image: 'x' }, { name: 'b', image: 'y' }] } }, { spec: { containers: [{ name: 'b', image: 'y' }, { name: 'a', image: 'x' }] } }]],
    ['volumes', () => [{ spec: { volumes: [{ name: 'a' }, { name: 'b' }] } }, { spec: { volumes: [{ name: 'b' }, { name: 'a' }] } }]],
    ['subjects', () => [{ subjects: [{ kind: 'User', name: 'a' }, { kind: 'User', name: 'b' }] }, { subjects: [{ kind: 'User', name: 'b' }, { kind: 'User', name: 'a' }] }]],
    ['HPA metrics', () => [
      { metrics: [{ type: 'Resource', resource: { name: 'cpu' } }, { type: 'Resource', resource: { name: 'memory' } }] },
      { metrics: [{ type: 'Resource', resource: { name: 'memory' } }, { type: 'Resource', resource: { name: 'cpu' } }] },
    ]],
    ['HPA policies', () => [{ policies: [{ type: 'Pods', value: 1 }, { type: 'Pods', value: 2 }] }, { policies: [{ type: 'Pods', value: 2 }, { type: 'Pods', value: 1 }] }]],
    ['policy types', () => [{ policyTypes: ['Ingress', 'Egress'] }, { policyTypes: ['Egress', 'Ingress'] }]],
  ])('of %s means nothing', (_, bodies) => {
    const [real, rendered] = bodies();
    expect(fieldChanges(object('Any', real), object('Any', rendered))).toEqual([]);
  });

  test.each(['env', 'volumeMounts', 'ports'])('of %s means nothing', (list) => {
    const items = [{ name: 'A', mountPath: '/a', containerPort: 1 }, { name: 'B', mountPath: '/b', containerPort: 2 }];
    expect(inContainer({ [list]: items }, { [list]: [...items].reverse() })).toEqual([]);
  });

  test('of dropped capabilities means nothing, an absent one does', () => {
    const drop = (...names: string[]) => ({ securityContext: { capabilities: { drop: names } } });
    expect([inContainer(drop('A', 'B'), drop('B', 'A')), inContainer(drop('A', 'B'), drop('B'))])
      .toEqual([[], [{ path: 'securityContext.capabilities.drop[A]', before: 'A', after: undefined }]]);
  });

  test('of things without a name of their own does not hide that one is gone', () => {
    const policies = [{ type: 'Pods', value: 1 }, { type: 'Pods', value: 2 }];
    expect(fieldChanges(object('Any', { policies }), object('Any', { policies: policies.slice(0, 1) })).map(({ path }) => path)).toEqual(['policies[Pods #2]']);
  });

  test.each(['command', 'args'])('of %s is a difference', (list) => {
    expect(inContainer({ [list]: ['a', 'b'] }, { [list]: ['b', 'a'] })).toEqual([{ path: list, before: ['a', 'b'], after: ['b', 'a'] }]);
  });

  test('of init containers is a difference', () => {
    const init = [{ name: 'a' }, { name: 'b' }];
    expect(fieldChanges(pod({}, { initContainers: init }), pod({}, { initContainers: [...init].reverse() })))
      .toEqual([{ path: 'spec.initContainers[order]', before: ['a', 'b'], after: ['b', 'a'] }]);
  });
});

describe('env', () => {
  test('a changed value has the path of the variable', () => {
    expect(inContainer({ env: [{ name: 'NATS_URL', value: 'a' }] }, { env: [{ name: 'NATS_URL', value: 'b' }] }))
      .toEqual([{ path: 'env[NATS_URL].value', before: 'a', after: 'b' }]);
  });

  test('of a duplicate name the last one counts', () => {
    const env = [{ name: 'A', value: '1' }, { name: 'A', value: '2' }];
    expect([inContainer({ env }, { env: [env[1]] }), inContainer({ env }, { env: [env[0]] })])
      .toEqual([[], [{ path: 'env[A].value', before: '2', after: '1' }]]);
  });

  test.each([
    ['of another type', { name: false, value: 'x' }, 'env[false]'],
    ['that is missing', { value: 'x' }, 'env[]'],
  ])('a variable with a name %s is not overlooked', (_, entry, path) => {
    const changes = inContainer({ env: [{ name: 'A', value: '1' }, entry] }, { env: [{ name: 'A', value: '1' }] });
    expect(changes.map(({ before, after }) => ({ before, after }))).toEqual([{ before: entry, after: undefined }]);
    expect(changes[0].path).toBe(path);
  });

  test('no value is the empty value', () => {
    expect(inContainer({ env: [{ name: 'A' }] }, { env: [{ name: 'A', value: '' }] })).toEqual([]);
  });

  test('a variable that another refers to must stay above it', () => {
    const env = [{ name: 'HOST', value: 'h' }, { name: 'URL', value: 'http://$(HOST)' }];
    expect(inContainer({ env }, { env: [...env].reverse() })).toEqual([{ path: 'env[URL].unexpanded', before: undefined, after: 'HOST' }]);
  });
});

describe('what is equal by definition', () => {
  test('a quantity in another unit', () => {
    const resources = (cpu: unknown, memory: string) => ({ resources: { limits: { cpu, memory } } });
    expect([inContainer(resources('1000m', '1024Mi'), resources(1, '1Gi')), inContainer(resources('1', '1G'), resources('1', '1Gi'))])
      .toEqual([[], [{ path: 'resources.limits.memory', before: '1G', after: '1Gi' }]]);
  });

  test('an image tag that looks like a quantity is compared as text', () => {
    expect(inContainer({ env: [{ name: 'A', value: '1000m' }] }, { env: [{ name: 'A', value: '1' }] })).toHaveLength(1);
  });

  test('a container port without protocol is TCP', () => {
    expect(inContainer({ ports: [{ containerPort: 1 }] }, { ports: [{ containerPort: 1, protocol: 'TCP' }] })).toEqual([]);
  });

  test('a Service port without protocol and targetPort is TCP to the same port', () => {
    const service = (port: object) => object('Service', { spec: { ports: [{ port: 80, ...port }] } });
    expect([fieldChanges(service({}), service({ protocol: 'TCP', targetPort: 80 })), fieldChanges(service({}), service({ targetPort: 8080 }))])
      .toEqual([[], [{ path: 'spec.ports[80/TCP].targetPort', before: 80, after: 8080 }]]);
  });
});

describe('NetworkPolicy', () => {
  const rule = (port: number) => ({ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'nats' } } }], ports: [{ port }] });
  const policy = (...egress: object[]) => object('NetworkPolicy', { spec: { podSelector: {}, policyTypes: ['Egress'], egress } });

  test('the order of rules means nothing', () => {
    expect(fieldChanges(policy(rule(1), rule(2)), policy(rule(2), rule(1)))).toEqual([]);
  });

  test('types that follow from the rules need not be written', () => {
    const implied = object('NetworkPolicy', { spec: { podSelector: {}, egress: [rule(1)] } });
    const written = object('NetworkPolicy', { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [rule(1)] } });
    expect([fieldChanges(implied, written), fieldChanges(implied, policy(rule(1))).map(({ path }) => path)]).toEqual([[], ['spec.policyTypes[Ingress]']]);
  });

  test('a rule that one side lacks is a difference', () => {
    expect(fieldChanges(policy(rule(1), rule(4222)), policy(rule(1), rule(53)))).toEqual([
      { path: 'spec.egress[namespace nats TCP 4222]', before: 'namespace nats TCP 4222', after: undefined },
      { path: 'spec.egress[namespace nats TCP 53]', before: undefined, after: 'namespace nats TCP 53' },
    ]);
  });
});

describe('Role', () => {
  const role = (...rules: object[]) => object('Role', { rules });
  const batch = { apiGroups: ['batch'], resources: ['jobs'] };

  test('verbs in two rules are verbs in one', () => {
    expect(fieldChanges(role({ ...batch, verbs: ['get', 'list'] }), role({ ...batch, verbs: ['list'] }, { ...batch, verbs: ['get'] }))).toEqual([]);
  });

  test('a verb that is gone is a difference', () => {
    expect(fieldChanges(role({ ...batch, verbs: ['get', 'create'] }), role({ ...batch, verbs: ['get'] })).map(({ path }) => path)).toEqual(['rules[create batch/jobs]']);
  });
});

describe('Ingress', () => {
  const path = (at: string, number = 80) => ({ path: at, pathType: 'Exact', backend: { service: { name: 's', port: { number } } } });
  const ingress = (...rules: object[]) => object('Ingress', { spec: { rules } });

  test('the order of paths, and rules of one host, mean nothing', () => {
    const real = ingress({ host: 'h', http: { paths: [path('/a'), path('/b')] } });
    expect(fieldChanges(real, ingress({ host: 'h', http: { paths: [path('/b')] } }, { host: 'h', http: { paths: [path('/a')] } }))).toEqual([]);
  });

  test('another backend is a difference of its path', () => {
    expect(fieldChanges(ingress({ host: 'h', http: { paths: [path('/a')] } }), ingress({ host: 'h', http: { paths: [path('/a', 81)] } })).map(found => found.path))
      .toEqual(['spec.rules[h].http.paths[Exact /a].backend.service.port.number']);
  });
});

describe('order that matters', () => {
  test('of envFrom is a difference: the last one of a key wins', () => {
    const [a, b] = [{ configMapRef: { name: 'a' } }, { secretRef: { name: 'b' }, prefix: 'X_' }];
    expect([...inContainer({ envFrom: [a, b] }, { envFrom: [b, a] }), ...inContainer({ envFrom: [a] }, { envFrom: [a, b] })]).toEqual([
      { path: 'envFrom[order]', before: ['configMap a', 'secret b as X_'], after: ['secret b as X_', 'configMap a'] },
      { path: 'envFrom[secret b as X_]', after: { secretRef: { name: 'b' }, prefix: 'X_' } },
    ]);
  });

  test('of members with names is one in kinds of others, of which nobody knows what order means', () => {
    const custom = (...steps: JsonObject[]): JsonObject => ({ apiVersion: 'example.com/v1', kind: 'Flow', metadata: { name: 'a' }, spec: { volumes: steps } });
    const [a, b] = [{ name: 'a', run: 1 }, { name: 'b', run: 2 }];
    expect([...fieldChanges(custom(a, b), custom(b, a)), ...fieldChanges(custom(a), custom({ name: 'a', run: 3 }))]).toEqual([
      { path: 'spec.volumes[order]', before: ['a', 'b'], after: ['b', 'a'] }, { path: 'spec.volumes[a].run', before: 1, after: 3 },
    ]);
  });

  test('of members without names is one', () => {
    const list = (...steps: object[]): JsonObject => object('Any', { spec: { steps } });
    expect(fieldChanges(list({ a: 1 }, { a: 2 }), list({ a: 2 }, { a: 1 })).map(({ path }) => path)).toEqual(['spec.steps[0].a', 'spec.steps[1].a']);
  });

  test('of words in a list of others is one, even under the name of a set', () => {
    const custom = (...hosts: string[]): JsonObject => ({ apiVersion: 'example.com/v1', kind: 'Flow', spec: { hosts } });
    expect(fieldChanges(custom('a', 'b'), custom('b', 'a'))).toEqual([{ path: 'spec.hosts', before: ['a', 'b'], after: ['b', 'a'] }]);
  });
});

describe('lists that are maps', () => {
  test.each([
    ['hostAliases', { ip: '10.0.0.1', hostnames: ['a'] }, { ip: '10.0.0.2', hostnames: ['b'] }],
    ['topologySpreadConstraints', { topologyKey: 'zone', whenUnsatisfiable: 'a' }, { topologyKey: 'host', whenUnsatisfiable: 'a' }],
    ['tolerations', { key: 'a' }, { key: 'b' }],
    ['volumeClaimTemplates', { metadata: { name: 'a' } }, { metadata: { name: 'b' } }],
    ['tls', { secretName: 'a' }, { hosts: ['b'] }],
    ['matchExpressions', { key: 'a', operator: 'In' }, { key: 'a', operator: 'Exists' }],
    ['metrics', { type: 'External', external: { metric: { name: 'a' } } }, { type: 'External', external: { metric: { name: 'b' } } }],
    ['volumeDevices', { devicePath: '/a' }, { devicePath: '/b' }],
  ])('have no order: %s', (name, a, b) => {
    const list = (...items: object[]): JsonObject => object('Any', { spec: { [name]: items } });
    expect([fieldChanges(list(a, b), list(b, a)), fieldChanges(list(a, b), list(b)).length]).toEqual([[], 1]);
  });
});

describe('manifests of any shape', () => {
  const kinds = fc.constantFrom('Pod', 'NetworkPolicy', 'Role', 'Service', 'Ingress', 'Any');
  const field = fc.constantFrom('spec', 'rules', 'ingress', 'egress', 'ports', 'env', 'containers', 'metrics', 'tls', 'to', 'podSelector', 'http', 'paths', 'value', 'name');
  const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
    tree: fc.oneof({ depthSize: 'small' }, fc.jsonValue({ maxDepth: 1 }), fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(field, tie('tree'), { maxKeys: 4 })),
  }));
  const objects = fc.tuple(kinds, fc.dictionary(field, tree)).map(([kind, body]) => ({ ...body, kind, apiVersion: 'v1' }) as JsonObject);

  test('are compared without an error, and do not differ from themselves', () => {
    fc.assert(fc.property(objects, one => fieldChanges(one, JSON.parse(JSON.stringify(one)) as JsonObject).length === 0), { numRuns: 300 });
  });

  test('differ in the same fields from both sides', () => {
    fc.assert(fc.property(objects, objects, (a, b) => {
      const paths = (found: readonly FieldChange[]) => found.map(({ path }) => path).sort();
      expect(paths(fieldChanges(a, b))).toEqual(paths(fieldChanges(b, a)));
    }), { numRuns: 200 });
  });
});

test('subjects of one name in two namespaces are two', () => {
  const binding = (...namespaces: string[]) => object('RoleBinding', { subjects: namespaces.map(namespace => ({ kind: 'ServiceAccount', name: 's', namespace })) });
  expect(fieldChanges(binding('a', 'b'), binding('b')).map(({ path }) => path)).toEqual(['subjects[ServiceAccount a/s]']);
});

test('an escaped reference to a variable below is no reference', () => {
  const env = [{ name: 'URL', value: 'http://$$(HOST)' }, { name: 'HOST', value: 'h' }];
  expect(inContainer({ env }, { env: [...env].reverse() })).toEqual([]);
});
