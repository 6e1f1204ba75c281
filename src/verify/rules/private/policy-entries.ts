import { NAMESPACE_NAME_LABEL } from './named-namespace';
import { peersField } from './policies';
import { Edit } from '../../../edit';
import { JsonObject, listOf, ManifestObject, objectOf } from '../../../manifest';
import { Direction } from '../../../reachability';
import { Policy } from '../../../reachability/policy';
import { Protocol } from '../../../reachability/port-rule';

/** Pods as a policy selects them. */
export interface SelectedPods {
  readonly namespace: string;

  /** Empty for all pods of the namespace. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A port as a policy admits it. */
export interface AdmittedPort {
  readonly protocol: Protocol;
  readonly port: number;
}

/** The selector of a namespace by its name. */
export function namespaceNamed(name: string): JsonObject {
  return { matchLabels: { [NAMESPACE_NAME_LABEL]: name } };
}

/** The edit that adds a rule to a policy, behind the others and with its fields in their order. */
export function addRule({ object, namespace }: Policy, direction: Direction, peers: readonly SelectedPods[], ports: readonly AdmittedPort[]): Edit {
  const rules = listOf(object.get('spec', direction));
  const beside = rules.map(objectOf).find(rule => rule && Object.keys(rule).length > 1);
  const port = rules.flatMap(rule => listOf(objectOf(rule)?.ports)).map(objectOf).find(entry => entry && Object.keys(entry).length > 1);
  const rule = { [peersField(direction)]: peers.map(peer => peerOf(peer, namespace)), ports: ports.map(entry => inOrderOf(port, portEntry(entry))) };
  return { kind: 'insert', at: object.at('spec', direction, rules.length), value: inOrderOf(beside, rule) };
}

/** The edit that adds a peer to a rule that has peers, behind the others. */
export function addPeer({ object, namespace }: Policy, direction: Direction, rule: number, peer: SelectedPods): Edit {
  const path = ['spec', direction, rule, peersField(direction)];
  return { kind: 'insert', at: object.at(...path, listOf(object.get(...path)).length), value: peerOf(peer, namespace) };
}

/** The edit that adds a port to a rule that has ports, behind the one of this index. */
export function addPort(object: ManifestObject, direction: Direction, rule: number, behind: number, port: AdmittedPort): Edit {
  const path = ['spec', direction, rule, 'ports'];
  return { kind: 'insert', at: object.at(...path, behind + 1), value: inOrderOf(object.object(...path, behind), portEntry(port)) };
}

/** A peer of a policy in a namespace. */
export function peerOf({ namespace, labels }: SelectedPods, ownNamespace: string): JsonObject {
  const podSelector = Object.keys(labels).length > 0 ? { matchLabels: { ...labels } } : undefined;
  if (namespace === ownNamespace) return { podSelector: podSelector ?? {} };
  return { namespaceSelector: namespaceNamed(namespace), ...podSelector ? { podSelector } : {} };
}

function portEntry({ protocol, port }: AdmittedPort): JsonObject {
  return { protocol, port };
}

/** The fields in the order in which another object has them. */
function inOrderOf(other: JsonObject | undefined, object: JsonObject): JsonObject {
  const keys = [...Object.keys(other ?? {}).filter(key => key in object), ...Object.keys(object)];
  return Object.fromEntries([...new Set(keys)].map(key => [key, object[key]]));
}
