import { Check } from '../check';
import { policyOutcome } from '../private/policy-outcome';

/** Rule book §7.3, and issue 3 of §8. */
export const policyEgress: Check = {
  id: 'policy-egress',
  category: 'network policies',
  title: 'policies let the pods connect to the server',
  needs: ['service-exists', 'service-port'],
  run: context => policyOutcome(context, 'egress'),
};
