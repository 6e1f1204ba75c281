import { ManifestSet, readText } from '../../src/manifest';
import { verify } from '../../src/verify';

/** What a rule says of manifests in a closed world: `SEVERITY MESSAGE; FIX`. */
function said(code: string, text: string, closedWorld = true): string[] {
  const { documents, problems } = readText('a.yaml', text);
  return verify(new ManifestSet({ files: documents, closedWorld }), problems).findings
    .filter(finding => finding.code === code)
    .map(({ severity, message, fix }) => `${severity} ${message}; ${fix}`);
}

const object = (kind: string, metadata: string, spec: string): string => `---\n${kind}\nmetadata: { ${metadata} }\n${spec}\n`;
const service = (metadata: string, ports: string): string =>
  object('apiVersion: v1\nkind: Service', metadata, `spec: { selector: { app: web }, ports: ${ports} }`);
const policy = (metadata: string, spec: string): string => object('apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy', metadata, `spec: ${spec}`);
const deployment = (metadata: string, container: string, pod = ''): string => object('apiVersion: apps/v1\nkind: Deployment', metadata,
  `spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { ${pod} containers: [{ name: web, image: web:1.0.0, ${container} }] } } }`);
const withUrl = (url: string, metadata = 'name: web, namespace: shop'): string => deployment(metadata, `env: [{ name: BILLING_URL, value: "${url}" }]`);
const ingress = (metadata: string): string => object('apiVersion: networking.k8s.io/v1\nkind: Ingress', metadata,
  'spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }');

describe('a message about an object that names no namespace leaves it out', () => {
  test.each([
    ['OBJ520', deployment('name: web', '', 'serviceAccountName: robot,'), 'error Deployment web runs as ServiceAccount robot, which the set does not have'],
    ['OBJ513', ingress('name: web'), 'error Ingress web sends requests to Service web, which the set does not have'],
    ['CFG201', deployment('name: web', 'envFrom: [{ configMapRef: { name: settings } }]'), /^error [^;]*ConfigMap settings[^;]*(?<!in namespace);/],
    ['URL111', withUrl('http://billing', 'name: web'), 'error BILLING_URL is http://billing, and there is no Service billing; name a Service that exists'],
    ['NET323', deployment('name: web', '') + policy('name: web', '{ podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: api } } }, { namespaceSelector: { matchLabels: { team: a } } }] }] }'),
      'admits pods with app=api of its own namespace, where no workload'],
    ['OBJ521', object('apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding', 'name: web', 'roleRef: { kind: ClusterRole, name: reader, apiGroup: rbac.authorization.k8s.io }'),
      'error ClusterRoleBinding web names ClusterRole reader, which the cluster does not have'],
    ['NET311', ingress('name: web') + service('name: web', '[{ port: 80 }]') + deployment('name: web', '') + policy('name: web', '{ podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: api } } }] }] }'),
      /admit TCP 80 only from pods with app=api in its own namespace;/],
  ])('%s', (code, text, expected) => {
    expect(said(code, text)).toEqual([typeof expected === 'string' ? expect.stringContaining(expected) : expect.stringMatching(expected)]);
  });
});

describe('a Service that an address names and that is not there', () => {
  const elsewhere = (ports: string): string => service('name: billing, namespace: accounts', ports);

  test.each([
    ['is written with the port of the one elsewhere', 'http://billing:9090', elsewhere('[{ port: 80 }]'), 'write http://billing.accounts.svc.cluster.local:80'],
    ['keeps the port where the one elsewhere serves it', 'http://billing:81', elsewhere('[{ name: a, port: 80 }, { name: b, port: 81 }]'), 'write http://billing.accounts.svc.cluster.local:81'],
    ['keeps the port where the one elsewhere serves several others', 'http://billing:9090', elsewhere('[{ name: a, port: 80 }, { name: b, port: 81 }]'), 'write http://billing.accounts.svc.cluster.local:9090'],
    ['may be a near one, whose port is not told where it is right', 'http://billing:80', service('name: billing-api, namespace: shop', '[{ port: 80 }]'), 'name a Service that exists: did you mean billing-api?'],
    ['may be a near one, whose port is told where it is another', 'http://billing:81', service('name: billing-api, namespace: shop', '[{ port: 80 }]'), 'name a Service that exists: did you mean billing-api, which listens on 80?'],
    ['is the only one on the port of its kind', 'redis://cache:6379', service('name: valkey, namespace: data', '[{ port: 6379 }]'), 'write redis://valkey.data.svc.cluster.local:6379'],
    ['is none of two on the port of its kind', 'redis://cache:6379', ['data', 'more'].map(namespace => service(`name: valkey, namespace: ${namespace}`, '[{ port: 6379 }]')).join(''), 'name a Service that exists'],
    ['is not looked for by a port that is not known', 'tcp://ledger', service('name: valkey, namespace: data', '[{ port: 6379 }]'), 'name a Service that exists'],
  ])('%s', (_, url, services, fix) => {
    expect(said('URL111', withUrl(url) + services).map(text => text.split('; ')[1])).toEqual([fix]);
  });
});

describe('the peers of policies that admit no ingress controller are told', () => {
  test.each([
    ['all pods of the own namespace', '[{ podSelector: {} }]', 'shop'],
    ['pods of namespaces with a label', '[{ podSelector: { matchLabels: { app: api } }, namespaceSelector: { matchLabels: { team: a } } }]', 'pods with app=api in [namespace with team=a]'],
    ['what the API server refuses is none of them', '[{}, { podSelector: {} }]', 'shop'],
  ])('%s', (_, from, told) => {
    const text = ingress('name: web, namespace: shop') + service('name: web, namespace: shop', '[{ port: 80 }]') + deployment('name: web, namespace: shop', '')
      + policy('name: web, namespace: shop', `{ podSelector: {}, ingress: [{ from: ${from} }] }`);
    expect(said('NET311', text)).toEqual([expect.stringContaining(`admit TCP 80 only from ${told};`)]);
  });
});

describe('a message counts and names what is there:', () => {
  test.each([
    ['a field that the whole object lacks', 'OBJ504', object('apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding', 'name: web, namespace: shop', 'subjects: []'), 'the RoleBinding has no roleRef'],
    ['ports without names', 'OBJ516', service('name: web, namespace: shop', '[{ port: 80, targetPort: 8080 }]') + deployment('name: web, namespace: shop', 'ports: [{ containerPort: 9090 }, { name: metrics, containerPort: 9100 }]'),
      'it declares 9090, metrics (9100)'],
    ['one rule', 'NET316', policy('name: web, namespace: shop', '{ podSelector: {}, policyTypes: [Ingress], egress: [{}] }'), 'has 1 egress rule without effect'],
    ['two rules', 'NET316', policy('name: web, namespace: shop', '{ podSelector: {}, policyTypes: [Ingress], egress: [{}, {}] }'), 'has 2 egress rules without effect'],
    ['a NATS server without a port for clients', 'URL110', withUrl('nats://bus:4333').replace('BILLING_URL', 'NATS_URL') + service('name: bus, namespace: shop', '[{ name: a, port: 4223 }, { name: b, port: 4224 }]'),
      'write port 4223 or 4224'],
  ])('%s', (_, code, text, expected) => {
    expect(said(code, text)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('the fix of', () => {
  test.each([
    ['a mistyped field is the right one', 'OBJ501', deployment('name: web, namespace: shop', 'imagePullPolicyy: Always'), /; write imagePullPolicy$/],
    ['a field that nothing is near to is to remove it', 'OBJ501', deployment('name: web, namespace: shop', 'colour: red'), /; remove it$/],
  ])('%s', (_, code, text, expected) => {
    expect(said(code, text)).toEqual([expect.stringMatching(expected)]);
  });
});
