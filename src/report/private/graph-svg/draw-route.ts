import { LINES } from './palette';
import { Route } from './route';
import { element, escapeXml, round } from './xml';

/** An edge as a line with an arrowhead. */
export function drawRoute({ way, path, end, leftwards }: Route): string {
  const { edge } = way;
  const { stroke, width, dashes } = LINES[edge.verdict ?? 'none'];
  return element('g', {},
    ...(edge.texts.length > 0 ? [element('title', {}, escapeXml(edge.texts.join('\n')))] : []),
    element('path', { 'd': path, 'fill': 'none', stroke, 'stroke-width': width, 'stroke-dasharray': dashes }),
    element('path', { d: `M${round(end.x)} ${round(end.y)}l${leftwards ? 9 : -9} -4v8z`, fill: stroke }));
}
