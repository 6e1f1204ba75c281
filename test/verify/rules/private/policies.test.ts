import * as fc from 'fast-check';
import { Json, ManifestSet, readText } from '../../../../src/manifest';
import { networkPolicies, writtenRules } from '../../../../src/verify/rules/private/policies';

test('policies of other groups are not taken for those of Kubernetes', () => {
  const kinds = ['networking.k8s.io/v1', 'projectcalico.org/v3', 'cilium.io/v2'].map(apiVersion => ({ apiVersion, kind: 'NetworkPolicy', metadata: { name: apiVersion } }));
  expect(networkPolicies(objectsOf(...kinds)).map(({ name }) => name)).toEqual(['networking.k8s.io/v1']);
});

test('rules are numbered from 1 in each direction', () => {
  const [policy] = objectsOf({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { egress: [{}, {}], ingress: [{}] } });
  expect(writtenRules(policy).map(({ direction, number }) => `${direction} ${number}`)).toEqual(['ingress 1', 'egress 1', 'egress 2']);
});

test('a rule that is no map is none, and keeps its number', () => {
  const [policy] = objectsOf({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { egress: ['all', null, {}] } });
  expect(writtenRules(policy).map(({ number }) => number)).toEqual([3]);
});

test('peers are those of the direction', () => {
  const rule = { to: [{ podSelector: {} }], from: ['not here'] };
  const [policy] = objectsOf({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { egress: [rule] } });
  expect(writtenRules(policy)[0].peers.map(({ place }) => place.path)).toEqual([['spec', 'egress', 0, 'to', 0]]);
});

test('a spec of any shape has rules or none', () => {
  fc.assert(fc.property(fc.jsonValue(), spec =>
    expect(() => objectsOf({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: spec as Json }).map(writtenRules)).not.toThrow()), { numRuns: 50 });
});

function objectsOf(...values: readonly Json[]) {
  return new ManifestSet({ files: values.flatMap(value => readText('policies.json', JSON.stringify(value)).documents) }).objects;
}
