import { answer, deciding, deployment, networkOf, policy } from './support/network';

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
    ['projectcalico.org/v3', 'GlobalNetworkPolicy', undefined],
  ])('is said to leave it open: %s %s', (apiVersion, kind, namespace) => {
    expect(deciding(networkOf(WEB + other(apiVersion, kind, namespace)), 'web', '8.8.8.8:443')).toBe('unknown at egress: admin-policy');
  });

  test('keeps what the NetworkPolicies say in the text', () => {
    expect(answer(networkOf(WEB + other('cilium.io/v2', 'CiliumNetworkPolicy', 'shop')), 'web', '8.8.8.8:443').deciding.text)
      .toBe('no policy limits egress of shop/web[Deployment], but CiliumNetworkPolicy shop/other may decide otherwise and is not evaluated');
  });

  test('of another namespace leaves the answer as it is', () => {
    expect(deciding(networkOf(WEB + other('cilium.io/v2', 'CiliumNetworkPolicy', 'data')), 'web', '8.8.8.8:443')).toBe('allowed at egress: open');
  });

  test('of the baseline decides only where no NetworkPolicy selects the pods', () => {
    const baseline = other('policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy');
    const selecting = policy('web', 'shop', '{ podSelector: {}, egress: [{}] }');
    expect([deciding(networkOf(WEB + baseline), 'web', '8.8.8.8:443'), deciding(networkOf(WEB + baseline + selecting), 'web', '8.8.8.8:443')])
      .toEqual(['unknown at egress: admin-policy', 'allowed at egress: open']);
  });

  test('of a like name in another group is none', () => {
    expect(deciding(networkOf(WEB + other('example.com/v1', 'AdminNetworkPolicy')), 'web', '8.8.8.8:443')).toBe('allowed at egress: open');
  });
});
