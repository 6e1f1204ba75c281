import { App } from 'cdk8s';
import { appsChart, onlyManifest } from './policies';
import { DefaultDenyPolicy } from '../../src/network';
import { isIsolated } from '../../src/network/private/isolation';

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
    .toThrow('apps/deny: a default-deny policy closes neither direction; leave ingress or egress true');
});

test.each([
  ['ingress alone isolates', { egress: false }, true],
  ['egress alone does not isolate', { ingress: false }, false],
])('a policy for %s its namespace from clients', (_what, directions, closed) => {
  const chart = appsChart();
  new DefaultDenyPolicy(chart, 'deny', directions);
  expect(isIsolated(chart, { namespace: 'petrosa-apps', labels: { app: 'x' } })).toBe(closed);
});

test('a policy says nothing about the same namespace in another chart, which may go to another cluster', () => {
  const app = new App();
  const [staging, prod] = [appsChart('staging', app), appsChart('prod', app)];
  new DefaultDenyPolicy(staging, 'deny');
  expect(isIsolated(prod, { namespace: 'petrosa-apps', labels: { app: 'x' } })).toBe(false);
});

test.each([
  ['the app', 'counts for every chart', true],
  ['a chart', 'counts for it alone', false],
])('a policy that is declared on %s %s and is not rendered', (where, _what, forOther) => {
  const app = new App();
  const [chart, other] = [appsChart('apps', app), appsChart('other', app)];
  DefaultDenyPolicy.declare(where === 'the app' ? app : chart, 'petrosa-apps');
  expect([chart, other].map(each => isIsolated(each, { namespace: 'petrosa-apps', labels: { app: 'x' } }))).toEqual([true, forOther]);
  expect(chart.toJson()).toEqual([]);
});
