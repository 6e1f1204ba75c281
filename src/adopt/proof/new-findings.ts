import { findIn } from './find-in';
import { workloadsSelectedBy } from './selected-workloads';
import { groupBy } from '../../manifest';
import { Finding, isAtLeast, pairFindings, Verification } from '../../verify';

type FindingObject = Finding['object'];

/**
 * What the verifier says of the output and not of the input. A message may name other things now; the fault is the same.
 * A finding that takes the place of another one of its object, at least as severe, is no new fault: the settings that go with `NATS_URL` are
 * looked at as soon as it comes from a ConfigMap.
 */
export function newFindings(input: Verification, output: Verification): Finding[] {
  const { gone, added } = pairFindings([...input.findings, ...input.suppressed], output.findings, 'object');
  const replaceable = groupBy(gone, finding => placeOf(finding, finding.object));
  return added.filter((finding) => {
    const replaced = [finding.object, ...closedBefore(finding, input, output)].map(object => replaceable.get(placeOf(finding, object)) ?? [])
      .find(found => found.some(({ severity }) => isAtLeast(severity, finding.severity)));
    replaced?.splice(replaced.findIndex(({ severity }) => isAtLeast(severity, finding.severity)), 1);
    return replaced === undefined;
  });
}

/** The workloads for which a new policy leaves closed what another one closed before: the finding was theirs. */
function closedBefore({ object }: Finding, input: Verification, { facts }: Verification): FindingObject[] {
  const policy = object && facts.set.find(object.kind, object.namespace, object.name);
  if (!policy || findIn(input.facts.set, policy)) return [];
  return workloadsSelectedBy(policy, facts.network, facts.set).map(({ object: { kind, namespace, name } }) => ({ kind, namespace, name }));
}

/** The object of a finding, and what its rule is about: rules of one group look at the same from several sides. */
function placeOf({ code }: Finding, object: FindingObject): string {
  return JSON.stringify([code.slice(0, 'CFG2'.length), object?.kind, object?.namespace, object?.name]);
}
