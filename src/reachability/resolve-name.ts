import { isDnsName } from '../address/private/dns-name';
import { readHyphenatedIp, readIp } from '../address/private/ip';
import { ManifestSet, Workload } from '../manifest';
import { aliasOf } from './host-aliases';
import { Ip, parseIp } from './ip';
import { SearchList, searchListOf } from './search-list';

/** A Service by its name, whether it exists or not. */
export interface ServiceName {
  readonly namespace: string;
  readonly name: string;

  /** Name of one of the pods behind it, where the host names one. */
  readonly pod?: string;
}

/** What a host stands for in a pod. */
export type Resolution =
  | { readonly type: 'service'; readonly service: ServiceName }
  /** A name outside the cluster. */
  | { readonly type: 'host' }
  /** An address: written so, by hostAliases of the pod, or by a name that DNS reads as one. */
  | { readonly type: 'address'; readonly ip: Ip; readonly by: 'text' | 'alias' | 'dns' }
  /** The pod itself. */
  | { readonly type: 'own-pod' }
  /** A name of the cluster that the pod does not find. */
  | { readonly type: 'not-found'; readonly list: SearchList; readonly service: ServiceName }
  /** A name in the cluster's zone that stands for nothing, or no name at all. */
  | { readonly type: 'no-name' }
  /** A Service and its namespace, or a host outside. */
  | { readonly type: 'ambiguous'; readonly service: ServiceName }
  /** A Service that does not exist, or what a search domain of dnsConfig makes of the name. */
  | { readonly type: 'other-search'; readonly service: ServiceName; readonly names: readonly string[] }
  /** A name of a Service in another zone than the cluster's. */
  | { readonly type: 'other-zone'; readonly zone: string }
  /** Whether the pod's name servers know the cluster is not known. */
  | { readonly type: 'other-servers'; readonly list: SearchList; readonly service: ServiceName };

/** What the resolution of names looks at. */
export interface NameContext {
  readonly set: ManifestSet;
  readonly zone: string;

  /** Addresses of the cluster's DNS, as far as they are known. */
  readonly dnsAddresses: readonly string[];

  /** Namespaces that the manifests show to exist. */
  readonly namespaces: ReadonlySet<string>;
}

const OWN_POD = new Set(['localhost', 'localhost.localdomain', 'ip6-localhost', 'ip6-loopback']);
const ORDINAL = /-(0|[1-9]\d*)$/;
// Domains that nobody names a namespace after.
const TOP_LEVEL = new Set(['com', 'org', 'net', 'io', 'ai', 'co', 'info', 'edu', 'gov', 'eu', 'de', 'uk', 'us']);

/** What a host stands for in the pods of a workload. */
export function resolveName(written: string, from: Workload, context: NameContext): Resolution {
  const host = written.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const read = readIp(host);
  if (read) return read.kind === 'other' ? addressOf(read.address, 'text') : { type: 'own-pod' };
  const aliased = aliasOf(from.podSpec.hostAliases, host);
  const alias = aliased === undefined ? undefined : readIp(aliased);
  if (alias) return alias.kind === 'other' ? addressOf(alias.address, 'alias') : { type: 'own-pod' };
  const name = host.replace(/\.$/, '');
  if (OWN_POD.has(name) || name.endsWith('.localhost')) return { type: 'own-pod' };
  if (!isDnsName(name.replaceAll('_', '-'))) return { type: 'no-name' };
  const list = searchListOf(from, context.zone, context.dnsAddresses);
  const found = find(candidates(host, name, list), name, context) ?? readInZone(name, context.zone);
  if (found) return served(found, list);
  return orOtherSearch(byForm(host, name, from.namespace, list, context), name, list, context);
}

/** What the name of an ExternalName Service stands for. The DNS server looks it up as it is, with no search list; digits are no address to it. */
export function resolveAbsoluteName(name: string, own: string, { zone, namespaces, set }: Pick<NameContext, 'zone' | 'namespaces' | 'set'>): Resolution {
  const host = name.toLowerCase().replace(/\.$/, '');
  if (readIp(host) || !isDnsName(host.replaceAll('_', '-'))) return { type: 'no-name' };
  const inZone = readInZone(host, zone);
  if (inZone) return inZone;
  const labels = host.split('.');
  if (labels.at(-1) === 'svc') return { type: 'no-name' };
  const kind = kindLabel(labels);
  if (kind > 0) return { type: 'other-zone', zone: labels.slice(kind + 1).join('.') };
  if (labels.length > 2 || TOP_LEVEL.has(labels.at(-1)!)) return { type: 'host' };
  const service = { name: labels[0], namespace: labels[1] ?? own };
  const isShort = labels.length === 2 ? namespaces.has(service.namespace) : set.presence('Service', own, service.name) === 'present';
  return isShort ? { type: 'no-name' } : { type: 'ambiguous', service };
}

/** The names that a resolver tries, in its order. */
function candidates(host: string, name: string, { domains, ndots }: SearchList): string[] {
  if (host.endsWith('.')) return [name];
  const completed = domains.map(domain => `${name}.${domain}`);
  return name.split('.').length - 1 >= ndots ? [name, ...completed] : [...completed, name];
}

/** The first of the names that certainly exists, in the cluster or, as it is written, outside. */
function find(names: readonly string[], written: string, { set, zone }: NameContext): Resolution | undefined {
  for (const name of names) {
    const reading = readInZone(name, zone);
    if (reading?.type === 'service' && set.presence('Service', reading.service.namespace, reading.service.name) === 'present') return reading;
    if (name === written && !reading && TOP_LEVEL.has(name.split('.').at(-1)!)) return { type: 'host' };
  }
  return undefined;
}

/** A name in the cluster's zone; undefined for others. */
function readInZone(name: string, zone: string): Resolution | undefined {
  return name.endsWith(`.${zone}`) ? readClusterName(name.slice(0, -zone.length - 1).split('.')) ?? { type: 'no-name' } : undefined;
}

/** What stands before the zone. */
function readClusterName(labels: readonly string[]): Resolution | undefined {
  const kind = labels.at(-1);
  if (kind === 'pod' && labels.length === 3) {
    const address = readHyphenatedIp(labels[0]);
    return address === undefined ? undefined : addressOf(address, 'dns');
  }
  if (kind !== 'svc' || labels.length < 3 || labels.length > 4) return undefined;
  const [name, namespace] = labels.slice(-3);
  return { type: 'service', service: labels.length === 4 ? { namespace, name, pod: labels[0] } : { namespace, name } };
}

/** The reading of a name that is not found in the manifests, by its form. */
function byForm(host: string, name: string, namespace: string, list: SearchList, context: NameContext): Resolution {
  const labels = name.split('.');
  if (host.endsWith('.')) return { type: 'host' };
  const kind = kindLabel(labels);
  if (kind > 0 && kind < labels.length - 1) return { type: 'other-zone', zone: labels.slice(kind + 1).join('.') };
  const reading = kind > 0 ? readClusterName(labels) : undefined;
  if (reading) return served(reading, list, context.zone);
  if (labels.length === 1) return served({ type: 'service', service: { namespace, name } }, list, `${namespace}.svc.${context.zone}`);
  if (labels.length > 3) return { type: 'host' };
  const [serviceLabel, namespaceLabel] = labels.slice(-2);
  const service = { name: serviceLabel, namespace: namespaceLabel, ...labels.length === 3 ? { pod: labels[0] } : {} };
  const known = context.namespaces.has(namespaceLabel);
  const isCompleted = list.servesCluster !== 'no' && list.domains.includes(`svc.${context.zone}`);
  if (!known && (!isCompleted || (labels.length === 3 && !ORDINAL.test(labels[0])))) return { type: 'host' };
  return known ? served({ type: 'service', service }, list, `svc.${context.zone}`) : { type: 'ambiguous', service };
}

/** Where the label `svc` of a Service's name stands; -1 where there is none. */
function kindLabel(labels: readonly string[]): number {
  return labels.findIndex((label, i) => label === 'svc' && (i === 2 || i === 3));
}

/** A name of a Service that is not found, as long as no search domain of dnsConfig may complete it to one that exists. */
function orOtherSearch(reading: Resolution, name: string, { added, servesCluster }: SearchList, { set, zone }: NameContext): Resolution {
  if (reading.type !== 'not-found' && reading.type !== 'service') return reading;
  const { service } = reading;
  if (reading.type === 'service' && set.presence('Service', service.namespace, service.name) !== 'absent') return reading;
  const names = added.map(domain => `${name}.${domain}`).filter((completed) => {
    const other = readInZone(completed, zone);
    if (!other) return true;
    return servesCluster !== 'no' && other.type === 'service' && set.presence('Service', other.service.namespace, other.service.name) !== 'absent';
  });
  return names.length > 0 ? { type: 'other-search', service, names } : reading;
}

/** A reading as the name servers of the pod allow it; a short name needs the domain that completes it in the search list. */
function served(reading: Resolution, list: SearchList, domain?: string): Resolution {
  if (reading.type !== 'service') return reading;
  const completed = domain === undefined || list.domains.includes(domain);
  if (list.servesCluster === 'no' || !completed) return { type: 'not-found', list, service: reading.service };
  return list.servesCluster === 'maybe' ? { type: 'other-servers', list, service: reading.service } : reading;
}

function addressOf(address: string, by: 'text' | 'alias' | 'dns'): Resolution {
  const ip = parseIp(address);
  return ip ? { type: 'address', ip, by } : { type: 'no-name' };
}
