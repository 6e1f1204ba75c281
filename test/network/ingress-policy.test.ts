import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { appsChart, namespaceSelector, onlyManifest } from './policies';
import { IngressPeer, IngressPolicy, IngressRule, PodSelection } from '../../src/network';
import { isIsolated } from '../../src/network/private/isolation';

const selects = PodSelection.labels({ app: 'x' });
const HTTP = [{ port: 8080, protocol: 'TCP' }];

function policyOf(admits: IngressRule[], chart = appsChart()): any {
  new IngressPolicy(chart, 'policy', { name: 'x-ingress', selects, admits });
  return onlyManifest(chart);
}

test('namespaces with the same ports share a rule', () => {
  const admits = ['petrosa-apps', 'observability'].map(namespace => ({ peers: [{ namespace }], ports: [{ port: 8080 }] }));
  expect(policyOf(admits)).toEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'x-ingress', namespace: 'petrosa-apps' },
    spec: {
      podSelector: { matchLabels: { app: 'x' } },
      policyTypes: ['Ingress'],
      ingress: [{
        from: [{ namespaceSelector: namespaceSelector('observability') }, { namespaceSelector: namespaceSelector('petrosa-apps') }],
        ports: HTTP,
      }],
    },
  });
});

test('a peer without namespace lies in that of the policy', () => {
  expect(policyOf([{ peers: [{ podLabels: { app: 'client' } }], ports: [{ port: 8080 }] }]).spec.ingress).toEqual([{
    from: [{ namespaceSelector: namespaceSelector('petrosa-apps'), podSelector: { matchLabels: { app: 'client' } } }],
    ports: HTTP,
  }]);
});

test('where the namespace is left to kubectl, every pod of it is an empty pod selector', () => {
  const spec = policyOf([{ peers: [{}], ports: [{ port: 8080 }] }], new Chart(new App(), 'apps')).spec;
  expect(spec.ingress).toEqual([{ from: [{ podSelector: {} }], ports: HTTP }]);
});

test('a peer that is admitted later counts', () => {
  const chart = appsChart();
  const policy = new IngressPolicy(chart, 'policy', { name: 'x', selects });
  policy.admit({ peers: [{ namespace: 'late' }], ports: [{ port: 8080 }] });
  expect(onlyManifest(chart).spec.ingress).toEqual([{ from: [{ namespaceSelector: namespaceSelector('late') }], ports: HTTP }]);
});

test.each([
  ['closes the pods that it selects', { app: 'x' }, 'petrosa-apps', true],
  ['leaves other pods open', { app: 'y' }, 'petrosa-apps', false],
  ['leaves pods of another namespace open', { app: 'x' }, 'other', false],
])('a policy %s', (_what, labels, namespace, closed) => {
  const chart = appsChart();
  new IngressPolicy(chart, 'policy', { name: 'x', selects });
  expect(isIsolated(chart, { labels, namespace })).toBe(closed);
});

test('a policy that admits nobody fails the synth', () => {
  const app = new App();
  new IngressPolicy(appsChart('apps', app), 'policy', { name: 'x', selects });
  expect(() => app.synthYaml()).toThrow('[apps/policy] the policy admits nobody; admit a peer, or use DefaultDenyPolicy');
});

test.each<[string, IngressRule]>([
  ['every peer', { peers: [], ports: [{ port: 8080 }] }],
  ['every port', { peers: [{ namespace: 'x' }], ports: [] }],
])('a rule that means %s is refused', (meaning, rule) => {
  expect(() => policyOf([rule])).toThrow(`apps/policy: a rule without ${meaning.replace('every ', '')}s means ${meaning}`);
});

test('the order in which rules are admitted does not matter, nor how often', () => {
  const rule: fc.Arbitrary<IngressRule> = fc.record({
    peers: fc.array(fc.record(
      { namespace: fc.constantFrom('a', 'b', 'petrosa-apps'), podLabels: fc.constantFrom<IngressPeer['podLabels'][]>({}, { app: 'x' }) },
      { requiredKeys: [] },
    ), { minLength: 1, maxLength: 3 }),
    ports: fc.array(fc.record({ port: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 3 }),
  });
  const shuffled = fc.array(rule, { minLength: 1, maxLength: 4 })
    .chain(rules => fc.tuple(fc.constant(rules), fc.shuffledSubarray([...rules, ...rules], { minLength: 2 * rules.length })));
  fc.assert(fc.property(shuffled, ([once, twice]) => {
    expect(policyOf(twice)).toEqual(policyOf(once));
  }));
});
