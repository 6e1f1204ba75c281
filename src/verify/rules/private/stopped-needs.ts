import { briefly } from './briefly';
import { listOf, Place, Workload } from '../../../manifest';
import { Link, LinkKind } from '../../../reachability';
import { Facts, Need } from '../../facts/facts';
import { Observation } from '../../finding';

/** Needs that one field of a policy stops in the same way. */
export interface StoppedNeeds {
  readonly link: Link;

  /** The responsible field where it is linted; else the entry of the first workload. */
  readonly at: Place;

  /** At least one. */
  readonly needs: readonly Need[];
}

/** The needs whose link of one of some kinds is not open and meets a condition, those together that have one cause. */
export function stoppedNeeds(facts: Pick<Facts, 'needs' | 'answer'>, kinds: readonly LinkKind[], meets: (link: Link, need: Need) => boolean): StoppedNeeds[] {
  const groups = new Map<string, { link: Link; at: Place; needs: Need[] }>();
  for (const need of facts.needs) {
    for (const link of facts.answer(need).links) {
      if (!kinds.includes(link.kind) || link.verdict === 'allowed' || !meets(link, need)) continue;
      const at = link.place?.object.origin === 'files' ? fieldToChange(link, link.place, need) : need.place;
      const endpoint = link.kind === 'dns' ? [] : [need.host ?? need.what, need.port];
      const key = JSON.stringify([link.kind, link.reason, link.verdict, at.object.id, at.path, ...endpoint]);
      const group = groups.get(key);
      if (group) group.needs.push(need);
      else groups.set(key, { link, at, needs: [need] });
    }
  }
  return [...groups.values()];
}

/** The rule that comes near, where it is meant for the endpoint; else the list of rules, which lacks one. */
function fieldToChange({ kind, reason }: Link, { object, path }: Place, { host }: Need): Place {
  const hasPeers = ['to', 'from'].some(field => listOf(object.get(...path, field)).length > 0);
  const isMeant = reason !== 'not-admitted' || (kind !== 'dns' && host !== undefined && hasPeers);
  return object.at(...isMeant ? path : path.slice(0, 2));
}

/** What a rule says of them: what the policy does, for whom, and the link's own words. */
export function observe({ link, at, needs }: StoppedNeeds, what: string): Pick<Observation, 'at' | 'message' | 'fix' | 'concerns' | 'related'> {
  const { place } = link;
  return {
    at: at.path.length === 2 ? { ...at, part: 'key' } : at,
    message: `${what} ${whoNeeds(needs)}: ${link.text}`,
    fix: link.fix ?? 'admit it',
    concerns: concernsOf(needs),
    related: [
      ...place && place.object !== at.object ? [{ at: place, message: 'the policy' }] : [],
      ...(at.object === place?.object ? needs : needs.slice(1)).slice(0, 3).map(need => ({ at: need.place, message: `${titleOfWorkload(need.workload)} needs it` })),
    ],
  };
}

/** The servers that needs are about. */
export function concernsOf(needs: readonly Need[]): string[] {
  return [...new Set(needs.map(({ what }) => what))];
}

/** The policy that stops needs. */
export function policyOf({ link }: StoppedNeeds): string {
  return `NetworkPolicy ${link.place?.object.name ?? 'of the namespace'}`;
}

/** The endpoint of needs: `MySQL (TCP 3306)`, `NATS at nats-server.nats:4222`. */
export function endpointOf({ what, host, port, protocol }: Need): string {
  return host === undefined ? `${what} (${protocol} ${port})` : `${what} at ${host}:${port}`;
}

/** Who has the needs, and by which names: `for Deployment quotes (NATS_URL)`. */
export function whoNeeds(needs: readonly Need[]): string {
  const workloads = new Set(needs.map(({ workload }) => titleOfWorkload(workload)));
  return `for ${briefly([...workloads])} (${briefly([...new Set(needs.map(({ name }) => name))])})`;
}

export function titleOfWorkload({ kind, name }: Workload): string {
  return `${kind} ${name}`;
}
