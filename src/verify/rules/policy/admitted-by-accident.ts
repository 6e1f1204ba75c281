import { ManifestObject } from '../../../manifest';
import { placeOfRule } from '../../../reachability/policy';
import { Facts, Need } from '../../facts/facts';
import { rule } from '../../rule';
import { briefly } from '../private/briefly';
import { targetService } from '../private/endpoint-namespace';
import { PolicyView } from '../private/policy-view';
import { protectedPort } from '../private/protected-ports';
import { hasEveryPeer, onePort, titleOfPolicy } from '../private/rule-ports';
import { endpointOf, titleOfWorkload, whoNeeds } from '../private/stopped-needs';

export const admittedByAccident = rule({
  code: 'NET313',
  title: 'an endpoint of the cluster is reached only through a rule that admits every address on its port',
  severity: 'advice',
  reads: ['needs', 'answer', 'network'],
  why: 'A rule without peers says nothing of the endpoint that it lets through. Whoever narrows it later, for the purpose that it was written for, cuts a connection that no rule mentions.',
  repair: 'Add a rule that selects the namespace and pods of the endpoint, then narrow or remove the wide one.',
  source: '§10',
  *check(facts) {
    const through = needsByRule(facts);
    for (const policy of PolicyView.of(facts.network).policies) {
      for (const one of policy.egress) {
        const needs = through.get(policy.object)?.get(one.index);
        if (!needs || !one.ports || !hasEveryPeer(one) || one.ports.some(entry => protectedPort(onePort(entry) ?? 0))) continue;
        yield {
          at: placeOfRule(one),
          message: `egress rule ${one.index + 1} of ${titleOfPolicy(policy)} admits every address, and it alone admits ${briefly([...new Set(needs.map(endpointOf))])} ${whoNeeds(needs)}`,
          fix: `add a rule that selects the pods of Service ${briefly([...new Set(needs.map(need => targetService(need, facts.network)?.name ?? need.name))])}`,
          related: needs.slice(0, 3).map(need => ({ at: need.place, message: `${titleOfWorkload(need.workload)} needs it` })),
        };
      }
    }
  },
});

/** The needs of pods in the cluster that get through, by the policy and the index of the egress rule that admits them. */
function needsByRule(facts: Pick<Facts, 'needs' | 'answer' | 'network'>): Map<ManifestObject, Map<number, Need[]>> {
  const through = new Map<ManifestObject, Map<number, Need[]>>();
  for (const need of facts.needs) {
    const place = facts.answer(need).links.find(({ kind, verdict }) => kind === 'egress' && verdict === 'allowed')?.place;
    if (!place || !targetService(need, facts.network)) continue;
    const rules = through.get(place.object) ?? new Map<number, Need[]>();
    const index = Number(place.path[2]);
    rules.set(index, [...rules.get(index) ?? [], need]);
    through.set(place.object, rules);
  }
  return through;
}
