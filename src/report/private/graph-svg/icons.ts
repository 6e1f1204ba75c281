import { element } from './xml';
import { GraphNodeKind } from '../../../graph';

/** Lines of 16 by 16 pixels. */
const ICONS: Readonly<Record<GraphNodeKind, string>> = {
  workload: 'M8 1 14 4.5V11.5L8 15 2 11.5V4.5ZM2 4.5 8 8 14 4.5M8 8V15',
  nats: 'M2 2H14V11H9L5 15V11H2ZM5 8.5V4.5L11 8.5V4.5',
  service: 'M3 8H13M3 8A2 2 0 1 0 3 7.9M9 4 13 8 9 12',
  ingress: 'M6 2H14V14H6M1 8H10M7 5 10 8 7 11',
  subject: 'M1 3H15V13H1ZM1 3 8 9 15 3',
  host: 'M8 1A7 7 0 1 0 8.1 1M1 8H15M8 1Q3.5 8 8 15M8 1Q12.500 8 8 15',
  address: 'M6 2 4 14M12 2 10 14M2 6H14M2 10H14',
  unknown: 'M8 1A7 7 0 1 0 8.1 1M6 6.500Q6 4 8 4T10 6.500Q10 8 8 8.500V10M8 11.800V12.300',
};

/** The icon of a kind, with its upper left corner at a place. */
export function icon(kind: GraphNodeKind, x: number, y: number, stroke: string): string {
  return element('path', {
    'd': ICONS[kind], 'transform': `translate(${Math.round(x)} ${Math.round(y)})`, 'fill': 'none', stroke, 'stroke-width': 1.3, 'stroke-linejoin': 'round', 'stroke-linecap': 'round',
  });
}
