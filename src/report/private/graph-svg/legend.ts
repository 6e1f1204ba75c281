import { CARD } from './card';
import { icon } from './icons';
import { Box, SPACE } from './layout';
import { BOXES, LINES, PAPER, ROUNDING } from './palette';
import { textWidth } from './text-width';
import { element } from './xml';
import { GraphNodeKind } from '../../../graph';

const LINE_TEXTS: Readonly<Record<keyof typeof LINES, string>> = {
  allowed: 'allowed', blocked: '✗ blocked', unknown: '? not known', none: 'leads to',
};

const KIND_TEXTS: Readonly<Record<GraphNodeKind, string>> = {
  workload: 'workload',
  nats: 'NATS server',
  service: 'Service',
  ingress: 'Ingress',
  subject: 'NATS subject',
  host: 'host outside',
  address: 'address',
  unknown: 'address unknown',
};

const SAMPLE = 34;
const ROW = 30;

/** What lines, colours and icons mean, in rows of a width. */
export interface Legend {
  readonly height: number;
  readonly drawing: string;
}

/** A legend of what a picture holds, from an upper left corner on. */
export function legendOf(lines: ReadonlySet<keyof typeof LINES>, kinds: ReadonlySet<GraphNodeKind>, { x: left, y: top, width }: Omit<Box, 'height'>): Legend {
  const first = left + SPACE.margin;
  let x = first;
  let y = top + ROW / 2;
  const place = (text: string, sample: (x: number, y: number) => string): string => {
    const needed = SAMPLE + textWidth(text, CARD.smallFont) + 28;
    if (x > first && x + needed > left + width) {
      x = first;
      y += ROW;
    }
    const drawn = sample(x, y) + element('text', { 'x': x + SAMPLE + 6, 'y': y + 4, 'font-size': CARD.smallFont, 'fill': PAPER.text }, text);
    x += needed;
    return drawn;
  };
  const ofLines = (Object.keys(LINE_TEXTS) as (keyof typeof LINES)[]).filter(name => lines.has(name))
    .map(name => place(LINE_TEXTS[name], (at, middle) => sampleLine(name, at, middle)));
  const ofKinds = (Object.keys(KIND_TEXTS) as GraphNodeKind[]).filter(kind => kinds.has(kind))
    .map(kind => place(KIND_TEXTS[kind], (at, middle) => sampleBox(kind, at, middle)));
  return { drawing: [...ofLines, ...ofKinds].join(''), height: y + ROW / 2 - top };
}

function sampleLine(name: keyof typeof LINES, x: number, y: number): string {
  const { stroke, width, dashes } = LINES[name];
  return element('path', { 'd': `M${x} ${y}h${SAMPLE - 8}`, stroke, 'stroke-width': width, 'stroke-dasharray': dashes })
    + element('path', { d: `M${x + SAMPLE} ${y}l-9 -4v8z`, fill: stroke });
}

function sampleBox(kind: GraphNodeKind, x: number, y: number): string {
  const { fill, stroke } = BOXES[kind];
  return element('rect', { 'x': x, 'y': y - 11, 'width': SAMPLE, 'height': 22, 'rx': Math.min(11, ROUNDING[kind]), fill, stroke, 'stroke-dasharray': kind === 'unknown' ? '5 3' : undefined })
    + icon(kind, x + SAMPLE / 2 - 8, y - 8, stroke);
}
