import { Workload } from '../../../manifest';
import { Direction } from '../../../reachability';
import { Policy } from '../../../reachability/policy';
import { isDefaultDeny, Selecting } from '../../../reachability/policy-set';
import { Selector } from '../../../reachability/selector';
import { Facts, Need } from '../../facts/facts';
import { rule } from '../../rule';
import { briefly } from '../private/briefly';
import { LabelIndex } from '../private/label-index';
import { PolicyView } from '../private/policy-view';
import { concernsOf, endpointOf, titleOfWorkload } from '../private/stopped-needs';

export const selectedByNoPolicy = rule({
  code: 'NET301',
  title: 'the namespace denies by default, and no other policy selects the pods of a workload',
  severity: 'error',
  reads: ['workloads', 'needs', 'answer', 'network', 'set'],
  why: 'Under default deny a pod has the connections that policies admit, and none selects this one: it resolves no name and reaches no server. '
    + 'Mostly the labels of the pods and the selector of a policy differ.',
  repair: 'Write an egress policy for the workload, or give its pods the labels that an existing one selects.',
  source: '§10',
  checklist: 6,
  *check(facts) {
    const { workloads, network, set } = facts;
    const view = PolicyView.of(network);
    const needs = stoppedByWorkload(facts);
    const policies = new LabelIndex(view.policies.filter(({ directions }) => directions.has('egress')), ({ pods }) => labelsOf(pods));
    const served = new Set(set.services.flatMap(service => network.workloadsOf(service)));
    for (const workload of workloads) {
      const stopped = needs.get(workload);
      const only = (direction: Direction): boolean => deniedByDefault(view.selecting(workload, direction), direction);
      if (workload.hostNetwork || !stopped && (served.has(workload) || !only('egress') || !only('ingress'))) continue;
      const deny = view.selecting(workload, 'egress').certain[0];
      const by = deny ? `NetworkPolicy ${deny.name}` : 'the namespace';
      const near = stopped && policies.nearest(workload.namespace, Selector.ofLabels(workload.podLabels));
      yield {
        at: workload.object.at(...workload.templatePath, 'metadata', 'labels'),
        severity: stopped ? undefined : 'warning',
        message: stopped
          ? `${titleOfWorkload(workload)} is selected by no egress policy but the default: ${by} blocks DNS and ${briefly([...new Set(stopped.map(endpointOf))])}`
          : `${titleOfWorkload(workload)} is selected by no policy but the default: ${by} blocks all that goes in and out, DNS too`,
        fix: stopped ? 'write an egress policy that selects its pods and admits DNS and these endpoints' : 'write policies that select its pods and admit what they need',
        correct: () => ({ decide: decisionFor(workload, stopped ?? [], near) }),
        concerns: concernsOf(stopped ?? []),
        related: near && [{ at: near.object.at('spec', 'podSelector'), message: `the nearest policy, NetworkPolicy ${near.name}, selects ${near.pods}` }],
      };
    }
  },
});

/** The policy that is missing, which nobody but the owner of the workload can write: it limits the pods to what it admits. */
function decisionFor(workload: Workload, needs: readonly Need[], near: Policy | undefined): string {
  const title = titleOfWorkload(workload);
  const admitted = ['DNS', ...new Set(needs.map(endpointOf))].join(', ');
  const write = `write a NetworkPolicy in ${workload.namespace} that selects the pods of ${title} for egress and admits ${admitted} (EgressPolicy and NatsEgressPolicy of the library make one)`;
  return near ? `${write}, or give the pods the labels that NetworkPolicy ${near.name} selects` : write;
}

/** The labels that a selector demands one by one. */
function labelsOf({ requirements }: Selector): Record<string, string> {
  return Object.fromEntries(requirements.filter(({ operator, values }) => operator === 'In' && values.length === 1).map(({ key, values }) => [key, values[0]]));
}

/** The needs that default deny alone stops, by workload. */
function stoppedByWorkload(facts: Pick<Facts, 'needs' | 'answer'>): Map<Workload, Need[]> {
  const stopped = new Map<Workload, Need[]>();
  for (const need of facts.needs) {
    const isStopped = facts.answer(need).links.some(({ kind, verdict, reason }) => kind === 'egress' && verdict === 'blocked' && reason === 'not-selected');
    if (isStopped) stopped.set(need.workload, [...stopped.get(need.workload) ?? [], need]);
  }
  return stopped;
}

function deniedByDefault({ certain, possible, deniedByOption }: Selecting, direction: Direction): boolean {
  return possible.length === 0 && (deniedByOption || certain.length > 0) && certain.every(policy => isDefaultDeny(policy, direction));
}
