import { rule } from '../../rule';

export const unevaluatedPolicy = rule({
  code: 'NET320',
  title: 'a policy of another kind than NetworkPolicy is not evaluated',
  severity: 'advice',
  reads: ['network'],
  why: 'An AdminNetworkPolicy or ClusterNetworkPolicy is decided before the NetworkPolicies of a namespace, a baseline after them, and those of Cilium or Calico beside them. '
    + 'What is said about connections takes NetworkPolicies alone into account, so such a policy can make it wrong in both directions.',
  repair: 'Read findings about connections, and their absence, with these policies beside them; suppress this one where they were compared.',
  source: 'https://network-policy-api.sigs.k8s.io/api-overview/',
  *check({ network }) {
    const [first, ...others] = network.unevaluated;
    if (!first) return;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    yield {
      at: first.at(),
      message: `${first.kind} ${first.name}${more} may allow or deny what the NetworkPolicies do not, and is not evaluated`,
      fix: 'check the connections that it speaks of by hand',
    };
  },
});
