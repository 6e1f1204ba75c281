import { compareTexts } from './compare-texts';
import { edgeKey, GraphParts } from './graph-parts';
import { groupBy } from '../../manifest';
import { Graph, GraphEdge, GraphNode } from '../graph';

/** Kinds of which people make many that do the same. */
const FOLDED: ReadonlySet<string> = new Set(['CronJob', 'Job']);

/** Folds CronJobs, and Jobs, of one namespace whose names begin alike and whose edges are the very same into one node. */
export function foldFamilies(graph: Graph): Graph {
  const families = familiesIn(graph);
  if (families.size === 0) return graph;
  const parts = new GraphParts();
  const byId = new Map(graph.nodes.map(node => [node.id, node]));
  for (const node of graph.nodes) parts.node(families.get(node.id) ?? node);
  for (const edge of graph.edges) {
    const from = families.get(edge.from);
    const to = families.get(edge.to);
    const member = byId.get(from ? edge.from : edge.to)!;
    parts.edge({ ...edge, from: from?.id ?? edge.from, to: to?.id ?? edge.to, texts: edge.texts.map(text => nameFamily(text, member, from ?? to)) });
  }
  return parts.graph();
}

/** A text about one member, as one about the family. */
function nameFamily(text: string, member: GraphNode, family: GraphNode | undefined): string {
  return family ? text.replaceAll(titleOf(member), () => titleOf(family)) : text;
}

/** As deciding links name a workload. */
function titleOf({ namespace, name, workloadKind }: GraphNode): string {
  return `${namespace && `${namespace}/`}${name}[${workloadKind}]`;
}

/** The family of each node that is in one. */
function familiesIn({ nodes, edges }: Graph): Map<string, GraphNode> {
  const edgesOf = groupBy(edges.flatMap(edge => [{ id: edge.from, edge }, { id: edge.to, edge }]), ({ id }) => id);
  const alike = groupBy(nodes.filter(({ workloadKind }) => FOLDED.has(workloadKind ?? '')), ({ id, workloadKind, namespace, name }) =>
    JSON.stringify([workloadKind, namespace, name.split('-')[0], ...(edgesOf.get(id) ?? []).map(({ edge }) => withoutSelf(edge, id))]));
  const families = new Map<string, GraphNode>();
  const taken = new Set(nodes.map(({ id }) => id));
  for (const members of alike.values()) {
    if (members.length < 2) continue;
    const family = familyOf(members, taken);
    for (const { id } of members) families.set(id, family);
  }
  return families;
}

/** An edge as each member of a family has it. */
function withoutSelf(edge: GraphEdge, self: string): string {
  return edgeKey({ ...edge, from: edge.from === self ? '' : edge.from, to: edge.to === self ? '' : edge.to });
}

function familyOf(members: readonly GraphNode[], taken: Set<string>): GraphNode {
  const [{ workloadKind, namespace }] = members;
  const names = members.map(({ name }) => name).sort(compareTexts);
  const name = patternOf(names);
  let id = `workload/${namespace}/${workloadKind}/${name}`;
  for (let i = 2; taken.has(id); i++) id = `workload/${namespace}/${workloadKind}/${name}#${i}`;
  taken.add(id);
  return { id, kind: 'workload', workloadKind, namespace, name, members: names };
}

/** What names have in common at their beginning and end, with `*` between. */
function patternOf(names: readonly string[]): string {
  const { start, end } = commonTokens(names);
  return [...start, '*', ...end].join('-');
}

/** The parts of names that all of them begin and end with, without what would leave nothing between. */
export function commonTokens(names: readonly string[]): { readonly start: string[]; readonly end: string[] } {
  const tokens = names.map(name => name.split('-'));
  const most = Math.min(...tokens.map(({ length }) => length)) - 1;
  const [first] = tokens;
  let start = 0;
  while (start < most && tokens.every(all => all[start] === first[start])) start++;
  let end = 0;
  while (start + end < most && tokens.every(all => all.at(-1 - end) === first.at(-1 - end))) end++;
  return { start: first.slice(0, start), end: end === 0 ? [] : first.slice(-end) };
}
