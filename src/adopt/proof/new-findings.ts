import { findIn } from './find-in';
import { workloadsSelectedBy } from './selected-workloads';
import { groupBy } from '../../manifest';
import { Finding, isAtLeast, pairFindings, Verification } from '../../verify';

type FindingObject = Finding['object'];

/**
 * What the verifier says of the output and not of the input. A message may name other things now, or be less severe; the fault is the same.
 * A way that is closed to a workload today may stay closed by its new policy, where it is a finding of that policy.
 */
export function newFindings(input: Verification, output: Verification): Finding[] {
  const { gone, added } = pairFindings([...input.findings, ...input.suppressed], output.findings, 'object');
  const replaceable = groupBy(gone, ({ object }) => keyOf(object));
  const takes = (object: FindingObject, stands: (other: Finding) => boolean): boolean => {
    const found = replaceable.get(keyOf(object)) ?? [];
    const index = found.findIndex(stands);
    if (index >= 0) found.splice(index, 1);
    return index >= 0;
  };
  return added.filter(({ code, object, severity }) => {
    if (takes(object, other => other.code === code && isAtLeast(other.severity, severity))) return false;
    return !isOfWays(code) || !closedBefore(object, input, output).some(workload =>
      takes(workload, other => isOfWays(other.code) && isAtLeast(other.severity, severity)));
  });
}

/** Whether a rule is about the ways between workloads and servers. */
function isOfWays(code: string): boolean {
  return code.startsWith('NET');
}

/** The workloads that a new policy selects. */
function closedBefore(object: FindingObject, input: Verification, { facts }: Verification): FindingObject[] {
  const policy = object && facts.set.find(object.kind, object.namespace, object.name);
  if (!policy || findIn(input.facts.set, policy)) return [];
  return workloadsSelectedBy(policy, facts.network, facts.set).map(({ object: { kind, namespace, name } }) => ({ kind, namespace, name }));
}

function keyOf(object: FindingObject): string {
  return JSON.stringify([object?.kind, object?.namespace, object?.name]);
}
