import { Decision } from '../../../src/adopt';
import { adopted, body } from '../support/adopted';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: stock, namespace: shop }
spec:
  selector: { matchLabels: { app: stock } }
  template:
    metadata: { labels: { app: stock } }
    spec:
      containers:
        - name: main
          image: shop/stock:1
          env:
            - { name: MONGODB_URI, valueFrom: { secretKeyRef: { name: stock-secrets, key: uri } } }
            - { name: NATS_URL, valueFrom: { configMapKeyRef: { name: stock-config, key: NATS_URL } } }
            - { name: API_URL, value: https://api.stock.example.com }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: stock-config, namespace: shop }
data: { NATS_URL: "nats://bus.nats.svc.cluster.local:4222" }
`;

const policy = (rule: string, labels = '{ app: stock }') => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: stock-ways, namespace: shop }
spec:
  podSelector: { matchLabels: ${labels} }
  policyTypes: [Egress]
  egress: [${rule}]
`;

/** The connections of a Deployment whose container runs a script, beside a Service of the cluster. */
const ofScript = (script: string): string[] => {
  const env = /          env:\n(?: {12}.*\n)*/;
  const [deployment] = DEPLOYMENT.split('---').map(text => text.replace(env, `          command: [sh, -c, "${script}"]\n`));
  const state = 'apiVersion: v1\nkind: Service\nmetadata: { name: bus, namespace: nats }\nspec: { clusterIP: 10.0.0.7, ports: [{ port: 4222 }] }\n';
  return [...body(deployment, { state }).matchAll(/connectTo\((.*)\);/g)].map(([, endpoint]) => endpoint);
};

test.each([
  ['by a name that is not whole', 'nats -s nats://bus.nats.svc:4222 pub a 1'],
  ['by a name that is not whole, behind another text', 'sleep 1; nats --server=nats://bus.nats.svc:4222 sub a'],
  ['by its IP', 'nats -s nats://10.0.0.7:4222 pub a 1'],
  ['twice', 'nats -s nats://bus.nats.svc:4222 pub a 1; nats -s nats://bus.nats.svc:4222 pub b 1'],
])('a server that a script names %s is connected to', (_, script) => {
  expect(ofScript(script)).toEqual(["{ ...NatsServer.of({ service: 'bus', namespace: 'nats' }), variables: [] }"]);
});

test('each server that a script names by another address is connected to', () => {
  const script = 'nats -s nats://10.0.0.7:4222 pub a 1; nats -s nats://bus.nats.svc:4223 pub b 1';
  expect(ofScript(script)).toEqual(['', ', port: 4223'].map(port => `{ ...NatsServer.of({ service: 'bus', namespace: 'nats'${port} }), variables: [] }`));
});

const texts = (decisions: readonly Decision[]) => decisions.map(({ object, what }) => `${object.name}: ${what}`);

describe('a server whose address a Secret holds', () => {
  it('leaves a workload open that no policy limits', () => {
    expect(body(DEPLOYMENT)).not.toContain('connectTo');
  });

  it('leaves the other addresses to the ConfigMap', () => {
    expect(body(DEPLOYMENT)).toContain("NATS_URL: kplus.EnvValue.fromConfigMap(settings, 'NATS_URL'),");
  });

  it('is for people to decide', () => {
    expect(texts(adopted(DEPLOYMENT).decisions)).toEqual(['stock: the address of MongoDB (TCP 27017), which MONGODB_URI needs, is not known here; '
      + 'no connection is declared, since the policy of the others would close this one; add a connectTo that names the host, with its ranges where it is private']);
  });

  it('leaves another workload open whose policy would be its own too', () => {
    const other = DEPLOYMENT.split('---')[0].replace('name: stock,', 'name: stock-reader,').replace(/ +- \{ name: MONGODB_URI.*\n/, '');
    expect(body(`${DEPLOYMENT}---\n${other}`)).not.toContain('connectTo');
  });

  it('does not keep a workload from connecting that a policy limits already', () => {
    expect(body(DEPLOYMENT + policy('', '{}'))).toContain("stock.connectTo(settings.endpoint('NATS_URL'));");
  });

  it('is decided where a policy limits the workload too, and its ways stay', () => {
    expect(texts(adopted(DEPLOYMENT + policy('', '{}')).decisions)).toEqual([expect.stringContaining('what policies open for it stays open')]);
  });

  it('keeps the range that a policy opens for it', () => {
    const rule = '{ to: [{ ipBlock: { cidr: 10.9.0.0/16 } }], ports: [{ port: 27017 }] }';
    expect(body(DEPLOYMENT + policy(rule))).toContain("egress: [{ peers: [{ cidr: '10.9.0.0/16' }], ports: [{ port: 27017 }] }],");
  });

  it('keeps a policy that lets everybody be the server', () => {
    expect(body(DEPLOYMENT + policy('{ ports: [{ port: 27017 }] }'))).toContain("new ApiObject(this, 'network-policy', {");
  });

  it('keeps the other ports of a rule for a namespace', () => {
    const rule = '{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: nats } } }], ports: [{ port: 4222 }, { port: 27017 }] }';
    expect(body(DEPLOYMENT + policy(rule))).toContain('ports: [{ port: 4222 }, { port: 27017 }]');
  });
});

it('leaves no need undecided that is connected', () => {
  expect(adopted(DEPLOYMENT.replace(/ +- \{ name: MONGODB_URI.*\n/, '')).decisions).toEqual([]);
});

it('gives no name to an added ConfigMap that one without a namespace has', () => {
  const env = DEPLOYMENT.split('---')[0].replace(/ +- \{ name: MONGODB_URI.*\n/, '').replace(/valueFrom: \{ configMapKeyRef.*\} \}/, 'value: "nats://bus.nats.svc.cluster.local:4222" }');
  const config = '---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: stock-config }\ndata: { A: b }\n';
  expect(adopted(env + config).added.map(({ id }) => id)).toEqual(['shop/ConfigMap/stock-addresses']);
});
