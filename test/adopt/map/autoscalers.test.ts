import { isProven } from '../../../src/adopt';
import { adopted, body } from '../support/adopted';
import { proven } from '../support/proven';

const WINDOW = '{ stabilizationWindowSeconds: 60, policies: [{ type: Percent, value: 50, periodSeconds: 60 }] }';
const CPU = '{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }';

interface Parts {
  readonly metrics?: string;
  readonly behavior?: string;
  readonly apiVersion?: string;
  readonly target?: string;
  readonly spec?: string;
  readonly metadata?: string;
  readonly replicas?: string;
}

/** A Deployment and its autoscaler. */
function manifests(parts: Parts): string {
  const { metrics = `metrics: [${CPU}]`, behavior = both(), apiVersion = 'autoscaling/v2', target = 'name: rates', spec = 'minReplicas: 2', metadata = '', replicas = '' } = parts;
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  ${replicas}
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec: { containers: [{ name: main, image: "shop/rates:1" }] }
---
apiVersion: ${apiVersion}
kind: HorizontalPodAutoscaler
metadata: { name: rates, namespace: shop${metadata} }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, ${target} }
  ${spec.includes('maxReplicas') ? '' : 'maxReplicas: 4'}
  ${spec}
  ${metrics}
  ${behavior}
`;
}

/** What it says of both directions. */
function both(scaleUp = WINDOW, scaleDown = WINDOW): string {
  return `behavior: { scaleUp: ${scaleUp}, scaleDown: ${scaleDown} }`;
}

/** The code in one line. */
function scaled(parts: Parts): string {
  return body(manifests(parts)).replace(/\n\s*/g, ' ').replace(/,(?= [}\])])/g, '').replace(/([[(]) | (?=[\])])/g, '$1').replace(/kplus\./g, '');
}

test.each([
  ['CPU', CPU, 'metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))]'],
  ['memory', CPU.replace('cpu', 'memory'), 'metrics: [Metric.resourceMemory(MetricTarget.averageUtilization(70))]'],
])('an autoscaler by the use of %s', (_, metrics, code) => {
  expect(scaled({ metrics: `metrics: [${metrics}]` })).toContain(code);
});

test.each([
  ['a percentage of pods', WINDOW, 'Replicas.percent(50)'],
  ['a number of pods', WINDOW.replace('Percent', 'Pods'), 'Replicas.absolute(50)'],
])('an autoscaler adds %s', (_, scaleUp, code) => {
  expect(scaled({ behavior: both(scaleUp) })).toContain(code);
});

const NO_WINDOW = WINDOW.replace('stabilizationWindowSeconds: 60, ', '');
const UNCHANGED: readonly [string, Parts, string][] = [
  ['no rules', { behavior: '' }, "JsonPatch.remove('/spec/behavior')"],
  ['rules for one direction', { behavior: `behavior: { scaleDown: ${WINDOW} }` }, "JsonPatch.remove('/spec/behavior/scaleUp')"],
  ['a window alone', { behavior: 'behavior: { scaleDown: { stabilizationWindowSeconds: 300 } }' }, "JsonPatch.add('/spec/behavior', { scaleDown: { stabilizationWindowSeconds: 300 } })"],
  ['no window', { behavior: both(WINDOW, NO_WINDOW) }, "JsonPatch.add('/spec/behavior/scaleDown', { policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] })"],
  ['a rule for choosing among its rules', { behavior: both(WINDOW.replace('{ stab', '{ selectPolicy: Min, stab')) }, "JsonPatch.add('/spec/behavior/scaleUp', { selectPolicy: 'Min',"],
  ['no policies', { behavior: both('{ stabilizationWindowSeconds: 60, policies: [] }') }, "JsonPatch.add('/spec/behavior/scaleUp', { stabilizationWindowSeconds: 60, policies: [] })"],
  ['a policy of another type', { behavior: both(WINDOW.replace('Percent', 'Nodes')) }, "JsonPatch.add('/spec/behavior/scaleUp', {"],
  ['a policy without a period', { behavior: both(WINDOW.replace(', periodSeconds: 60', '')) }, "JsonPatch.add('/spec/behavior/scaleUp', {"],
  ['a finalizer', { metadata: ', finalizers: [shop.example.com/hold]' }, "JsonPatch.add('/metadata/finalizers', ['shop.example.com/hold'])"],
  ['a status', { behavior: `${both()}\nstatus: { currentReplicas: 3 }` }, 'scaleUp: {'],
  ['no metrics', { metrics: '' }, 'maxReplicas: 4, scaleDown: {'],
  ['no least number of pods', { spec: '' }, 'target: rates, maxReplicas: 4,'],
  ['a workload that it does not scale for now', { replicas: 'replicas: 0' }, "JsonPatch.add('/spec/replicas', 0)"],
];

test.each(UNCHANGED)('an autoscaler with %s is one of cdk8s-plus', (_, parts) => {
  expect(scaled(parts)).toContain("new HorizontalPodAutoscaler(this, 'autoscaler', { metadata: { name: 'rates' }, target: rates,");
});

test.each(UNCHANGED)('an autoscaler with %s stays what it is', (_, parts) => {
  const { proof } = proven(manifests(parts).replaceAll('shop/rates:1', 'docker.io/shop/rates:1.0.0'));
  expect([isProven(proof), proof.app.kept]).toEqual([true, []]);
});

test.each(UNCHANGED.filter(([name]) => !name.includes('does not scale')))('the code of an autoscaler with %s says so', (_, parts, code) => {
  expect(scaled(parts)).toContain(code);
});

test.each<[string, Parts, string]>([
  ['by another resource', { metrics: `metrics: [${CPU.replace('cpu', 'gpu')}]` }, 'its construct cannot say spec.metrics[0]'],
  ['by a metric of its own', { metrics: `metrics: [${CPU}, ${CPU.replace('type: Resource', 'type: External')}]` }, 'its construct cannot say spec.metrics[1]'],
  ['by an amount', { metrics: `metrics: [${CPU.replace('type: Utilization, averageUtilization: 70', 'type: AverageValue, averageValue: 500m')}]` },
    'its construct cannot say spec.metrics[0]'],
  ['of an earlier API', { apiVersion: 'autoscaling/v1' }, 'cdk8s-plus has no construct for HorizontalPodAutoscaler of autoscaling/v1'],
  ['without a largest number of pods', { spec: 'maxReplicas: many' }, 'its construct cannot say spec.maxReplicas'],
  ['of nothing in the chart', { target: 'name: quotes' }, 'what it scales is no workload of the library in its chart'],
])('an autoscaler %s is kept as it is, with the reason', (_, parts, why) => {
  expect(adopted(manifests(parts)).kept.map(kept => kept.why)).toEqual([why]);
});

test('two autoscalers of a workload are kept as they are, with the reason', () => {
  const [workload, scaler] = manifests({}).split('---');
  const kept = adopted([workload, scaler, scaler.replace('name: rates,', 'name: more,')].join('---')).kept;
  expect(kept.map(({ why }) => why)).toEqual(Array(2).fill('several autoscalers scale Deployment rates'));
});
