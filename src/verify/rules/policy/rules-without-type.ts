import { listOf } from '../../../manifest';
import { rule } from '../../rule';
import { DIRECTIONS, networkPolicies } from '../private/policies';

export const rulesWithoutType = rule({
  code: 'NET316',
  title: 'a NetworkPolicy has rules for a direction that its policyTypes does not list',
  severity: 'warning',
  reads: ['objects'],
  why: 'An explicit `policyTypes` decides alone. Rules of a direction that it does not list are stored and never applied: '
    + 'under default deny the pods stay blocked, without it they stay open.',
  repair: 'Add the direction to `policyTypes`, or remove the rules.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  *check({ objects }) {
    for (const policy of networkPolicies(objects)) {
      const types = listOf(policy.get('spec', 'policyTypes'));
      if (types.length === 0) continue;
      for (const direction of DIRECTIONS) {
        const type = direction === 'egress' ? 'Egress' : 'Ingress';
        const rules = listOf(policy.get('spec', direction));
        if (rules.length === 0 || types.includes(type)) continue;
        yield {
          at: { ...policy.at('spec', direction), part: 'key' },
          message: `NetworkPolicy ${policy.name} has ${rules.length} ${direction} rule${rules.length === 1 ? '' : 's'} without effect: its policyTypes is [${types.join(', ')}]`,
          fix: `add ${type} to spec.policyTypes, or remove spec.${direction}`,
          correct: () => ({
            decide: `add ${type} to policyTypes of NetworkPolicy ${policy.name}, which closes to its pods all ${direction} that no rule admits, or remove spec.${direction}`,
          }),
          related: [{ at: policy.at('spec', 'policyTypes'), message: 'the directions that count' }],
        };
      }
    }
  },
});
