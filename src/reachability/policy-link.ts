import { Link } from './answer';
import { Decision } from './decide';
import { Doubt, doubtOf } from './doubt';
import { peerFor, portOf, titleOf, titleOfEnd, titleOfPods, titleOfRule } from './phrases';
import { peerPath, placeOfRule, Policy } from './policy';
import { isDefaultDeny } from './policy-set';
import { Refusal, refusalOf } from './refusal';

/** The answer of the policies of one direction, as a link of the chain. */
export function policyLink(decision: Decision, servicePort?: number): Link {
  const { flow, decider, verdict, rules } = decision;
  const { direction } = flow;
  const base = { kind: direction, verdict };
  const subject = titleOfPods(flow.subject);
  const port = portOf(flow);
  switch (decider) {
    case 'host-network':
      return { ...base, reason: 'open', text: `${subject} runs in the network of its node, where policies do not limit ${direction}` };
    case 'not-isolated':
      return { ...base, reason: 'open', text: `no policy limits ${direction} of ${subject}` };
    case 'rule':
      return { ...base, reason: 'open', text: `${titleOfRule(rules[0])} admits ${port} ${toOrFrom(decision)}`, place: placeOfRule(rules[0]) };
    case 'possible-rule':
      return { ...base, ...linkOfDoubt(decision, doubtOf(rules, flow)) };
    case 'possible-policy': return { ...base, ...linkOfPossiblePolicy(decision, decision.selecting.possible[0]) };
    case 'same-node':
      return {
        ...base,
        reason: 'not-known',
        text: `${titleOfEnd(flow.other)} runs in the network of its node; no rule admits it, but a pod is always reached from its own node`,
        fix: 'admit the addresses of the nodes by an ipBlock',
      };
    case 'no-rule':
      return { ...base, ...linkOfRefusal(decision, refusalOf(decision, servicePort)) };
  }
}

const GIVE_NAMESPACE = 'give the namespace in the manifests or by --namespace';

type Told = Pick<Link, 'reason' | 'text' | 'fix' | 'place'>;

function linkOfRefusal(decision: Decision, { reason, rule, peer, namespaces }: Refusal): Told {
  const { flow, selecting } = decision;
  const subject = titleOfPods(flow.subject);
  const port = portOf(flow);
  const place = rule ? rule.policy.object.at(...peer === undefined ? placeOfRule(rule).path : peerPath(rule, peer)) : undefined;
  const limiting = selecting.certain.find(policy => isDefaultDeny(policy, flow.direction)) ?? selecting.certain[0];
  switch (reason) {
    case 'not-selected': {
      const by = limiting ? `${titleOf(limiting.object)} denies it to all pods` : 'the namespace denies it by default';
      return {
        reason,
        text: `no policy admits any ${flow.direction} of ${subject}, and ${by}`,
        fix: `write an ${flow.direction} policy that selects it and ${admitting(decision)}`,
        place: limiting?.object.at('spec', 'podSelector'),
      };
    }
    case 'no-rules': {
      const policy = selecting.certain.find(one => !isDefaultDeny(one, flow.direction))!;
      return {
        reason,
        text: `${titleOf(policy.object)} selects ${subject} for ${flow.direction} and has no rule for it`,
        fix: `add a rule that ${admitting(decision)}`,
        place: policy.object.at('spec', policy.object.get('spec', flow.direction) === undefined ? 'policyTypes' : flow.direction),
      };
    }
    case 'namespace-label':
      return {
        reason,
        place,
        text: `${titleOfRule(rule!)} selects namespaces by ${namespaces}, which ${namespaceOf(decision)} does not have`,
        fix: `select the namespace by kubernetes.io/metadata.name=${nameOfNamespace(decision)}`,
      };
    case 'other-namespace':
      return {
        reason,
        place,
        fix: `${admitting(decision)}`.replace(/^admits/, 'admit'),
        text: `${titleOfRule(rule!)} admits ${port} ${toOrFrom(decision, namespaces === undefined ? 'pods of its own namespace only' : `namespaces with ${namespaces}`)}, `
          + `and ${titleOfEnd(flow.other)} is in ${namespaceOf(decision)}`,
      };
    case 'service-port-in-policy':
      return {
        reason,
        place,
        text: `${titleOfRule(rule!)} admits the port of the Service; policies match the port of the pods, ${port}`,
        fix: `write port ${flow.port} in the rule`,
      };
    default:
      return {
        reason,
        text: `no rule of ${titleOfPolicies(decision)} admits ${port} ${toOrFrom(decision)}`,
        fix: `add a rule that ${admitting(decision)}`,
        place: place ?? selecting.certain.find(one => !isDefaultDeny(one, flow.direction))?.object.at('spec', flow.direction),
      };
  }
}

function linkOfPossiblePolicy({ flow: { subject } }: Decision, { object, namespace }: Policy): Told {
  const what = `whether ${titleOf(object)} selects ${titleOfPods(subject)} depends on`;
  const place = object.at('spec', 'podSelector');
  return namespace === subject.namespace
    ? { reason: 'not-known', place, text: `${what} labels that are not known`, fix: 'give the manifests of the workload, or the state of the cluster' }
    : { reason: 'not-known', place, text: `${what} its namespace, which the manifests do not name`, fix: GIVE_NAMESPACE };
}

function linkOfDoubt(decision: Decision, doubt: Doubt | undefined): Told {
  const { flow } = decision;
  if (!doubt) return linkOfPossiblePolicy(decision, decision.rules[0].policy);
  const { rule, about, reason } = doubt;
  const place = rule.policy.object.at(...doubt.peer === undefined ? placeOfRule(rule).path : peerPath(rule, doubt.peer));
  const other = titleOfEnd(flow.other);
  const told = (text: string, fix: string): Told => ({ reason, place, text: `${titleOfRule(rule)} ${text}`, fix });
  switch (about) {
    case 'namespace-label': {
      const peer = rule.peers?.[doubt.peer!];
      const labels = peer?.type === 'pods' ? `${peer.namespaces}` : '';
      return told(`selects namespaces by ${labels}; whether ${namespaceOf(decision)} has that label is not known`,
        `select the namespace by kubernetes.io/metadata.name=${nameOfNamespace(decision)}`);
    }
    case 'namespace-name':
      return told(`admits ${other} or not, which depends on a namespace that the manifests do not name`, GIVE_NAMESPACE);
    case 'node-network':
      return told(`selects ${other}, which runs in the network of its node, where selectors usually do not find pods`, 'admit the addresses of the nodes by an ipBlock');
    case 'pod-labels':
      return told(`admits ${other} only with labels that are not known`, 'give the manifests of the workload, or the state of the cluster');
    case 'port':
      return told(`admits ${flow.other.type === 'anything' ? 'some ports; whether that of the endpoint is one of them' : `${other}; whether on the port of the pods`} is not known`, 'give the Service and its workload, or the state of the cluster');
    case 'is-pod':
      return told('admits pods; whether the address is one of theirs is not known', 'name the Service instead of the address');
    case 'host-address':
      return flow.other.type === 'node-dns'
        ? told(`admits some addresses; whether ${other} has one of them is not known`, 'admit the addresses of the name servers of the nodes')
        : told('admits some addresses; whether the host has one of them is not known', 'admit 0.0.0.0/0 except the private ranges, or check the addresses of the host');
    case 'unknown-end':
      return told(`admits some pods or addresses; whether ${other} is one of them is not known`, 'give what the endpoint is, or the state of the cluster');
    case 'address-block':
      return told(`admits addresses only; whether that holds for ${other} depends on the network plugin`, `${admitting(decision)}`.replace(/^admits/, 'admit'));
  }
}

function admitting({ flow }: Decision): string {
  const peer = flow.other.type === 'pods' ? peerFor(flow.other.pods, flow.subject.namespace) : flow.other.type === 'anything' ? 'the endpoint' : 'its address';
  return `admits ${portOf(flow)} ${flow.direction === 'egress' ? 'to' : 'from'} ${peer}`;
}

function toOrFrom({ flow }: Decision, other: string = titleOfEnd(flow.other)): string {
  return `${flow.direction === 'egress' ? 'to' : 'from'} ${other}`;
}

function nameOfNamespace({ flow }: Decision): string {
  return flow.other.type === 'pods' ? flow.other.pods.namespace : '';
}

function namespaceOf(decision: Decision): string {
  return `namespace ${nameOfNamespace(decision)}`;
}

function titleOfPolicies({ flow, selecting }: Decision): string {
  const named = selecting.certain.filter(policy => !isDefaultDeny(policy, flow.direction)).map(({ object }) => titleOf(object));
  return named.length > 2 ? `the ${named.length} policies of ${titleOfPods(flow.subject)}` : named.join(' and ');
}
