import { isProven } from '../../../src/adopt';
import { body } from '../support/adopted';
import { proven } from '../support/proven';

/** One system of two programs, and a ConfigMap that nothing reads. */
function system(namespace: string): string {
  const program = (name: string, env: string): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: "docker.io/shop/${name}:1.0.0", ports: [{ containerPort: 4000 }], env: [${env}] }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ port: 4000 }] }
`;
  return `---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: ${namespace} }
data: { NATS_URL: "nats://feed:4000", ORDERS_URL: "http://orders:4000", COLOUR: red, SIZE: large }
${program('orders', '{ name: NATS_URL, value: "nats://feed:4000" }, { name: FEED_URL, value: "http://feed:4000" }')}
${program('feed', '{ name: ORDERS_URL, value: "http://orders:4000" }')}`;
}

describe('systems of the same names in two namespaces', () => {
  const { proof, forms } = proven(system('shop') + system('lab'));

  it('are proven', () => {
    expect(isProven(proof)).toBe(true);
  });

  it('keep all of their constructs', () => {
    expect(proof.app.kept.map(({ object }) => object.id)).toEqual([]);
  });

  it('are written once', () => {
    expect(forms).toBe(1);
  });

  it('are a chart each', () => {
    expect(proof.app.charts.map(({ id, namespace }) => [id, namespace])).toEqual([['shop', 'shop'], ['shop-lab', 'lab']]);
  });
});

describe('an object that gets its name from the cluster', () => {
  const WORKFLOW = '---\napiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: { generateName: nightly-, namespace: shop }\nspec: { entrypoint: main }\n';
  const JOB = `---
apiVersion: batch/v1
kind: Job
metadata: { generateName: smoke-, namespace: shop }
spec: { template: { metadata: { labels: { app: smoke } }, spec: { restartPolicy: Never, containers: [{ name: main, image: "docker.io/shop/smoke:1.0.0" }] } } }
`;

  it('is written without a name', () => {
    expect(body(WORKFLOW)).toContain("metadata: { generateName: 'nightly-' },\n  spec: { entrypoint: 'main' },\n}).addJsonPatch(JsonPatch.remove('/metadata/name'));");
  });

  it.each([['of any kind', WORKFLOW], ['with the name and the namespace of no other', WORKFLOW + WORKFLOW.replace('nightly', 'weekly')], ['that is a workload', JOB]])('is proven: one %s', (_, text) => {
    expect(isProven(proven(text).proof)).toBe(true);
  });

  it('is kept as it is where it is a workload, and the reason is given', () => {
    expect(proven(JOB).proof.app.kept.map(({ why }) => why)).toEqual(['no construct leaves its name to the cluster']);
  });

  it('is proven beside an object without any name', () => {
    expect(isProven(proven(`${WORKFLOW}---\napiVersion: example.com/v1\nkind: Widget\nspec: { size: 1 }\n`).proof)).toBe(true);
  });
});

describe('words of a command with the address of a server among them', () => {
  const words = ['-js', '--routes=nats://bus-0.bus.shop.svc.cluster.local:6222', '--cluster_name', 'shop', 'nats://bus-1.bus.shop.svc.cluster.local:6222'];
  const code = (args: readonly string[]): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: bus, namespace: shop }
spec:
  selector: { matchLabels: { app: bus } }
  template:
    metadata: { labels: { app: bus } }
    spec: { containers: [{ name: main, image: "docker.io/shop/bus:1.0.0", args: ${JSON.stringify(args)} }] }
`;

  it('are props but for the address, which a patch inserts where it was', () => {
    expect(body(code(words)).match(/args: .*|args\/\d.*/g)).toEqual([
      "args: ['-js', '--cluster_name', 'shop'],",
      "args/1', '--routes=nats://bus-0.bus.shop.svc.cluster.local:6222'),",
      "args/4', 'nats://bus-1.bus.shop.svc.cluster.local:6222'),",
    ]);
  });

  it.each([['among others', words], ['alone', [words[1]]], ['at the end', words.slice(2)]])('are rendered as they are: addresses %s', (_, args) => {
    const { proof } = proven(code(args));
    expect([isProven(proof), proof.app.kept]).toEqual([true, []]);
  });
});

test('a container of a user stays a container of a construct', () => {
  const { proof } = proven(system('shop').replace(/name: main,/g, 'name: main, securityContext: { runAsUser: 1000 },'));
  expect([isProven(proof), proof.app.kept]).toEqual([true, []]);
});

describe('a Service without labels, and a policy that admits its namespace', () => {
  const { proof } = proven(`---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { selector: { app: orders }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: orders-in, namespace: shop }
spec:
  podSelector: { matchLabels: { app: orders } }
  policyTypes: [Ingress]
  ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } } }], ports: [{ port: 8080 }] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec: { containers: [{ name: main, image: "docker.io/shop/orders:1.0.0", ports: [{ name: http, containerPort: 8080 }] }] }
`);

  it('are written by exposeHttp', () => {
    expect(proof.files.get('shop.ts')).toContain('orders.exposeHttp({ targetPort: 8080 });');
  });

  it('are proven', () => {
    expect([isProven(proof), proof.app.kept]).toEqual([true, []]);
  });
});

describe('objects as the cluster shows them', () => {
  const SHOWN = 'uid: 6f1e, resourceVersion: "7", generation: 3, creationTimestamp: "2025-01-02T03:04:05Z"';
  const { proof } = proven(`${system('shop')}---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: orders, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: orders }, maxReplicas: 3 }
`.replace(/namespace: shop }/g, `namespace: shop, ${SHOWN} }`));

  it('are proven', () => {
    expect([isProven(proof), proof.app.kept]).toEqual([true, []]);
  });

  it('lose what the cluster writes', () => {
    expect(proof.synthesis.yaml).not.toMatch(/uid|resourceVersion|generation|creationTimestamp/);
  });
});
