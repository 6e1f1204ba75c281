import { rule } from '../../rule';

/** LINT902 */
export const suppressionWithoutReason = rule({
  code: 'LINT902',
  title: 'A suppression gives no reason',
  severity: 'warning',
  reads: ['suppressions'],
  why: 'A suppression without a reason has no effect. In a year nobody will know whether the finding was wrong, the risk was accepted, or somebody was in a hurry.',
  repair: 'Write the reason as the value: why this object may do what the rule forbids, or who decided so.',
  source: 'https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/lint.md',
  *check({ suppressions }) {
    for (const { code, reason, at } of suppressions) {
      if (reason !== '') continue;
      yield { at, message: `the suppression of ${code} gives no reason, so it has no effect`, fix: 'write as its value why the rule does not hold here' };
    }
  },
});
