import { LinkReason } from './answer';
import { Decision, Flow, matchPeersOf, matchPortsOf } from './decide';
import { labelOf } from './label-set';
import { matchNamespace, Peer } from './peer';
import { Pods } from './pods';
import { PolicyRule, rulesOf } from './policy';
import { isDefaultDeny } from './policy-set';
import { matchRequirement, Selector } from './selector';

/** Why no rule admits a flow, and the rule that comes nearest. */
export interface Refusal {
  readonly reason: LinkReason;
  readonly rule?: PolicyRule;

  /** Index of the entry of `from` or `to` that comes nearest. */
  readonly peer?: number;

  /** The namespace selector that does not match, as it is written. */
  readonly namespaces?: string;
}

/** Tells why no rule admits a flow. A port number of the Service helps to see that a rule names that one. */
export function refusalOf({ flow, selecting }: Decision, servicePort?: number): Refusal {
  const { direction } = flow;
  const others = selecting.certain.filter(policy => !isDefaultDeny(policy, direction));
  if (others.length === 0) return { reason: 'not-selected' };
  const rules = others.flatMap(policy => rulesOf(policy, direction));
  if (rules.length === 0) return { reason: 'no-rules' };
  return onServicePort(rules, flow, servicePort) ?? nearNamespace(rules, flow) ?? { reason: 'not-admitted', ...nearest(rules, flow) };
}

function onServicePort(rules: readonly PolicyRule[], flow: Flow, servicePort: number | undefined): Refusal | undefined {
  if (servicePort === undefined) return undefined;
  const rule = rules.find(one => matchPortsOf(one, flow, servicePort) === 'yes' && matchPeersOf(one, flow) === 'yes');
  return rule && { reason: 'service-port-in-policy', rule };
}

/** A rule that would admit the other end if it were in another namespace, or if its namespace had other labels. */
function nearNamespace(rules: readonly PolicyRule[], flow: Flow): Refusal | undefined {
  if (flow.other.type !== 'pods') return undefined;
  const { pods } = flow.other;
  const found = rules.flatMap((rule) => {
    if (matchPortsOf(rule, flow) === 'no') return [];
    return (rule.peers ?? []).flatMap((peer, index): Refusal[] => {
      if (peer.type !== 'pods' || !missesByNamespace(peer, pods, rule.policy.namespace)) return [];
      return [{ reason: lacksLabel(peer.namespaces, pods) ? 'namespace-label' : 'other-namespace', rule, peer: index, namespaces: peer.namespaces?.toString() }];
    });
  });
  return found.find(({ reason }) => reason === 'namespace-label') ?? found[0];
}

function missesByNamespace(peer: Peer & { type: 'pods' }, pods: Pods, ownNamespace: string): boolean {
  return matchNamespace(peer.namespaces, pods, ownNamespace) === 'no' && peer.namespaces?.valid !== false && peer.pods.match(pods.labels) !== 'no';
}

/** Whether each requirement that the namespace misses is about a label that it does not have. */
function lacksLabel(namespaces: Selector | undefined, { namespaceLabels }: Pods): boolean {
  const missed = (namespaces?.requirements ?? []).filter(requirement => matchRequirement(requirement, namespaceLabels) === 'no');
  return missed.length > 0 && missed.every(({ key }) => {
    const label = labelOf(namespaceLabels, key);
    return label !== 'unknown' && label.value === undefined;
  });
}

/** A rule that admits these pods on other ports: one where the port is missing. */
function nearest(rules: readonly PolicyRule[], flow: Flow): { readonly rule?: PolicyRule } {
  return { rule: flow.other.type === 'pods' ? rules.find(rule => rule.peers && matchPeersOf(rule, flow) === 'yes') : undefined };
}
