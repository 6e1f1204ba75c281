import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { PodSelection } from '../../../src/network';
import { kubePolicy, policyNamespace } from '../../../src/network/private/kube-policy';
import { appsChart, onlyManifest } from '../policies';

const spec = () => ({ podSelector: {} });

test.each(['x', 'a.b-c.d', 'x'.repeat(253)])('the name %j is fine', name => {
  const chart = appsChart();
  kubePolicy(chart, { name }, spec);
  expect(onlyManifest(chart).metadata.name).toBe(name);
});

test.each(['', 'X', 'a_b', '-a', 'a-', 'a..b', 'a.', 'x'.repeat(254), 'a/b'])('the name %j is refused', name => {
  expect(() => kubePolicy(new Construct(appsChart(), 'policy'), { name }, spec)).toThrow(/^apps\/policy: .* is no name; /);
});

test.each([
  ['namespace', { namespace: 'A' }, 'is no name of a namespace'],
  ['label', { labels: { app: '!' } }, 'label app has the invalid value'],
  ['key of an annotation', { annotations: { 'a b': 'x' } }, "'a b' is invalid"],
])('a bad %s is refused', (_what, metadata, message) => {
  expect(() => kubePolicy(appsChart(), { name: 'x', ...metadata }, spec)).toThrow(message);
});

test('the spec is made when it is rendered', () => {
  const chart = appsChart();
  const labels: Record<string, string> = {};
  kubePolicy(chart, { name: 'x' }, () => ({ podSelector: { matchLabels: labels } }));
  labels.app = 'late';
  expect(onlyManifest(chart).spec).toEqual({ podSelector: { matchLabels: { app: 'late' } } });
});

test('a patch has the names and values of the manifest', () => {
  const chart = appsChart();
  const policy = new Construct(chart, 'policy');
  const egress = [{ ports: [{ port: 4222 }] }];
  kubePolicy(policy, { name: 'x' }, spec);
  ApiObject.of(policy).addJsonPatch(JsonPatch.add('/spec/egress', egress));
  expect(onlyManifest(chart).spec.egress).toEqual(egress);
});

test('the manifest can be patched through the construct', () => {
  const chart = appsChart();
  const policy = new Construct(chart, 'policy');
  kubePolicy(policy, { name: 'x' }, spec);
  ApiObject.of(policy).addJsonPatch(JsonPatch.add('/metadata/labels', { patched: 'yes' }));
  expect(onlyManifest(chart).metadata.labels).toEqual({ patched: 'yes' });
});

test.each([
  ['given', 'given', undefined, 'given'],
  ['that of the pods', undefined, 'pods', 'pods'],
  ['that of both', 'same', 'same', 'same'],
  ['that of the chart', undefined, undefined, 'petrosa-apps'],
])('the namespace is %s', (_which, given, ofPods, expected) => {
  expect(policyNamespace(appsChart(), PodSelection.namespace(ofPods), given)).toBe(expected);
});
