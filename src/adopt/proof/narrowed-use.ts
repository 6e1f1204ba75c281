import { workloadsSelectedBy } from './selected-workloads';
import { policyLines } from '../../compare/private/policy-lines';
import { Json, JsonObject, ManifestObject } from '../../manifest';
import { Facts, Need } from '../../verify';

/** A policy in two forms, and what the rules know of the sets in which they stand. */
export interface PolicyForms {
  readonly before: ManifestObject;
  readonly after: ManifestObject;
  readonly input: Facts;
  readonly output: Facts;
}

/**
 * Whether all that workloads need at a port of egress goes through some lines of the new form, and something does. A server of which nobody
 * knows where it is may be anywhere, so that no line is enough for it.
 */
export function isUseWithin(lines: readonly string[], port: JsonObject | undefined, { before, after, input, output }: PolicyForms): boolean {
  const selected = new Set(workloadsSelectedBy(before, input.network, input.set));
  const needs = input.needs.filter(({ workload }) => selected.has(workload));
  const through = new Set(needs.filter(need => linesFor(need, after, output).some(line => lines.includes(line))));
  return through.size > 0 && needs.every(need => through.has(need) || !isAt(need.port, port));
}

/** The lines of the rule of a policy by which it lets a workload reach what it needs. */
function linesFor({ workload: { object: from }, host, port, protocol }: Need, policy: ManifestObject, { set, network }: Facts): string[] {
  const object = set.find(from.kind, from.namespace, from.name);
  const workload = object && set.workload(object);
  if (!workload || host === undefined) return [];
  return network.answer(workload, { host, port, protocol }).links.flatMap(({ kind, place }) => {
    if (kind !== 'egress' || place?.object !== policy) return [];
    const [, , index] = place.path;
    const rule: Json | undefined = typeof index === 'number' ? policy.get('spec', 'egress', index) : undefined;
    return rule === undefined ? [] : policyLines({ ...policy.value, spec: { egress: [rule] } }, 'egress');
  });
}

/** Whether a port is one of those of a rule; a name may be that of any. */
function isAt(port: number, { port: first, endPort }: JsonObject = {}): boolean {
  if (typeof first !== 'number') return true;
  return port >= first && port <= (typeof endPort === 'number' ? endPort : first);
}
