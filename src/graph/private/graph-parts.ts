import { compareTexts } from './compare-texts';
import { Graph, GraphEdge, GraphNode } from '../graph';

/** Nodes and edges while they are collected: each once. */
export class GraphParts {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();

  /** Takes a node in; one that is known stays, but a Service becomes the NATS server that it is. */
  node(node: GraphNode): GraphNode {
    const known = this.nodes.get(node.id);
    if (known && node.kind !== 'nats') return known;
    this.nodes.set(node.id, node);
    return node;
  }

  /** Takes an edge in; of two that only differ in names and texts one remains, with those of both. */
  edge(edge: GraphEdge): void {
    const key = edgeKey(edge);
    const known = this.edges.get(key);
    this.edges.set(key, known ? { ...known, names: sorted(known.names, edge.names), texts: sorted(known.texts, edge.texts) } : edge);
  }

  all(): GraphNode[] {
    return [...this.nodes.values()];
  }

  graph(): Graph {
    return {
      nodes: [...this.nodes.values()].sort((a, b) => compareTexts(a.id, b.id)),
      edges: [...this.edges].sort(([a], [b]) => compareTexts(a, b)).map(([, edge]) => edge),
    };
  }
}

/** What makes two edges the same. */
export function edgeKey({ from, to, kind, what, port, protocol, queueGroup, verdict, decided }: GraphEdge): string {
  return JSON.stringify([from, to, kind, what, port, protocol, queueGroup, verdict, decided?.by, decided?.reason]);
}

function sorted(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])].sort(compareTexts);
}
