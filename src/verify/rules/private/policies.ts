import { Json, JsonObject, listOf, ManifestObject, objectOf, Place } from '../../../manifest';
import { Direction } from '../../../reachability';

/** Both directions of a NetworkPolicy, in the order of their fields. */
export const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** A rule of a NetworkPolicy as it is written, for what its form alone tells. */
export interface WrittenRule {
  readonly policy: ManifestObject;
  readonly direction: Direction;

  /** Counted from 1, as messages do. */
  readonly number: number;
  readonly value: JsonObject;
  readonly place: Place;
  readonly peers: readonly WrittenItem[];
  readonly ports: readonly WrittenItem[];
}

/** An item of a list: a peer or a port. */
export interface WrittenItem {
  readonly value: Json;
  readonly place: Place;
}

/** The NetworkPolicies of Kubernetes among some objects. */
export function networkPolicies(objects: readonly ManifestObject[]): ManifestObject[] {
  return objects.filter(({ kind, group }) => kind === 'NetworkPolicy' && group === 'networking.k8s.io');
}

/** The rules of a policy in both directions, without regard to its `policyTypes`. */
export function writtenRules(policy: ManifestObject): WrittenRule[] {
  return DIRECTIONS.flatMap(direction => listOf(policy.get('spec', direction)).flatMap((item, i): WrittenRule[] => {
    const value = objectOf(item);
    if (!value) return [];
    const path = ['spec', direction, i];
    const items = (field: string): WrittenItem[] =>
      listOf(value[field]).map((entry, k) => ({ value: entry, place: policy.at(...path, field, k) }));
    return [{ policy, direction, number: i + 1, value, place: policy.at(...path), peers: items(peersField(direction)), ports: items('ports') }];
  }));
}

/** The field that names the peers of a direction. */
export function peersField(direction: Direction): 'to' | 'from' {
  return direction === 'egress' ? 'to' : 'from';
}
