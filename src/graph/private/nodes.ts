import { credentialIn } from '../../address/private/credentials';
import { ManifestObject, ManifestSet, Workload } from '../../manifest';
import { formatIp, Ip, ServiceName } from '../../reachability';
import { GraphNode } from '../graph';

/** A workload, linted or not. */
export function workloadNode({ kind, namespace, name }: Workload): GraphNode {
  return { id: `workload/${namespace}/${kind}/${name}`, kind: 'workload', workloadKind: kind, namespace, name };
}

/** A Service, whether it exists or not. */
export function serviceNode({ namespace, name }: ServiceName, set: ManifestSet, kind: 'service' | 'nats' = 'service'): GraphNode {
  return { id: `service/${namespace}/${name}`, kind, namespace, name, presence: set.presence('Service', namespace, name) };
}

export function ingressNode({ namespace, name }: ManifestObject): GraphNode {
  return { id: `ingress/${namespace}/${name}`, kind: 'ingress', namespace, name };
}

export function subjectNode(text: string): GraphNode {
  return { id: `subject/${text}`, kind: 'subject', name: text };
}

/** A host outside. */
export function hostNode(name: string): GraphNode {
  return { id: `host/${name}`, kind: 'host', name };
}

export function addressNode(ip: Ip): GraphNode {
  const name = formatIp(ip);
  return { id: `address/${name}`, kind: 'address', name };
}

/** A name that may mean several things, or nothing. */
export function unresolvedNode(name: string, what: string): GraphNode {
  return { id: `unresolved/${name}`, kind: 'unknown', what, name };
}

/** The object and key that hold an address which is not known. */
export interface AddressHolder {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
}

/** A server whose address stands in an object that is not read. */
export function hiddenNode(what: string, port: number, { kind, namespace, name, key }: AddressHolder): GraphNode {
  return { id: `hidden/${namespace}/${kind}/${name}/${key}/${what}/${port}`, kind: 'unknown', what, name: key, holder: `${kind} ${name}` };
}

/** A host that may hold a credential. */
export function unreadableNode(what: string): GraphNode {
  return { id: `unreadable/${what}`, kind: 'unknown', what, name: '(not shown, it may hold a credential)' };
}

/** Whether a host can be shown to everybody. */
export function isShowable(host: string): boolean {
  return /^[^@?#=\p{Cc}]{1,253}$/u.test(host) && credentialIn('', host) === undefined;
}
