import { compareObjects, Difference } from './compare';
import { realManifests } from './platform';
import { Manifest } from '../../support/manifests';
import { describeWithShared } from '../../support/shared';

function object(kind: string, body: object, name = 'a'): Manifest {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'n' }, ...body };
}

function differences(real: Manifest, rendered: Manifest): Pick<Difference, 'path' | 'real' | 'rendered'>[] {
  return compareObjects([real], [rendered]).differences.map(({ path, real: before, rendered: after }) => ({ path, real: before, rendered: after }));
}

const pod = (container: object, rest: object = {}) => object('Pod', { spec: { containers: [{ name: 'c', ...container }], ...rest } });

function containerDifferences(real: object, rendered: object) {
  return differences(pod(real), pod(rendered)).map(found => ({ ...found, path: found.path.replace('spec.containers[c].', '') }));
}

describe('objects', () => {
  test('an object that is not rendered is dropped', () => {
    expect(compareObjects([object('Secret', {})], [])).toEqual({ differences: [], compared: [], dropped: [{ kind: 'Secret', namespace: 'n', name: 'a' }], added: [] });
  });

  test('an object that only the rendered set has is added', () => {
    expect(compareObjects([], [object('Secret', {})]).added).toEqual([{ kind: 'Secret', namespace: 'n', name: 'a' }]);
  });

  test('the order of objects means nothing', () => {
    const [a, b] = [object('Secret', {}), object('Secret', {}, 'b')];
    expect(compareObjects([a, b], [b, a])).toMatchObject({ differences: [], dropped: [], added: [] });
  });

  test('another namespace is another object', () => {
    const elsewhere = { ...object('Secret', {}), metadata: { name: 'a', namespace: 'm' } };
    expect(compareObjects([object('Secret', {})], [elsewhere])).toMatchObject({ dropped: [{ namespace: 'n' }], added: [{ namespace: 'm' }] });
  });

  test('a renamed object is compared with its new self', () => {
    const result = compareObjects([object('Secret', { type: 'x' })], [object('Secret', { type: 'y' }, 'b')], [{ kind: 'Secret', name: 'a', renamed: 'b' }]);
    expect(result).toMatchObject({ differences: [{ kind: 'Secret', namespace: 'n', name: 'b', path: 'type', real: 'x', rendered: 'y' }], dropped: [], added: [] });
  });

  test('two objects of one name in a set throw', () => {
    expect(() => compareObjects([], [object('Secret', {}), object('Secret', {})])).toThrow('two rendered objects are Secret n/a');
  });
});

describe('fields', () => {
  test('a changed value is reported with its path', () => {
    expect(differences(object('Deployment', { spec: { replicas: 3 } }), object('Deployment', { spec: { replicas: 2 } })))
      .toEqual([{ path: 'spec.replicas', real: 3, rendered: 2 }]);
  });

  test('a number is not a string', () => {
    expect(containerDifferences({ livenessProbe: { httpGet: { port: 80 } } }, { livenessProbe: { httpGet: { port: '80' } } })).toHaveLength(1);
  });

  test('a structure that one side lacks is one difference', () => {
    expect(containerDifferences({}, { securityContext: { runAsUser: 1, runAsNonRoot: true } }))
      .toEqual([{ path: 'securityContext', real: undefined, rendered: { runAsUser: 1, runAsNonRoot: true } }]);
  });

  test('labels that one side lacks are a difference each', () => {
    const labelled = { ...object('Secret', {}), metadata: { name: 'a', namespace: 'n', labels: { 'a': '1', 'b/c': '2' } } };
    expect(differences(object('Secret', {}), labelled).map(({ path }) => path)).toEqual(['metadata.labels.a', 'metadata.labels[b/c]']);
  });

  test('an empty list or resources is no difference', () => {
    expect(containerDifferences({ env: [], resources: {} }, {})).toEqual([]);
  });

  test('an empty directory is not the same as none', () => {
    expect(differences(pod({}, { volumes: [{ name: 'v', emptyDir: {} }] }), pod({}, { volumes: [{ name: 'v' }] }))).toHaveLength(1);
  });

  test('an annotation is not the field that replaced it', () => {
    const real = { ...object('Ingress', { spec: {} }), metadata: { name: 'a', namespace: 'n', annotations: { 'kubernetes.io/ingress.class': 'nginx' } } };
    expect(differences(real, object('Ingress', { spec: { ingressClassName: 'nginx' } })).map(({ path }) => path))
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
    expect(differences(object('Any', real), object('Any', rendered))).toEqual([]);
  });

  test.each(['env', 'volumeMounts', 'ports'])('of %s means nothing', (list) => {
    const items = [{ name: 'A', mountPath: '/a', containerPort: 1 }, { name: 'B', mountPath: '/b', containerPort: 2 }];
    expect(containerDifferences({ [list]: items }, { [list]: [...items].reverse() })).toEqual([]);
  });

  test('of dropped capabilities means nothing, an absent one does', () => {
    const drop = (...names: string[]) => ({ securityContext: { capabilities: { drop: names } } });
    expect([containerDifferences(drop('A', 'B'), drop('B', 'A')), containerDifferences(drop('A', 'B'), drop('B'))])
      .toEqual([[], [{ path: 'securityContext.capabilities.drop[A]', real: 'A', rendered: undefined }]]);
  });

  test('of things without a name of their own does not hide that one is gone', () => {
    const policies = [{ type: 'Pods', value: 1 }, { type: 'Pods', value: 2 }];
    expect(differences(object('Any', { policies }), object('Any', { policies: policies.slice(0, 1) })).map(({ path }) => path)).toEqual(['policies[Pods #2]']);
  });

  test.each(['command', 'args'])('of %s is a difference', (list) => {
    expect(containerDifferences({ [list]: ['a', 'b'] }, { [list]: ['b', 'a'] })).toEqual([{ path: list, real: ['a', 'b'], rendered: ['b', 'a'] }]);
  });

  test('of init containers is a difference', () => {
    const init = [{ name: 'a' }, { name: 'b' }];
    expect(differences(pod({}, { initContainers: init }), pod({}, { initContainers: [...init].reverse() })))
      .toEqual([{ path: 'spec.initContainers[order]', real: ['a', 'b'], rendered: ['b', 'a'] }]);
  });
});

describe('env', () => {
  test('a changed value has the path of the variable', () => {
    expect(containerDifferences({ env: [{ name: 'NATS_URL', value: 'a' }] }, { env: [{ name: 'NATS_URL', value: 'b' }] }))
      .toEqual([{ path: 'env[NATS_URL].value', real: 'a', rendered: 'b' }]);
  });

  test('of a duplicate name the last one counts', () => {
    const env = [{ name: 'A', value: '1' }, { name: 'A', value: '2' }];
    expect([containerDifferences({ env }, { env: [env[1]] }), containerDifferences({ env }, { env: [env[0]] })])
      .toEqual([[], [{ path: 'env[A].value', real: '2', rendered: '1' }]]);
  });

  test('no value is the empty value', () => {
    expect(containerDifferences({ env: [{ name: 'A' }] }, { env: [{ name: 'A', value: '' }] })).toEqual([]);
  });

  test('a variable that another refers to must stay above it', () => {
    const env = [{ name: 'HOST', value: 'h' }, { name: 'URL', value: 'http://$(HOST)' }];
    expect(containerDifferences({ env }, { env: [...env].reverse() })).toEqual([{ path: 'env[URL].unexpanded', real: undefined, rendered: 'HOST' }]);
  });
});

describe('what is equal by definition', () => {
  test('a quantity in another unit', () => {
    const resources = (cpu: unknown, memory: string) => ({ resources: { limits: { cpu, memory } } });
    expect([containerDifferences(resources('1000m', '1024Mi'), resources(1, '1Gi')), containerDifferences(resources('1', '1G'), resources('1', '1Gi'))])
      .toEqual([[], [{ path: 'resources.limits.memory', real: '1G', rendered: '1Gi' }]]);
  });

  test('an image tag that looks like a quantity is compared as text', () => {
    expect(containerDifferences({ env: [{ name: 'A', value: '1000m' }] }, { env: [{ name: 'A', value: '1' }] })).toHaveLength(1);
  });

  test('a container port without protocol is TCP', () => {
    expect(containerDifferences({ ports: [{ containerPort: 1 }] }, { ports: [{ containerPort: 1, protocol: 'TCP' }] })).toEqual([]);
  });

  test('a Service port without protocol and targetPort is TCP to the same port', () => {
    const service = (port: object) => object('Service', { spec: { ports: [{ port: 80, ...port }] } });
    expect([differences(service({}), service({ protocol: 'TCP', targetPort: 80 })), differences(service({}), service({ targetPort: 8080 }))])
      .toEqual([[], [{ path: 'spec.ports[80/TCP].targetPort', real: 80, rendered: 8080 }]]);
  });
});

describe('NetworkPolicy', () => {
  const rule = (port: number) => ({ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'nats' } } }], ports: [{ port }] });
  const policy = (...egress: object[]) => object('NetworkPolicy', { spec: { podSelector: {}, policyTypes: ['Egress'], egress } });

  test('the order of rules means nothing', () => {
    expect(differences(policy(rule(1), rule(2)), policy(rule(2), rule(1)))).toEqual([]);
  });

  test('types that follow from the rules need not be written', () => {
    const implied = object('NetworkPolicy', { spec: { podSelector: {}, egress: [rule(1)] } });
    const written = object('NetworkPolicy', { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [rule(1)] } });
    expect([differences(implied, written), differences(implied, policy(rule(1))).map(({ path }) => path)]).toEqual([[], ['spec.policyTypes[Ingress]']]);
  });

  test('a rule that one side lacks is a difference', () => {
    expect(differences(policy(rule(1), rule(4222)), policy(rule(1), rule(53)))).toEqual([
      { path: 'spec.egress[namespace nats TCP 4222]', real: 'namespace nats TCP 4222', rendered: undefined },
      { path: 'spec.egress[namespace nats TCP 53]', real: undefined, rendered: 'namespace nats TCP 53' },
    ]);
  });
});

describe('Role', () => {
  const role = (...rules: object[]) => object('Role', { rules });
  const batch = { apiGroups: ['batch'], resources: ['jobs'] };

  test('verbs in two rules are verbs in one', () => {
    expect(differences(role({ ...batch, verbs: ['get', 'list'] }), role({ ...batch, verbs: ['list'] }, { ...batch, verbs: ['get'] }))).toEqual([]);
  });

  test('a verb that is gone is a difference', () => {
    expect(differences(role({ ...batch, verbs: ['get', 'create'] }), role({ ...batch, verbs: ['get'] })).map(({ path }) => path)).toEqual(['rules[create batch/jobs]']);
  });
});

describe('Ingress', () => {
  const path = (at: string, number = 80) => ({ path: at, pathType: 'Exact', backend: { service: { name: 's', port: { number } } } });
  const ingress = (...rules: object[]) => object('Ingress', { spec: { rules } });

  test('the order of paths, and rules of one host, mean nothing', () => {
    const real = ingress({ host: 'h', http: { paths: [path('/a'), path('/b')] } });
    expect(differences(real, ingress({ host: 'h', http: { paths: [path('/b')] } }, { host: 'h', http: { paths: [path('/a')] } }))).toEqual([]);
  });

  test('another backend is a difference of its path', () => {
    expect(differences(ingress({ host: 'h', http: { paths: [path('/a')] } }), ingress({ host: 'h', http: { paths: [path('/a', 81)] } })).map(found => found.path))
      .toEqual(['spec.rules[h].http.paths[Exact /a].backend.service.port.number']);
  });
});

describeWithShared('the real manifests', () => {
  test('do not differ from themselves', () => {
    expect(compareObjects(realManifests(), realManifests())).toMatchObject({ differences: [], dropped: [], added: [] });
  });
});
