import { k8s } from 'cdk8s-plus-28';
import { constructError } from '../../app/private/errors';
import { claimName } from '../../app/private/names';
import { DisruptionBudget } from '../disruption-budget';
import { WiredWorkload } from './wiring';

/** Renders the PodDisruptionBudget of a workload, if it has one. */
export function budgetDisruption(workload: WiredWorkload, budget: DisruptionBudget | undefined): void {
  if (!budget) return;
  const { minAvailable, maxUnavailable } = budget;
  if ((minAvailable === undefined) === (maxUnavailable === undefined)) {
    throw constructError(workload, 'a disruption budget needs one of minAvailable and maxUnavailable', 'give exactly one');
  }
  const { name, metadata: { namespace } } = workload;
  claimName(workload, 'PodDisruptionBudget', namespace, name);
  new k8s.KubePodDisruptionBudget(workload, 'disruption-budget', {
    metadata: { name, namespace, labels: { ...workload.identity } },
    spec: {
      minAvailable: intOrString(minAvailable),
      maxUnavailable: intOrString(maxUnavailable),
      selector: { matchLabels: { ...workload.identity } },
    },
  });
}

function intOrString(count: number | undefined): k8s.IntOrString | undefined {
  return count === undefined ? undefined : k8s.IntOrString.fromNumber(count);
}
