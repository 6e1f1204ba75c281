import { Manifest, selects, Value } from './manifests';

/** A peer, a protocol and a port that a policy lets through. */
export interface Line {
  readonly direction: 'egress' | 'ingress';

  /** Undefined for everybody. */
  readonly peer: Value;
  readonly protocol: string;

  /** Undefined for all. */
  readonly port: number | string | undefined;
}

const ALL_PORTS = ['TCP', 'UDP', 'SCTP'].map(protocol => ({ protocol } as Value));

/** What a policy lets through, a line each. */
export function linesOf({ value: { spec } }: Manifest): Line[] {
  return (['egress', 'ingress'] as const).flatMap(direction => (spec?.[direction] ?? []).flatMap((rule: Value): Line[] => {
    const [peers, ports]: Value[][] = [rule?.[direction === 'egress' ? 'to' : 'from'], rule?.ports].map(list => list ?? []);
    return (peers.length > 0 ? peers : [undefined]).flatMap(peer => (ports.length > 0 ? ports : ALL_PORTS).map(({ protocol = 'TCP', port, endPort }) => ({ direction, peer, protocol, port: endPort ? `${port}-${endPort}` : port })));
  }));
}

/** The directions in which a policy isolates. */
export function typesOf({ value: { spec } }: Manifest): string {
  return (spec?.policyTypes?.length > 0 ? [...spec.policyTypes] : ['Ingress', ...spec?.egress ? ['Egress'] : []]).sort().join();
}

/** Whether a line lets everything through that another one does, of a policy in a namespace. */
export function covers(wide: Line, narrow: Line, namespace: string): boolean {
  return wide.direction === narrow.direction && wide.protocol === narrow.protocol && (wide.port === undefined || wide.port === narrow.port)
    && coversPeer(wide.peer, narrow.peer, namespace);
}

/** Whether all that is a peer is another one as well. */
export function coversPeer(wide: Value, narrow: Value, namespace: string): boolean {
  if (isEverybody(wide)) return true;
  if (isEverybody(narrow) || !wide.ipBlock !== !narrow.ipBlock) return false;
  if (wide.ipBlock) return JSON.stringify([wide.ipBlock.cidr, wide.ipBlock.except]) === JSON.stringify([narrow.ipBlock.cidr, narrow.ipBlock.except]);
  return coversSelector(namespacesOf(wide, namespace), namespacesOf(narrow, namespace))
    && coversSelector(wide.podSelector ?? {}, narrow.podSelector ?? {});
}

/** All addresses: the library writes that where everybody is meant. */
export function isEverybody(peer: Value): boolean {
  return peer === undefined || (peer.ipBlock?.cidr === '0.0.0.0/0' && !peer.ipBlock.except);
}

/** The selector of the namespaces of a peer; one without is for those of the policy's. */
export function namespacesOf(peer: Value, namespace: string): Value {
  return peer.namespaceSelector ?? { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
}

function coversSelector(wide: Value, narrow: Value): boolean {
  if (wide.matchExpressions || narrow.matchExpressions) return JSON.stringify(wide) === JSON.stringify(narrow);
  return selects(wide.matchLabels, narrow.matchLabels);
}

/** Whether a line is the one for DNS that the library writes (docs/policies.md). */
export function isDns({ direction, peer, port }: Line): boolean {
  return direction === 'egress' && port === 53 && peer?.podSelector?.matchLabels?.['k8s-app'] === 'kube-dns'
    && peer.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'] === 'kube-system';
}

/** Namespaces by `name`, a label that none has (rule book §14). */
export function hasNoNamespace({ peer }: Line): boolean {
  return peer?.namespaceSelector?.matchLabels?.name !== undefined;
}

/** A line as people read it. */
export function textOfLine({ direction, peer, protocol, port }: Line): string {
  return `${direction} ${JSON.stringify(peer) ?? 'everybody'} ${protocol} ${port ?? 'all'}`;
}
