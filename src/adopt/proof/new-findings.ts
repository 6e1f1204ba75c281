import { findIn } from './find-in';
import { workloadsSelectedBy } from './selected-workloads';
import { groupBy } from '../../manifest';
import { Finding, isAtLeast, Verification } from '../../verify';

type FindingObject = Finding['object'];

/**
 * What the verifier says of the output and not of the input. A message may name other things now; the fault is the same.
 * A finding that takes the place of another one of its object, at least as severe, is no new fault: the settings that go with `NATS_URL` are
 * looked at as soon as it comes from a ConfigMap.
 */
export function newFindings(input: Verification, output: Verification): Finding[] {
  const gone = groupBy(moreThan(output.findings, [...input.findings, ...input.suppressed]), ({ object }) => idOf(object));
  return moreThan([...input.findings, ...input.suppressed], output.findings).filter((finding) => {
    const replaced = [finding.object, ...closedBefore(finding, input, output)].map(object => gone.get(idOf(object)) ?? [])
      .find(found => found.some(({ severity }) => isAtLeast(severity, finding.severity)));
    replaced?.splice(replaced.findIndex(({ severity }) => isAtLeast(severity, finding.severity)), 1);
    return replaced === undefined;
  });
}

/** Those of `after` of which `before` has fewer. */
function moreThan(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = groupBy(before, keyOf);
  return [...groupBy(after, keyOf)].flatMap(([key, found]) => found.slice(known.get(key)?.length ?? 0));
}

/** The workloads for which a new policy leaves closed what another one closed before: the finding was theirs. */
function closedBefore({ object }: Finding, input: Verification, { facts }: Verification): FindingObject[] {
  const policy = object && facts.set.find(object.kind, object.namespace, object.name);
  if (!policy || findIn(input.facts.set, policy)) return [];
  return workloadsSelectedBy(policy, facts.network, facts.set).map(({ object: { kind, namespace, name } }) => ({ kind, namespace, name }));
}

function idOf(object: FindingObject): string {
  return JSON.stringify([object?.kind, object?.namespace, object?.name]);
}

function keyOf({ code, object }: Finding): string {
  return JSON.stringify([code, object]);
}
