import { ManifestObject } from '../manifest';
import { End } from './peer';
import { Pods } from './pods';
import { PolicyRule } from './policy';
import { Selector } from './selector';

/** An object as links name it: `Service nats/nats-server`. */
export function titleOf({ kind, namespace, name }: ManifestObject | { kind: string; namespace: string; name: string }): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** Pods as links name them. */
export function titleOfPods({ title }: Pick<Pods, 'title'>): string {
  return title.startsWith('/') ? title.slice(1) : title;
}

/** The other end of a flow as links name it. */
export function titleOfEnd(end: End): string {
  switch (end.type) {
    case 'pods': return titleOfPods(end.pods);
    case 'address': return 'the address';
    case 'host': return 'the host';
    case 'node-dns': return 'the DNS of the node';
    case 'anything': return 'an address that is not known';
  }
}

/** A rule as links name it, counted from 1: `egress rule 2 of NetworkPolicy apps/web`. */
export function titleOfRule({ policy, direction, index }: PolicyRule): string {
  return `${direction} rule ${index + 1} of ${titleOf(policy.object)}`;
}

/** Protocol and port of a flow as links name them. */
export function portOf({ protocol, port }: { readonly protocol: string; readonly port?: number }): string {
  return port === undefined ? `${protocol} on the port of the pods` : `${protocol} ${port}`;
}

/** A few names, and how many more there are. */
export function someOf(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** The peer that admits pods, as a fix writes it. */
export function peerFor(pods: Pods, ownNamespace: string): string {
  const { namespace } = pods;
  const labels = Selector.ofLabels(pods.labels.labels);
  const podSelector = labels.everything ? '' : `podSelector ${labels}`;
  if (namespace === ownNamespace) return podSelector || 'podSelector {}';
  const namespaceSelector = namespace ? `namespaceSelector kubernetes.io/metadata.name=${namespace}` : 'a namespaceSelector';
  return podSelector ? `${namespaceSelector} and ${podSelector}` : namespaceSelector;
}
