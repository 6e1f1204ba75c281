import { body } from '../support/adopted';

const WINDOW = '{ stabilizationWindowSeconds: 60, policies: [{ type: Percent, value: 50, periodSeconds: 60 }] }';
const CPU = '{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }';

/** A Deployment and its autoscaler, as code in one line. */
function scaled({ metrics = CPU, scaleUp = WINDOW, scaleDown = WINDOW } = {}): string {
  return body(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec: { containers: [{ name: main, image: "shop/rates:1" }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: rates, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: rates }
  minReplicas: 2
  maxReplicas: 4
  metrics: [${metrics}]
  behavior: { scaleUp: ${scaleUp}, scaleDown: ${scaleDown} }
`).replace(/\n\s*/g, ' ').replace(/,(?= [}\])])/g, '').replace(/kplus\./g, '');
}

test.each([
  ['CPU', CPU, 'metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))]'],
  ['memory', CPU.replace('cpu', 'memory'), 'metrics: [Metric.resourceMemory(MetricTarget.averageUtilization(70))]'],
])('an autoscaler by the use of %s', (_, metrics, code) => {
  expect(scaled({ metrics })).toContain(code);
});

test.each([
  ['a percentage of pods', WINDOW, 'Replicas.percent(50)'],
  ['a number of pods', WINDOW.replace('Percent', 'Pods'), 'Replicas.absolute(50)'],
])('an autoscaler adds %s', (_, scaleUp, code) => {
  expect(scaled({ scaleUp })).toContain(code);
});

test.each([
  ['by nothing', { metrics: '' }],
  ['by another resource', { metrics: CPU.replace('cpu', 'gpu') }],
  ['by a metric of its own', { metrics: CPU.replace('type: Resource', 'type: External') }],
  ['by an amount', { metrics: CPU.replace('type: Utilization, averageUtilization: 70', 'type: AverageValue, averageValue: 500m') }],
  ['without a window', { scaleDown: WINDOW.replace('stabilizationWindowSeconds: 60, ', '') }],
  ['without rules', { scaleUp: 'null' }],
  ['with a rule for choosing among its rules', { scaleUp: WINDOW.replace('{ stab', '{ selectPolicy: Min, stab') }],
  ['without policies', { scaleUp: '{ stabilizationWindowSeconds: 60, policies: [] }' }],
  ['with a policy of another type', { scaleUp: WINDOW.replace('Percent', 'Nodes') }],
  ['with a policy without a period', { scaleUp: WINDOW.replace(', periodSeconds: 60', '') }],
])('an autoscaler %s is kept as it is', (_, parts) => {
  expect(scaled(parts)).toContain("new ApiObject(this, 'horizontal-pod-autoscaler', {");
});
