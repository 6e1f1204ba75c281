import { CARD, headingHeight } from './card';
import { GraphLayout, PlacedCard, Point, Way } from './layout';
import { round } from './xml';
import { append } from '../../../manifest';

/** Pixels between arrows that end at one card, where there is room. */
const ARROW_DISTANCE = 8;

/** The line of an edge. */
export interface Route {
  readonly way: Way;

  /** As SVG writes it. */
  readonly path: string;

  /** Where the arrow points at its card, and to which side. */
  readonly end: Point;
  readonly leftwards: boolean;
}

/** The lines of all edges: from the row of a card, level through columns and curved between them, to the heading of a card. */
export function routesOf(layout: GraphLayout, rows: ReadonlyMap<Way, number>): Route[] {
  const ends = endHeights(layout);
  return layout.ways.map(way => routeOf(way, layout, startHeight(way, layout, rows), ends.get(way)!));
}

/** The rows of each card in the order of where their arrows go, so that arrows do not cross beside it. */
export function rowOrder({ cards, ways }: GraphLayout): Map<Way, number> {
  const order = new Map<Way, number>();
  const leaving = new Map<string, Way[]>();
  for (const way of ways) append(leaving, way.edge.from, way);
  for (const [id, all] of leaving) {
    const withText = new Set(cards.get(id)!.card.rows.map(({ edge }) => edge));
    const sorted = all.filter(({ edge }) => withText.has(edge)).sort((a, b) => firstHeight(a, cards) - firstHeight(b, cards));
    sorted.forEach((way, i) => order.set(way, i));
  }
  return order;
}

/** The height of the middle of a row. */
export function rowMiddle({ y, card }: PlacedCard, row: number): number {
  return y + headingHeight(card.heading) + (row + 0.5) * CARD.row - 2;
}

/** Whether an edge leads back to the left. */
export function isLeftwards({ edge }: Way, { cards }: Pick<GraphLayout, 'cards'>): boolean {
  return cards.get(edge.to)!.x < cards.get(edge.from)!.x;
}

function firstHeight({ edge, crossings }: Way, cards: GraphLayout['cards']): number {
  return crossings[0]?.y ?? headingMiddle(cards.get(edge.to)!);
}

function startHeight(way: Way, { cards }: GraphLayout, rows: ReadonlyMap<Way, number>): number {
  const from = cards.get(way.edge.from)!;
  const row = rows.get(way);
  return row === undefined ? headingMiddle(from) : rowMiddle(from, row);
}

/** The heights at which arrows end, beside each other in the order in which they come. */
function endHeights({ cards, ways }: GraphLayout): Map<Way, number> {
  const arriving = new Map<string, Way[]>();
  for (const way of ways) append(arriving, way.edge.to, way);
  const heights = new Map<Way, number>();
  for (const [id, all] of arriving) {
    const card = cards.get(id)!;
    const lastHeight = ({ edge, crossings }: Way): number => crossings.at(-1)?.y ?? headingMiddle(cards.get(edge.from)!);
    const distance = Math.min(ARROW_DISTANCE, (headingHeight(card.card.heading) - 2 * CARD.padding) / Math.max(1, all.length - 1));
    const sorted = [...all].sort((a, b) => lastHeight(a) - lastHeight(b));
    sorted.forEach((way, i) => heights.set(way, headingMiddle(card) + (i - (all.length - 1) / 2) * distance));
  }
  return heights;
}

function routeOf(way: Way, layout: GraphLayout, startY: number, endY: number): Route {
  const from = layout.cards.get(way.edge.from)!;
  const to = layout.cards.get(way.edge.to)!;
  const leftwards = isLeftwards(way, layout) || from === to;
  const start = { x: leftwards && from !== to ? from.x : from.x + from.width, y: startY };
  const end = { x: leftwards ? to.x + to.width : to.x, y: endY };
  if (from === to) {
    const path = `M${point(start)}C${point({ x: start.x + 40, y: startY - 24 })} ${point({ x: end.x + 40, y: endY + 24 })} ${point(end)}`;
    return { way, path, end, leftwards };
  }
  let at = start;
  let path = `M${point(start)}`;
  for (const { column, y } of way.crossings) {
    const left = { x: column.left, y };
    const right = { x: column.left + column.width, y };
    const [entry, exit] = leftwards ? [right, left] : [left, right];
    path += `${curve(at, entry)}H${round(exit.x)}`;
    at = exit;
  }
  return { way, path: path + curve(at, end), end, leftwards };
}

function headingMiddle({ y, card }: PlacedCard): number {
  return y + headingHeight(card.heading) / 2;
}

function curve(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  return `C${point({ x: middle, y: from.y })} ${point({ x: middle, y: to.y })} ${point(to)}`;
}

function point({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}
