import { Graph } from '../graph';

/** Version of the shape; a change that breaks readers raises it. */
const SHAPE = 1;

/** The graph for programs. docs/graph.md describes its shape. */
export function formatGraphJson({ nodes, edges }: Graph): string {
  return JSON.stringify({ version: SHAPE, nodes, edges }, null, 2) + '\n';
}
