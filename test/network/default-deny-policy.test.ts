import { App, Chart } from 'cdk8s';
import { appsChart, onlyManifest } from './policies';
import { DefaultDenyPolicy } from '../../src/network';
import { isDefaultDeny } from '../../src/network/private/default-deny';

test('every pod of the namespace is closed in both directions', () => {
  const chart = appsChart();
  new DefaultDenyPolicy(chart, 'deny');
  expect(onlyManifest(chart)).toEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'default-deny-all', namespace: 'petrosa-apps' },
    spec: { podSelector: {}, policyTypes: ['Egress', 'Ingress'] },
  });
});

test.each([
  ['Ingress', { egress: false }],
  ['Egress', { ingress: false }],
])('%s alone can be closed', (type, directions) => {
  const chart = appsChart();
  new DefaultDenyPolicy(chart, 'deny', { name: 'x', namespace: 'other', labels: { a: 'b' }, ...directions });
  expect(onlyManifest(chart)).toMatchObject({
    metadata: { name: 'x', namespace: 'other', labels: { a: 'b' } },
    spec: { policyTypes: [type] },
  });
});

test('a policy that closes nothing is refused', () => {
  expect(() => new DefaultDenyPolicy(appsChart(), 'deny', { ingress: false, egress: false }))
    .toThrow('apps/deny: a default-deny policy closes neither direction');
});

test('the policy declares its namespace default-deny, in its directions only', () => {
  const chart = appsChart();
  new DefaultDenyPolicy(chart, 'deny', { egress: false });
  expect(isDefaultDeny(chart, 'petrosa-apps', 'ingress')).toBe(true);
  expect(isDefaultDeny(chart, 'petrosa-apps', 'egress')).toBe(false);
});

test('a policy that lives elsewhere is declared and not rendered', () => {
  const app = new App();
  const chart = new Chart(app, 'apps');
  DefaultDenyPolicy.exists(app, 'petrosa-apps', { ingress: false });
  expect(isDefaultDeny(chart, 'petrosa-apps', 'egress')).toBe(true);
  expect(isDefaultDeny(chart, 'petrosa-apps', 'ingress')).toBe(false);
  expect(chart.toJson()).toEqual([]);
});

test('a declaration that closes nothing is refused', () => {
  expect(() => DefaultDenyPolicy.exists(appsChart(), 'x', { ingress: false, egress: false })).toThrow('closes neither direction');
});
