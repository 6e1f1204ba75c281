import { worstOf } from '../../../src/doctor/private/live-network';
import { Link, Verdict } from '../../../src/reachability';

const link = (verdict: Verdict): Link => ({ kind: 'egress', verdict, reason: 'open', text: verdict });

test.each<[Verdict[], Verdict | undefined]>([
  [['allowed', 'unknown', 'blocked'], 'blocked'],
  [['allowed', 'unknown'], 'unknown'],
  [['allowed'], 'allowed'],
  [[], undefined],
])('of the links %j of several pods the one that is %s decides', (verdicts, worst) => {
  expect(worstOf(verdicts.map(link))?.verdict).toBe(worst);
});
