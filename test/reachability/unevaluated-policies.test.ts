import { answer, deciding, deployment, networkOf, policy, shownPlace } from './support/network';

const WEB = deployment('web', 'shop');
const other = (apiVersion: string, kind: string, namespace?: string): string => `
---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: other${namespace === undefined ? '' : `, namespace: ${namespace}`} }
spec: {}
`;

describe('a policy that is not evaluated', () => {
  test.each([
    ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', undefined],
    ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', undefined],
    ['cilium.io/v2', 'CiliumNetworkPolicy', 'shop'],
    ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy', undefined],
    ['crd.projectcalico.org/v1', 'NetworkPolicy', 'shop'],
    ['projectcalico.org/v3', 'NetworkPolicy', 'shop'],
    ['crd.projectcalico.org/v1', 'GlobalNetworkPolicy', undefined],
    ['projectcalico.org/v3', 'GlobalNetworkPolicy', undefined],
  ])('is said to leave it open: %s %s', (apiVersion, kind, namespace) => {
    expect(deciding(networkOf(WEB + other(apiVersion, kind, namespace)), 'web', '8.8.8.8:443')).toBe('unknown at egress: admin-policy');
  });

  test('keeps what the NetworkPolicies say in the text', () => {
    expect(answer(networkOf(WEB + other('cilium.io/v2', 'CiliumNetworkPolicy', 'shop')), 'web', '8.8.8.8:443').deciding.text)
      .toBe('no policy limits egress of shop/web[Deployment], but CiliumNetworkPolicy shop/other may decide otherwise and is not evaluated');
  });

  test('is to be read as well', () => {
    const { fix, place } = answer(networkOf(WEB + other('cilium.io/v2', 'CiliumNetworkPolicy', 'shop')), 'web', '8.8.8.8:443').deciding;
    expect([fix, shownPlace(place)]).toEqual(['read CiliumNetworkPolicy shop/other as well', 'CiliumNetworkPolicy/other spec']);
  });

  test('is said to leave it open beside a rule that admits it', () => {
    const text = WEB + other('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy') + policy('web', 'shop', '{ podSelector: {}, egress: [{}] }');
    expect(deciding(networkOf(text), 'web', '8.8.8.8:443')).toBe('unknown at egress: admin-policy');
  });

  test('leaves pods in the network of their node as they are', () => {
    const text = deployment('web', 'shop', { podSpec: '{ hostNetwork: true, containers: [] }' }) + other('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy');
    expect(deciding(networkOf(text), 'web', '8.8.8.8:443')).toBe('allowed at egress: open');
  });

  test('of another namespace leaves the answer as it is', () => {
    expect(deciding(networkOf(WEB + other('cilium.io/v2', 'CiliumNetworkPolicy', 'data')), 'web', '8.8.8.8:443')).toBe('allowed at egress: open');
  });

  describe('of the baseline', () => {
    const baseline = other('policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy');
    const selecting = (labels: string, egress: string): string => policy('web', 'shop', `{ podSelector: { matchLabels: { ${labels} } }, policyTypes: [Egress], egress: [${egress}] }`);

    test.each([
      ['decides where no NetworkPolicy is', '', 'unknown at egress: admin-policy'],
      ['does not decide where a NetworkPolicy selects the pods', selecting('app: web', '{}'), 'allowed at egress: open'],
      ['may decide where a NetworkPolicy that denies it may select the pods', selecting('pod-template-hash: abc', ''), 'unknown at egress: admin-policy'],
      ['may decide where a NetworkPolicy that admits it may select the pods', selecting('pod-template-hash: abc', '{}'), 'unknown at egress: admin-policy'],
    ])('%s', (_, policies, expected) => expect(deciding(networkOf(WEB + baseline + policies), 'web', '8.8.8.8:443')).toBe(expected));

    test('does not decide where the user says that the namespace denies by default', () => {
      expect(deciding(networkOf(WEB + baseline, { defaultDeny: ['shop'] }), 'web', '8.8.8.8:443')).toBe('blocked at egress: not-selected');
    });
  });

  test.each([
    ['policy.networking.k8s.io', 'AdminNetworkPolicy'],
    ['policy.networking.k8s.io', 'BaselineAdminNetworkPolicy'],
    ['policy.networking.k8s.io', 'ClusterNetworkPolicy'],
    ['cilium.io', 'CiliumNetworkPolicy'],
    ['cilium.io', 'CiliumClusterwideNetworkPolicy'],
    ['projectcalico.org', 'NetworkPolicy'],
    ['projectcalico.org', 'GlobalNetworkPolicy'],
  ].flatMap(([group, kind]) => [[`like${group}`, kind], [`${group}.example.com`, kind]]))('of a like group is none: %s %s', (group, kind) => {
    expect(deciding(networkOf(WEB + other(`${group}/v1`, kind)), 'web', '8.8.8.8:443')).toBe('allowed at egress: open');
  });
});
