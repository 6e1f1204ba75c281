import { Graph } from './graph';
import { Facts } from '../verify';
import { addNeeds } from './private/add-needs';
import { addServices } from './private/add-services';
import { addSubjects } from './private/add-subjects';
import { foldFamilies } from './private/fold-families';
import { GraphParts } from './private/graph-parts';
import { workloadNode } from './private/nodes';

/** Who talks to whom, by the linted manifests and the state beside them. */
export function buildGraph(facts: Facts): Graph {
  const parts = new GraphParts();
  const answers = new Map(facts.needs.map(need => [need, facts.answer(need)]));
  for (const workload of facts.workloads) parts.node(workloadNode(workload));
  addNeeds(facts, answers, parts);
  addSubjects(facts, answers, parts);
  addServices(facts, parts);
  return foldFamilies(parts.graph());
}
