import { GraphEdge, GraphNode } from './graph';
import { LinkReason, Verdict } from '../reachability';
import { commonTokens } from './private/fold-families';

/** Characters of the list of a family's members; the rest is counted. */
const LISTED = 36;

/** The signs of verdicts, so that colour is not the only one. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { allowed: '✓', blocked: '✗', unknown: '?' };

/** What a node is, its name, and what more is to be said, a line each. */
export function nodeLines(node: GraphNode): string[] {
  const { kind, name, members, workloadKind, what, presence, holder } = node;
  const absent = presence === 'absent' ? ' (does not exist)' : presence === 'unknown' ? ' (not in the manifests)' : '';
  switch (kind) {
    case 'workload': return members ? [`${members.length} ${workloadKind}s`, name, differing(members)] : [workloadKind!, name];
    case 'nats': return [`NATS server${absent}`, name];
    case 'service': return [`Service${absent}`, name];
    case 'ingress': return ['Ingress', name];
    case 'subject': return ['NATS subject', name];
    case 'host': return ['Host outside', name];
    case 'address': return ['Address', name];
    case 'unknown': return [`${what}, address unknown`, name, ...holder === undefined ? [] : [`in ${holder}`]];
  }
}

/** What is spoken and whether it passes; below that, why not. Empty where the arrow says it all. */
export function edgeLines(edge: GraphEdge): string[] {
  const { verdict, decided } = edge;
  const spoken = spokenOn(edge);
  if (verdict === undefined || verdict === 'allowed') return spoken === '' ? [] : [spoken];
  const first = `${VERDICT_SIGNS[verdict]} ${spoken}`.trim();
  // The connection to the server says why.
  return edge.kind === 'publishes' || edge.kind === 'delivers' || !decided ? [first] : [first, `${STAGES[decided.by] ?? ''}${REASONS[decided.reason]}`];
}

function spokenOn({ kind, what = '', port, protocol = 'TCP', queueGroup }: GraphEdge): string {
  switch (kind) {
    case 'needs': return `${what} ${port}${protocol === 'TCP' ? '' : `/${protocol}`}`;
    case 'routes': return port === undefined ? what : `${what} ${port}`;
    case 'publishes': return 'publishes';
    case 'delivers': return queueGroup === undefined ? 'delivers' : `delivers, queue ${queueGroup}`;
    case 'matches': return 'matches';
    case 'leads': return '';
  }
}

const STAGES: Readonly<Partial<Record<string, string>>> = { dns: 'DNS: ', egress: 'egress: ', ingress: 'ingress: ' };

const REASONS: Readonly<Record<LinkReason, string>> = {
  'open': 'open',
  'external': 'outside',
  'no-search-list': 'name not found',
  'service-missing': 'no such Service',
  'service-elsewhere': 'Service elsewhere',
  'port-not-served': 'port not served',
  'pod-port-used': 'port of the pods',
  'no-pods': 'no pods',
  'no-pod-name': 'no such pod',
  'target-port-missing': 'no target port',
  'not-selected': 'denied by default',
  'no-rules': 'no rules',
  'not-admitted': 'not admitted',
  'other-namespace': 'other namespace',
  'namespace-label': 'namespace label',
  'service-port-in-policy': 'port of the Service',
  'ip-block-only': 'addresses only',
  'admin-policy': 'other policies',
  'not-known': 'not known',
};

/** The parts of the names that differ. */
function differing(names: readonly string[]): string {
  const { start, end } = commonTokens(names);
  const parts = names.map(name => name.split('-')).map(tokens => tokens.slice(start.length, tokens.length - end.length).join('-'));
  const listed = parts.filter((_, i) => parts.slice(0, i + 1).join(', ').length <= LISTED);
  return listed.length === parts.length ? parts.join(', ') : [...listed, `… ${parts.length - listed.length} more`].join(', ');
}
