import { Graph } from '../graph';
import { groupBy } from '../manifest';
import { CARD } from './private/graph-svg/card';
import { drawCard, drawNamespace, drawNamespaceName } from './private/graph-svg/draw-card';
import { drawRoute } from './private/graph-svg/draw-route';
import { layoutGraph, SPACE } from './private/graph-svg/layout';
import { legendOf } from './private/graph-svg/legend';
import { PAPER } from './private/graph-svg/palette';
import { routesOf, rowOrder } from './private/graph-svg/route';
import { element } from './private/graph-svg/xml';
import { plural } from './private/plural';

/** A width that a legend and its texts need. */
const NARROWEST = 480;

/** The graph as a picture. */
export function formatGraphSvg(graph: Graph): string {
  const layout = layoutGraph(graph);
  const rows = rowOrder(layout);
  const leaving = groupBy(layout.ways, ({ edge }) => edge.from);
  const x = Math.floor(layout.x);
  const y = Math.floor(layout.y);
  const width = Math.ceil(Math.max(layout.width, NARROWEST));
  const below = { x, y: layout.y + layout.height, width };
  const legend = legendOf(new Set(graph.edges.map(({ verdict }) => verdict ?? 'none')), new Set(graph.nodes.map(({ kind }) => kind)), below);
  const height = Math.ceil(layout.height + legend.height + SPACE.margin / 2);
  return element('svg', {
    'xmlns': 'http://www.w3.org/2000/svg',
    width,
    height,
    'viewBox': `${x} ${y} ${width} ${height}`,
    'role': 'img',
    'aria-labelledby': 'title desc',
    'font-family': 'Helvetica, Arial, \'DejaVu Sans\', sans-serif',
    'font-size': CARD.font,
  }, ...[
    element('title', { id: 'title' }, 'Who talks to whom'),
    element('desc', { id: 'desc' }, descriptionOf(graph)),
    element('rect', { x, y, width, height, fill: PAPER.background }),
    ...layout.namespaces.map(drawNamespace),
    ...routesOf(layout, rows).map(drawRoute),
    ...layout.namespaces.map(drawNamespaceName),
    ...[...layout.cards].map(([id, card]) => drawCard(card, leaving.get(id) ?? [], layout, rows)),
    legend.drawing,
  ].map(part => `\n${part}`), '\n') + '\n';
}

/** The picture in a sentence, for those who do not see it. */
function descriptionOf({ nodes, edges }: Graph): string {
  const count = (verdict: string): number => edges.filter(edge => edge.verdict === verdict).length;
  return `${plural(nodes.filter(({ kind }) => kind === 'workload').length, 'workload')} and what they talk to: `
    + `${plural(count('allowed'), 'connection')} allowed, ${count('blocked')} blocked, ${count('unknown')} not known.`;
}
