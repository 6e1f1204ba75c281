import { Card, cardOf } from './card';
import { Column, Columns } from './columns';
import { dagre } from './dagre';
import { Stretch } from './stretch';
import { Graph, GraphEdge, GraphNode } from '../../../graph';
import { compareTexts } from '../../../graph/private/compare-texts';
import { append, groupBy } from '../../../manifest';

/** Sizes between cards, in pixels. */
export const SPACE = { namespaceTitle: 24, namespacePadding: 12, margin: 20 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A node's card in its place. */
export interface PlacedCard extends Box {
  readonly card: Card;
}

/** A namespace around its nodes. */
export interface PlacedNamespace extends Box {
  readonly namespace: string;
}

/** The way of an edge between two cards: the columns that it crosses, and at which height. */
export interface Way {
  readonly edge: GraphEdge;
  readonly crossings: readonly { readonly column: Column; readonly y: number }[];
}

/** Where everything of a graph is drawn, and how far it reaches with a margin. */
export interface GraphLayout extends Box {
  readonly namespaces: readonly PlacedNamespace[];
  readonly cards: ReadonlyMap<string, PlacedCard>;
  readonly ways: readonly Way[];
}

/** Places nodes in columns from left to right, namespace by namespace, and leads edges between them. */
export function layoutGraph(graph: Graph): GraphLayout {
  const { nodes, edges } = graph;
  const leaving = groupBy(edges, ({ from }) => from);
  const cards = nodes.map(node => cardOf(node, leaving.get(node.id) ?? []));
  const drawing = drawingOf(cards, graph);
  dagre.layout(drawing);
  const centre = (id: string): Point => drawing.node(id) as Point;
  const columns = new Columns(cards.map(({ node, width }) => ({ x: centre(node.id).x, width })));
  const stretch = new Stretch(namespacesOf(nodes).map(namespace => topOf(drawing.node(clusterId(namespace)))), SPACE.namespaceTitle);
  const placed = cards.map((card): PlacedCard => {
    const { x, y } = centre(card.node.id);
    const { left, width } = columns.at(x);
    return { card, x: left, y: stretch.of(y - card.height / 2), width, height: card.height };
  });
  const namespaces = boxesAround(placed);
  const boxes = [...placed, ...namespaces];
  return {
    ...around(boxes, { sides: SPACE.margin, top: SPACE.margin }),
    namespaces,
    cards: new Map(placed.map(one => [one.card.node.id, one])),
    ways: edges.map(edge => ({
      edge,
      crossings: (drawing.edge(edge.from, edge.to).points as Point[]).slice(1, -1)
        .map(({ x, y }) => ({ column: columns.at(x), y: stretch.of(y) })).filter(({ column }) => column.width > 0),
    })),
  };
}

/** The graph as dagre takes it. */
function drawingOf(cards: readonly Card[], { nodes, edges }: Graph): InstanceType<typeof dagre.Graph> {
  const drawing = new dagre.Graph({ compound: true });
  drawing.setGraph({ rankdir: 'LR', nodesep: 14, edgesep: 8, ranksep: 70, marginx: SPACE.margin, marginy: SPACE.margin });
  for (const namespace of namespacesOf(nodes)) drawing.setNode(clusterId(namespace), {});
  for (const { node, width, height } of cards) {
    drawing.setNode(node.id, { width, height });
    if (node.namespace !== undefined) drawing.setParent(node.id, clusterId(node.namespace));
  }
  const namespaceOf = new Map(nodes.map(({ id, namespace }) => [id, namespace]));
  for (const { from, to, kind } of edges) {
    const namespace = namespaceOf.get(from);
    // What a namespace reaches stands beside it, and not above or below.
    const leaves = namespace !== undefined && namespace !== namespaceOf.get(to);
    drawing.setEdge(from, to, { weight: kind === 'leads' ? 3 : 1, minlen: leaves ? 2 : 1 });
  }
  return drawing;
}

function namespacesOf(nodes: readonly GraphNode[]): string[] {
  return [...new Set(nodes.flatMap(({ namespace }) => namespace ?? []))].sort(compareTexts);
}

function clusterId(namespace: string): string {
  return `namespace/${namespace}`;
}

function topOf({ y, height }: { y?: number; height?: number }): number {
  return y! - height! / 2;
}

/** The namespaces, each as small as its cards allow. */
function boxesAround(placed: readonly PlacedCard[]): PlacedNamespace[] {
  const members = new Map<string, PlacedCard[]>();
  for (const one of placed) {
    if (one.card.node.namespace !== undefined) append(members, one.card.node.namespace, one);
  }
  return [...members].map(([namespace, boxes]) => ({ namespace, ...around(boxes, { sides: SPACE.namespacePadding, top: SPACE.namespaceTitle }) }));
}

/** The rectangle around others; without any, a place without size. */
function around(boxes: readonly Box[], { sides, top }: { readonly sides: number; readonly top: number }): Box {
  let [left, upper, right, lower] = boxes.length === 0 ? [0, 0, 0, 0] : [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    [left, upper] = [Math.min(left, x), Math.min(upper, y)];
    [right, lower] = [Math.max(right, x + width), Math.max(lower, y + height)];
  }
  return { x: left - sides, y: upper - top, width: right - left + 2 * sides, height: lower - upper + sides + top };
}
