import { isServerLink } from './server-link';
import { groupBy, ManifestObject, Workload } from '../../../manifest';
import { UrlUse } from '../../facts/facts';

/** Addresses of NATS servers by the object that holds them, or by a workload that reads them. */
type Neighbours = ReadonlyMap<ManifestObject | Workload, readonly UrlUse[]>;

const known = new WeakMap<readonly UrlUse[], Neighbours>();

/** The NATS addresses under other names that the same object or program has: of those with the same hosts only the first ones. */
export function neighboursOf({ name, place, workloads }: UrlUse, urls: readonly UrlUse[]): UrlUse[] {
  const neighbours = known.get(urls) ?? neighboursIn(urls);
  known.set(urls, neighbours);
  return [place.object, ...workloads].flatMap(owner => neighbours.get(owner) ?? []).filter(other => other.name !== name);
}

/** The hosts that an address names. */
export function hostsOf({ nats }: UrlUse): string[] {
  const servers = nats!.members.length > 0 ? nats!.members : [nats!];
  return servers.flatMap(({ host }) => host ?? []);
}

function neighboursIn(urls: readonly UrlUse[]): Neighbours {
  const servers = urls.filter(use => use.nats && !isServerLink(use));
  const owned = servers.flatMap(use => [use.place.object, ...use.workloads].map(owner => ({ owner, use })));
  return new Map([...groupBy(owned, ({ owner }) => owner)].map(([owner, all]) => [owner, differing(all.map(({ use }) => use))]));
}

/** One or two addresses of each list of hosts, under two names if there are two. */
function differing(uses: readonly UrlUse[]): UrlUse[] {
  return [...groupBy(uses, use => hostsOf(use).join()).values()].flatMap(([first, ...others]) => {
    const second = others.find(({ name }) => name !== first.name);
    return second ? [first, second] : [first];
  });
}
