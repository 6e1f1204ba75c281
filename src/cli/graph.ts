import { UsageError } from './errors';
import { EXIT, ExitCode } from './exit-code';
import { InputOptions, readInputsWhole } from './inputs';
import { Io } from './io';
import { writeOutput } from './outputs';
import { buildGraph, Graph } from '../graph';
import { formatGraphJson, formatGraphMermaid } from '../report';
import { verify } from '../verify';

type GraphFormat = 'mermaid' | 'json' | 'svg';

/** The options of `graph`. */
export interface GraphOptions extends InputOptions {
  readonly format?: GraphFormat;

  /** The same as the format `svg`. */
  readonly svg?: boolean;
  readonly out?: string;
}

/** Boxes of a picture that people can still read, and that are laid out in seconds. */
const MOST_BOXES = 300;

/** Draws who talks to whom. */
export async function graph(paths: readonly string[], { svg, format = svg ? 'svg' : 'mermaid', out, ...options }: GraphOptions, io: Io): Promise<ExitCode> {
  const { set, problems, options: verifyOptions, incomplete } = await readInputsWhole(paths, options, io);
  const { facts } = verify(set, problems, verifyOptions, []);
  writeOutput(render(buildGraph(facts), format), out, io);
  return incomplete ? EXIT.error : EXIT.ok;
}

function render(found: Graph, format: GraphFormat): string {
  switch (format) {
    case 'mermaid': return formatGraphMermaid(found);
    case 'json': return formatGraphJson(found);
    case 'svg': return picture(found);
  }
}

function picture(found: Graph): string {
  const boxes = found.nodes.length;
  if (boxes > MOST_BOXES) throw new UsageError(`a picture of ${boxes} boxes cannot be read; give paths of fewer workloads, up to ${MOST_BOXES} boxes, or write --format json`);
  // The layout is loaded only for a picture.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { formatGraphSvg } = require('../report/format-graph-svg') as typeof import('../report/format-graph-svg');
  return formatGraphSvg(found);
}
