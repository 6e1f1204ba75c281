import { GraphNodeKind } from '../../../graph';
import { Verdict } from '../../../reachability';

/** The colours of a box. */
export interface BoxColours {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
}

/** All colours are given, so that the picture is the same on a light and a dark page. */
export const PAPER = { background: '#ffffff', text: '#1f2430', faint: '#5b6270', namespace: '#f6f7f9', namespaceStroke: '#b6bcc8' } as const;

export const BOXES: Readonly<Record<GraphNodeKind | 'missing', BoxColours>> = {
  workload: { fill: '#e8f0fe', stroke: '#1a56b0', text: '#10233f' },
  nats: { fill: '#e2f5ea', stroke: '#1b7f4b', text: '#0d2e1d' },
  service: { fill: '#f1ecfb', stroke: '#6a3fb5', text: '#26143f' },
  ingress: { fill: '#fdf3df', stroke: '#9a6700', text: '#3d2900' },
  subject: { fill: '#e2f5ea', stroke: '#1b7f4b', text: '#0d2e1d' },
  host: { fill: '#f3f4f6', stroke: '#4b5563', text: '#1f2430' },
  address: { fill: '#f3f4f6', stroke: '#4b5563', text: '#1f2430' },
  unknown: { fill: '#ffffff', stroke: '#6b7280', text: '#1f2430' },
  missing: { fill: '#ffffff', stroke: '#c62828', text: '#8e1b1b' },
};

/** Corners of boxes, so that colour is not the only sign of a kind. */
export const ROUNDING: Readonly<Record<GraphNodeKind, number>> = {
  workload: 3, nats: 14, service: 14, ingress: 3, subject: 8, host: 0, address: 0, unknown: 8,
};

/** How a line is drawn; dashes tell verdicts apart without colour. */
export interface LineStyle {
  readonly stroke: string;
  readonly width: number;
  readonly dashes?: string;
}

export const LINES: Readonly<Record<Verdict | 'none', LineStyle>> = {
  allowed: { stroke: '#1b7f4b', width: 1.4 },
  blocked: { stroke: '#c62828', width: 1.8, dashes: '7 4' },
  unknown: { stroke: '#6b7280', width: 1.4, dashes: '2 3' },
  none: { stroke: '#4b5563', width: 1.2 },
};
