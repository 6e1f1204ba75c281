import * as fc from 'fast-check';
import { Graph, GraphEdge, GraphNode } from '../../src/graph';
import { formatGraphJson, formatGraphMermaid } from '../../src/report';
import { formatGraphSvg } from '../../src/report/format-graph-svg';
import { anyCharacter } from '../support/any-character';

const nasty = fc.oneof(
  fc.constantFrom(
    'end', '"]', '<b>x</b>', '-->|x|', '%%{init: {}}%%', '`*a*`', '1. a', '- a', '#quot;', '&amp;', ']]>', '<!--', '\ud800', '\u202e', 'a\nb', '日本', 'subgraph', '"; click a',
  ),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
);
const KINDS = ['workload', 'nats', 'service', 'ingress', 'subject', 'host', 'address', 'unknown'] as const;
const someNode = fc.record({
  kind: fc.constantFrom(...KINDS),
  name: nasty,
  namespace: fc.option(nasty, { nil: undefined }),
  what: nasty,
  presence: fc.constantFrom('present' as const, 'absent' as const),
}).map((node): Omit<GraphNode, 'id'> => ({ ...node, workloadKind: 'Deployment' }));
const someGraph: fc.Arbitrary<Graph> = fc.array(someNode, { minLength: 1, maxLength: 6 }).chain((nodes) => {
  const end = fc.nat(nodes.length - 1).map(i => `${i}`);
  const edge = fc.record({
    from: end,
    to: end,
    kind: fc.constantFrom('needs' as const, 'leads' as const, 'delivers' as const),
    what: nasty,
    queueGroup: nasty,
    port: fc.nat(65535),
    verdict: fc.constantFrom('allowed' as const, 'blocked' as const, 'unknown' as const),
    texts: fc.array(nasty, { maxLength: 2 }),
  }).map((one): GraphEdge => ({ ...one, names: [], decided: { by: 'dns', reason: 'not-selected' } }));
  return fc.array(edge, { maxLength: 8 }).map(edges => ({ nodes: nodes.map((node, i) => ({ ...node, id: `${i}` })), edges }));
});

const LABEL = '"(?:[\\p{L}\\p{M}\\p{N} ,.:?/()…✗✓-]|#\\d+;|<br/>)*"';
const LINE = new RegExp(`^(?:${[
  'flowchart LR',
  `  subgraph ns\\d+\\[${LABEL}\\]`,
  '  end',
  ` {2,4}\\w+(?:\\[|\\{\\{|\\(\\[|\\[/|\\[\\[|\\()${LABEL}(?:\\]|\\}\\}|\\]\\)|\\\\\\]|/\\]|\\]\\]|\\)):::\\w+`,
  `  \\w+ -->(?:\\|${LABEL}\\|)? \\w+`,
  '  classDef \\w+ [\\w:#, -]+',
  '  linkStyle [\\d,]+ [\\w:#, -]+',
].join('|')})$`, 'u');

test('each line of Mermaid is of its grammar, whatever the names', () => {
  fc.assert(fc.property(someGraph, graph => formatGraphMermaid(graph).trimEnd().split('\n').every(line => LINE.test(line))), { numRuns: 40 });
});

/** Whether a text is one element with properly closed elements in it, quoted attributes and known entities alone. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  const left = xml.trim().replace(/<(\/?)([a-z]+)((?: [a-z-]+(?::[a-z]+)?="[^"<]*")*)(\/?)>/gi, (_, closes: string, name: string, __, empty: string) => {
    if (closes) return open.pop() === name ? '' : '<';
    if (open.length === 0) roots++;
    if (!empty) open.push(name);
    return '';
  });
  return open.length === 0 && roots === 1 && !/[<>]/.test(left) && !/&(?!(?:amp|lt|gt|quot|#9);)/.test(xml) && !/[\p{Cs}\ufffe\uffff]|[^\P{Cc}\n]/u.test(xml);
}

test('the picture is well-formed XML, whatever the names', () => {
  fc.assert(fc.property(someGraph, graph => isWellFormed(formatGraphSvg(graph))), { numRuns: 12 });
});

test('the check of XML refuses what is none', () => {
  expect(['<a>', '<a></b>', '<a>&x;</a>', '<a b="<"/>', '<a/><a/>', '<a>\u0001</a>'].map(isWellFormed)).toEqual(Array(6).fill(false));
});

const GRAPH: Graph = {
  nodes: [
    { id: 'a', kind: 'workload', workloadKind: 'Deployment', namespace: 'shop', name: 'web' },
    { id: 'b', kind: 'service', namespace: 'shop', name: 'api', presence: 'absent' },
    { id: 'c', kind: 'workload', workloadKind: 'Deployment', namespace: '', name: 'back' },
  ],
  edges: [
    { from: 'a', to: 'b', kind: 'needs', what: 'HTTP', port: 80, names: [], verdict: 'blocked', decided: { by: 'service', reason: 'service-missing' }, texts: ['Service shop/api does not exist'] },
    { from: 'b', to: 'c', kind: 'leads', names: [], texts: [] },
    { from: 'c', to: 'a', kind: 'needs', what: 'DNS', port: 53, protocol: 'UDP', names: [], verdict: 'unknown', texts: [] },
  ],
};

test('the picture and Mermaid hold no number that is none', () => {
  expect(formatGraphSvg(GRAPH) + formatGraphMermaid(GRAPH)).not.toMatch(/NaN|Infinity|undefined/);
});

test('the picture has the deciding link as a tooltip', () => {
  expect(formatGraphSvg(GRAPH)).toContain('<title>Service shop/api does not exist</title>');
});

test('the picture says in words what it shows', () => {
  expect(formatGraphSvg(GRAPH)).toContain('<desc id="desc">2 workloads and what they talk to: 0 connections allowed, 1 blocked, 1 not known.</desc>');
});

test('no two boxes of a picture lie on each other', () => {
  fc.assert(fc.property(someGraph, (graph) => {
    const boxes = [...formatGraphSvg(graph).matchAll(/<g><title>[^<]*<\/title><rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)]
      .map(([, ...numbers]) => numbers.map(Number));
    const overlap = ([x, y, w, h]: number[], [x2, y2, w2, h2]: number[]): boolean => x < x2 + w2 && x2 < x + w && y < y2 + h2 && y2 < y + h;
    expect([boxes.length, boxes.some((box, i) => boxes.slice(i + 1).some(other => overlap(box, other)))]).toEqual([graph.nodes.length, false]);
  }), { numRuns: 12 });
});

test('UDP is named, and a namespace that is not given', () => {
  expect(formatGraphMermaid(GRAPH)).toMatch(/no namespace given[^]*\? DNS 53\/UDP/);
});

test('ids that only differ in signs stay apart in Mermaid', () => {
  const nodes = ['x-y', 'x.y'].map((id): GraphNode => ({ id, kind: 'host', name: id }));
  expect(formatGraphMermaid({ nodes, edges: [] })).toMatch(/ x_y\[\[[^]* x_y_2\[\[/);
});

test('JSON holds the graph as it is', () => {
  expect(JSON.parse(formatGraphJson(GRAPH))).toEqual({ version: 1, ...GRAPH });
});

test('an empty graph has a picture', () => {
  expect(isWellFormed(formatGraphSvg({ nodes: [], edges: [] }))).toBe(true);
});
