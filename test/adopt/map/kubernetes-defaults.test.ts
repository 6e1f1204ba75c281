import { isProven, prove } from '../../../src/adopt';
import { printChart } from '../../../src/adopt/code';
import { adoptSet } from '../../../src/adopt/map';
import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';
import { TOOLCHAIN } from '../support/toolchain';

const setOf = (yaml: string, state = '') => new ManifestSet({ files: readText('shop/k8s.yaml', yaml).documents, state: readText('state.yaml', state).documents });
const POD = 'metadata: { labels: { app: rates } }, spec: { containers: [{ name: main, image: "shop/rates:1" }] }';
const controller = (kind: string, spec: string) => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: rates, namespace: shop }
spec: { ${spec}selector: { matchLabels: { app: rates } }, template: { ${POD} } }
`;
const cronJob = (spec = '') => `
apiVersion: batch/v1
kind: CronJob
metadata: { name: rates, namespace: shop }
spec: { ${spec}schedule: "0 0 * * *", jobTemplate: { spec: { template: { ${POD.replace('spec: {', 'spec: { restartPolicy: Never,')} } } } }
`;
const scaler = (kind: string, target: string) => `---\nkind: ${kind}\nmetadata: { name: rates, namespace: shop }\nspec: { scaleTargetRef: { ${target} } }\n`;
const HPA = scaler('HorizontalPodAutoscaler', 'kind: Deployment, name: rates').replace('---\n', '---\napiVersion: autoscaling/v1\n');
const KEDA = scaler('ScaledObject', 'name: rates').replace('---\n', '---\napiVersion: keda.sh/v1alpha1\n');
const OTHER = HPA.replace('Deployment, name: rates', 'Deployment, name: quotes');

/** The code of an app that is proven to render some manifests. */
function provenCode(yaml: string, state?: string): string {
  const proof = prove({ input: verify(setOf(yaml, state)), write: adoptSet, setOf: text => setOf(text, state), toolchain: TOOLCHAIN });
  expect(isProven(proof)).toBe(true);
  return printChart(proof.app.charts[0]);
}

test.each([
  ['Deployment', controller('Deployment', '')],
  ['Deployment beside the autoscaler of another', controller('Deployment', '') + OTHER],
  ['CronJob', cronJob()],
  ['CronJob with the number of Jobs that is standard', cronJob('successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1, ')],
])('a %s takes what Kubernetes would without a patch', (_, yaml) => {
  const code = provenCode(yaml);
  expect(code).toContain('new NatsAware');
  expect(code).not.toContain('JsonPatch');
});

test.each([['autoscaler', HPA], ['ScaledObject', KEDA]])('replicas that an %s decides on are not set', (_, yaml) => {
  const code = provenCode(controller('Deployment', '') + yaml);
  expect(code).toContain("JsonPatch.remove('/spec/replicas')");
  expect(code).not.toContain('replicas: 1');
});

test.each([
  ['an autoscaler', HPA, undefined],
  ['a ScaledObject', KEDA, undefined],
  ['an autoscaler of the state', '', HPA],
])('replicas that are written beside %s are left out', (_, yaml, state) => {
  const code = provenCode(controller('Deployment', 'replicas: 3, ') + yaml, state);
  expect(code).toContain("JsonPatch.remove('/spec/replicas')");
  expect(code).not.toContain('replicas: 3');
});

test('replicas that turn an autoscaler off stay', () => {
  expect(provenCode(controller('Deployment', 'replicas: 0, ') + HPA)).toContain('replicas: 0,');
});

test('replicas that are left out are written with the number that Kubernetes takes', () => {
  expect(provenCode(controller('Deployment', ''))).toContain('replicas: 1,');
});
