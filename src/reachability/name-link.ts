import { podField, Workload } from '../manifest';
import { Link } from './answer';
import { someOf } from './phrases';
import { NameContext, Resolution, ServiceName } from './resolve-name';
import { SearchList } from './search-list';

/** What became of a host's name, as the first link of the chain. */
export function nameLink(host: string, resolution: Exclude<Resolution, { type: 'own-pod' }>, from: Workload, { set, zone }: NameContext): Link {
  const open = (text: string): Link => ({ kind: 'name', verdict: 'allowed', reason: 'open', text });
  switch (resolution.type) {
    case 'service': {
      const { namespace, name } = resolution.service;
      const title = titleOfName(resolution.service);
      return open(set.presence('Service', namespace, name) === 'absent' ? `${host} would be ${title}, which does not exist` : `${host} is ${title}`);
    }
    case 'host': return { ...open(`${host} is a name outside the cluster`), reason: 'external' };
    case 'address': return { ...open(`${host} is ${addressBy(resolution.by)}`), reason: 'external' };
    case 'other-search': return {
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      place: podField(from, 'dnsConfig').place,
      fix: 'write the name in full',
      text: `${host} would be ${titleOfName(resolution.service)}, or ${someOf(resolution.names)} by the searches of dnsConfig`,
    };
    case 'no-name': return {
      kind: 'name', verdict: 'blocked', reason: 'service-missing', text: `${host} is no name that the cluster serves`, fix: `write service.namespace.svc.${zone}`,
    };
    case 'not-found': return {
      kind: 'name',
      verdict: 'blocked',
      reason: 'no-search-list',
      ...fieldOf(resolution.list, from),
      text: `${host} means ${titleOfName(resolution.service)}, and ${whyNotFound(resolution.list)}`,
    };
    case 'ambiguous': return {
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      fix: `write ${fullName(resolution.service, zone)} if it is a Service`,
      text: `${host} is ${titleOfName(resolution.service)} or a host outside the cluster; no manifest shows that namespace`,
    };
    case 'other-zone': return {
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      text: `${host} is in the zone ${resolution.zone}, the cluster's is ${zone}`,
      fix: `write .svc.${zone}, or give the zone of the cluster`,
    };
    case 'other-servers': return {
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      ...serversOf(resolution.list, from),
      text: `${host} means ${titleOfName(resolution.service)}; ${whyInDoubt(resolution.list)}`,
    };
  }
}

function whyInDoubt({ base }: SearchList): string {
  return base === 'node' ? 'the servers of the node are asked first, which do not know the cluster' : 'whether the name servers of dnsConfig know it is not known';
}

function serversOf(list: SearchList, from: Workload): Pick<Link, 'fix' | 'place'> {
  if (list.base === 'node') return fieldOf(list, from);
  return { place: podField(from, 'dnsConfig').place, fix: `write dnsPolicy: ${policyFor(from)}, or name the cluster's DNS first in dnsConfig` };
}

/** In the network of its node a pod with ClusterFirst asks the servers of the node. */
function policyFor({ hostNetwork }: Workload): string {
  return hostNetwork ? 'ClusterFirstWithHostNet' : 'ClusterFirst';
}

function addressBy(by: (Resolution & { type: 'address' })['by']): string {
  switch (by) {
    case 'text': return 'an address, which needs no DNS';
    case 'alias': return 'an address by hostAliases of the pod, which needs no DNS';
    case 'dns': return 'the name of an address';
  }
}

/** The name of a Service, or of a pod behind it, in full. */
export function fullName({ name, namespace, pod }: ServiceName, zone: string): string {
  return `${pod === undefined ? '' : `${pod}.`}${name}.${namespace}.svc.${zone}`;
}

function titleOfName({ namespace, name, pod }: ServiceName): string {
  return `${pod === undefined ? '' : `pod ${pod} behind `}Service ${name}${namespace ? ` in namespace ${namespace}` : ''}`;
}

function whyNotFound({ field, servesCluster }: SearchList): string {
  switch (field) {
    case 'dnsPolicy': return 'dnsPolicy Default asks the servers of the node, which do not know the cluster';
    case 'hostNetwork': return 'a pod with hostNetwork asks the servers of its node, which do not know the cluster';
    case 'dnsConfig': return servesCluster === 'no' ? 'the name servers of dnsConfig are public ones, which do not know the cluster' : 'the searches of dnsConfig do not complete it';
  }
}

function fieldOf({ field, servesCluster }: SearchList, from: Workload): Pick<Link, 'fix' | 'place'> {
  const { place } = podField(from, field);
  if (field === 'dnsConfig' && servesCluster !== 'no') return { place, fix: 'write the name in full, or add the search domain' };
  return { place, fix: `write dnsPolicy: ${policyFor(from)}` };
}
