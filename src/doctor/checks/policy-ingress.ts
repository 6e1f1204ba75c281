import { Check } from '../check';
import { policyOutcome } from '../private/policy-outcome';

/** Rule book §7.3, and issue 3 of §8, on the server's side. */
export const policyIngress: Check = {
  id: 'policy-ingress',
  category: 'network policies',
  title: 'policies let the server take connections of the pods',
  needs: ['service-exists', 'service-port'],
  run: context => policyOutcome(context, 'ingress'),
};
