import { edgeLines, Graph, GraphEdge, GraphNode, GraphNodeKind, nodeLines } from '../graph';
import { escapeMermaid } from './private/escape-mermaid';
import { mermaidIds } from './private/mermaid-ids';
import { compareTexts } from '../graph/private/compare-texts';

/** What stands around the text of a node: the shape. */
const SHAPES: Readonly<Record<GraphNodeKind, readonly [string, string]>> = {
  workload: ['[', ']'],
  nats: ['{{', '}}'],
  service: ['([', '])'],
  ingress: ['[/', '\\]'],
  subject: ['[/', '/]'],
  host: ['[[', ']]'],
  address: ['[[', ']]'],
  unknown: ['(', ')'],
};

/** Fill, stroke and text are all given: a reader's page may be light or dark. */
const CLASSES: Readonly<Record<GraphNodeKind | 'missing', string>> = {
  workload: 'fill:#e8f0fe,stroke:#1a56b0,color:#10233f',
  nats: 'fill:#e2f5ea,stroke:#1b7f4b,color:#0d2e1d',
  service: 'fill:#f1ecfb,stroke:#6a3fb5,color:#26143f',
  ingress: 'fill:#fdf3df,stroke:#9a6700,color:#3d2900',
  subject: 'fill:#e2f5ea,stroke:#1b7f4b,color:#0d2e1d',
  host: 'fill:#f3f4f6,stroke:#4b5563,color:#1f2430',
  address: 'fill:#f3f4f6,stroke:#4b5563,color:#1f2430',
  unknown: 'fill:#ffffff,stroke:#6b7280,color:#1f2430,stroke-dasharray:4 3',
  missing: 'fill:#ffffff,stroke:#c62828,color:#8e1b1b,stroke-dasharray:4 3',
};

const BLOCKED = 'stroke:#c62828,stroke-width:2px,stroke-dasharray:6 4';
const UNKNOWN = 'stroke:#6b7280,stroke-dasharray:2 3';

/** The graph as a Mermaid flowchart, readable in a pull request. */
export function formatGraphMermaid({ nodes, edges }: Graph): string {
  const ids = mermaidIds(nodes.map(({ id }) => id));
  const lineOf = (node: GraphNode): string => {
    const [open, close] = SHAPES[node.kind];
    return `${ids.get(node.id)}${open}"${textOf(nodeLines(node))}"${close}:::${classOf(node)}`;
  };
  return [
    'flowchart LR',
    ...namespacesOf(nodes).flatMap((namespace, i) => [
      `  subgraph ns${i + 1}["${escapeMermaid(namespace === '' ? 'no namespace given' : `namespace ${namespace}`)}"]`,
      ...nodes.filter(node => node.namespace === namespace).map(node => `    ${lineOf(node)}`),
      '  end',
    ]),
    ...nodes.filter(({ namespace }) => namespace === undefined).map(node => `  ${lineOf(node)}`),
    ...edges.map(edge => `  ${ids.get(edge.from)} ${arrowOf(edge)} ${ids.get(edge.to)}`),
    ...classLines(nodes),
    ...linkStyles(edges),
  ].join('\n') + '\n';
}

function namespacesOf(nodes: readonly GraphNode[]): string[] {
  return [...new Set(nodes.flatMap(({ namespace }) => namespace ?? []))].sort(compareTexts);
}

function textOf(lines: readonly string[]): string {
  return lines.map(escapeMermaid).join('<br/>');
}

function arrowOf(edge: GraphEdge): string {
  const lines = edgeLines(edge);
  return lines.length === 0 ? '-->' : `-->|"${textOf(lines)}"|`;
}

function classOf({ kind, presence }: GraphNode): keyof typeof CLASSES {
  return presence === 'absent' ? 'missing' : kind;
}

function classLines(nodes: readonly GraphNode[]): string[] {
  const used = new Set(nodes.map(classOf));
  return (Object.keys(CLASSES) as (keyof typeof CLASSES)[]).filter(name => used.has(name)).map(name => `  classDef ${name} ${CLASSES[name]}`);
}

function linkStyles(edges: readonly GraphEdge[]): string[] {
  const styled = (verdict: string, style: string): string[] => {
    const indexes = edges.flatMap((edge, i) => (edge.verdict === verdict ? [i] : []));
    return indexes.length === 0 ? [] : [`  linkStyle ${indexes.join(',')} ${style}`];
  };
  return [...styled('blocked', BLOCKED), ...styled('unknown', UNKNOWN)];
}
