import { canonicalJson } from '../../../compare/private/canonical-json';
import { rule } from '../../rule';
import { networkPolicies, WrittenRule, writtenRules } from '../private/policies';

export const duplicateRule = rule({
  code: 'NET319',
  title: 'a rule of a NetworkPolicy stands there twice',
  severity: 'advice',
  reads: ['objects'],
  why: 'Rules are a union, so the second one changes nothing. It is often a copy that should have got another port or peer, and whoever removes one of them later closes nothing.',
  repair: 'Remove one of the two, or give it the port or peer that was meant.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  *check({ objects }) {
    for (const policy of networkPolicies(objects)) {
      const first = new Map<string, WrittenRule>();
      for (const written of writtenRules(policy)) {
        const key = `${written.direction} ${canonicalJson(written.value)}`;
        const earlier = first.get(key);
        if (!earlier) {
          first.set(key, written);
          continue;
        }
        yield {
          at: written.place,
          message: `${written.direction} rule ${written.number} of NetworkPolicy ${policy.name} repeats rule ${earlier.number}`,
          fix: 'remove it, or give it the port or peer that was meant',
          correct: () => ({ edits: [{ kind: 'remove', at: written.place }] }),
          related: [{ at: earlier.place, message: 'the same rule' }],
        };
      }
    }
  },
});
