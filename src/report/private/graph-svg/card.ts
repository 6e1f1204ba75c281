import { textWidth } from './text-width';
import { edgeLines, GraphEdge, GraphNode, nodeLines } from '../../../graph';

/** Sizes within a card, in pixels. */
export const CARD = { font: 12, smallFont: 11, line: 15, padding: 9, icon: 23, row: 17 } as const;

/** How much wider the bold name is. */
const BOLD = 1.1;

/** Characters of a line that are shown; the tooltip has all. */
const LONGEST = 44;

/** An arrow that leaves a card, and what is written at its beginning. */
export interface CardRow {
  readonly edge: GraphEdge;
  readonly text: string;
}

/** What is written in the box of a node. */
export interface Card {
  readonly node: GraphNode;

  /** What the node is, its name, and what more is to be said. */
  readonly heading: readonly string[];
  readonly rows: readonly CardRow[];
  readonly width: number;
  readonly height: number;
}

/** The card of a node with the edges that leave it, those without a text left out. */
export function cardOf(node: GraphNode, leaving: readonly GraphEdge[]): Card {
  const heading = nodeLines(node).map(shorten);
  const rows = leaving.map(edge => ({ edge, text: shorten(edgeLines(edge).join(' · ')) })).filter(({ text }) => text !== '');
  const widths = [
    ...heading.map((line, i) => (i === 1 ? textWidth(line, CARD.font) * BOLD : textWidth(line, CARD.smallFont)) + CARD.icon),
    ...rows.map(({ text }) => textWidth(text, CARD.smallFont)),
  ];
  return { node, heading, rows, width: Math.ceil(Math.max(...widths)) + 2 * CARD.padding, height: headingHeight(heading) + rows.length * CARD.row };
}

/** The height of what stands above the rows. */
export function headingHeight(heading: readonly string[]): number {
  return heading.length * CARD.line + CARD.padding;
}

/** The middle is left out: names differ at their ends. */
function shorten(line: string): string {
  const characters = [...line];
  if (characters.length <= LONGEST) return line;
  const half = (LONGEST - 1) / 2;
  return `${characters.slice(0, Math.ceil(half)).join('')}…${characters.slice(-Math.floor(half)).join('')}`;
}
