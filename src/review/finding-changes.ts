import { ObjectChange } from '../compare';
import { Finding, pairFindings, Severity, Verification } from '../verify';
import { movedObjects } from './private/moved-objects';

/** A finding that one side has. */
export interface FindingChange {
  readonly change: 'gained' | 'fixed';
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;

  /** In the side that has it. */
  readonly file: string;
  readonly line: number;
}

/**
 * What the verifier finds in one of the sides only. A finding whose message alone is another is the same; so is one of an object that has
 * another namespace or kind now, and one of a file in a folder of another name.
 * @param nameInHead  the name that a file of the base has in the head
 */
export function findingChanges(
  { findings, facts }: Verification, after: Verification, objects: readonly ObjectChange[], nameInHead: (file: string) => string,
): FindingChange[] {
  const nowOf = movedObjects(objects, facts.set, after.facts.set);
  const inHead = new Map(findings.map((finding): [Finding, Finding] => {
    const { object, position } = finding;
    return [{ ...finding, object: object && nowOf(object), position: { ...position, file: nameInHead(position.file) } }, finding];
  }));
  const { gone, added } = pairFindings([...inHead.keys()], after.findings, 'field');
  return [...added.map(finding => described('gained', finding)), ...gone.map(finding => described('fixed', inHead.get(finding)!))];
}

function described(change: FindingChange['change'], { code, severity, message, position: { file, line } }: Finding): FindingChange {
  return { change, code, severity, message, file, line };
}
