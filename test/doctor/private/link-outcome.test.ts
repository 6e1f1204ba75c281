import { linkOutcome } from '../../../src/doctor/private/link-outcome';

test('a blocked link without a fix names the policies to read', () => {
  expect(linkOutcome({ kind: 'egress', verdict: 'blocked', reason: 'not-admitted', text: 'closed' }, ['shop', 'messaging', 'shop']).issue?.solution)
    .toBe('check the NetworkPolicies: kubectl describe networkpolicy -n shop; kubectl describe networkpolicy -n messaging');
});
