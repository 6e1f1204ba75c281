import { CARD, headingHeight } from './card';
import { icon } from './icons';
import { GraphLayout, PlacedCard, PlacedNamespace, Way } from './layout';
import { BOXES, LINES, PAPER, ROUNDING } from './palette';
import { isLeftwards, rowMiddle } from './route';
import { element, escapeXml, round } from './xml';
import { GraphNode, nodeLines } from '../../../graph';

/** A node as a box with its icon and texts, and a row for each arrow that leaves it with one. */
export function drawCard(placed: PlacedCard, leaving: readonly Way[], layout: GraphLayout, rows: ReadonlyMap<Way, number>): string {
  const { card, x, y, width, height } = placed;
  const { node, heading } = card;
  const look = node.presence === 'absent' ? 'missing' : node.kind;
  const { fill, stroke, text } = BOXES[look];
  const dashes = look === 'missing' || look === 'unknown' ? '5 3' : undefined;
  return element('g', {},
    element('title', {}, escapeXml(tooltip(node))),
    element('rect', { x, y, width, height, 'rx': ROUNDING[node.kind], fill, stroke, 'stroke-width': 1.3, 'stroke-dasharray': dashes }),
    icon(node.kind, x + CARD.padding, y + CARD.padding, stroke),
    ...heading.map((line, i) => element('text', {
      'x': x + CARD.padding + CARD.icon, 'y': y + CARD.padding + 7 + i * CARD.line, 'fill': text, 'font-size': i === 1 ? CARD.font : CARD.smallFont, 'font-weight': i === 1 ? 'bold' : undefined,
    }, escapeXml(line))),
    ...(card.rows.length === 0 ? [] : [element('path', { 'd': `M${round(x)} ${round(y + headingHeight(heading) - 3)}h${round(width)}`, stroke, 'stroke-width': 0.6 })]),
    ...leaving.flatMap(way => drawRow(way, placed, layout, rows.get(way))),
  );
}

/** What is written at the beginning of an arrow. */
function drawRow(way: Way, placed: PlacedCard, layout: GraphLayout, row: number | undefined): string[] {
  if (row === undefined) return [];
  const { x, width, card } = placed;
  const { text } = card.rows.find(({ edge }) => edge === way.edge)!;
  const leftwards = isLeftwards(way, layout);
  return [element('text', {
    'x': leftwards ? x + CARD.padding : x + width - CARD.padding,
    'y': rowMiddle(placed, row) + 4,
    'text-anchor': leftwards ? undefined : 'end',
    'font-size': CARD.smallFont,
    'fill': way.edge.verdict === 'blocked' ? LINES.blocked.stroke : PAPER.text,
  }, element('title', {}, escapeXml(way.edge.texts.join('\n') || text)), escapeXml(text))];
}

/** The field of a namespace, below arrows and cards. */
export function drawNamespace({ x, y, width, height }: PlacedNamespace): string {
  return element('rect', { x, y, width, height, rx: 6, fill: PAPER.namespace, stroke: PAPER.namespaceStroke });
}

/** The name of a namespace, above arrows. */
export function drawNamespaceName({ namespace, x, y }: PlacedNamespace): string {
  const name = namespace === '' ? 'no namespace given' : `namespace ${namespace}`;
  return element('text', {
    'x': x + 10, 'y': y + 16, 'font-size': CARD.font, 'font-weight': 'bold', 'fill': PAPER.faint, 'stroke': PAPER.namespace, 'stroke-width': 4, 'paint-order': 'stroke',
  }, escapeXml(name));
}

/** All of a node's texts, the names of a family's members included. */
function tooltip(node: GraphNode): string {
  return [...nodeLines(node).slice(0, 2), ...node.namespace ? [`namespace ${node.namespace}`] : [], ...node.members ?? []].join('\n');
}
