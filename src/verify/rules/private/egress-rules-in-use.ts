import { ManifestObject } from '../../../manifest';
import { Facts } from '../../facts/facts';

/** The egress rules that let a need through. */
export interface RulesInUse {
  has(policy: ManifestObject, index: number): boolean;
}

/** The first egress rule for each need that gets through, or may. */
export function egressRulesInUse(facts: Pick<Facts, 'needs' | 'answer'>): RulesInUse {
  const inUse = new Map<ManifestObject, Set<unknown>>();
  for (const need of facts.needs) {
    for (const { kind, verdict, place } of facts.answer(need).links) {
      if (kind !== 'egress' || verdict === 'blocked' || !place) continue;
      inUse.set(place.object, (inUse.get(place.object) ?? new Set()).add(place.path[2]));
    }
  }
  return { has: (policy, index) => inUse.get(policy)?.has(index) ?? false };
}
