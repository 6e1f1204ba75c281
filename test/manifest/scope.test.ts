import { isClusterScoped, isForeign, isMadeByCluster } from '../../src/manifest/scope';

test('a Namespace has no namespace, a ConfigMap has one', () => {
  expect([isClusterScoped('Namespace'), isClusterScoped('ConfigMap')]).toEqual([true, false]);
});

test.each([['Service', 'serving.knative.dev', true], ['NetworkPolicy', 'crd.projectcalico.org', true], ['Service', '', false], ['Ingress', 'extensions', false],
  ['NetworkPolicy', 'networking.k8s.io', false], ['Rollout', 'argoproj.io', false]])('the %s of the group "%s" is foreign: %s', (kind, group, foreign) => {
  expect(isForeign(kind, group)).toBe(foreign);
});

test('a cluster makes its own objects only', () => {
  expect([isMadeByCluster('Service', 'default', 'kubernetes'), isMadeByCluster('Service', 'apps', 'kubernetes')]).toEqual([true, false]);
});
