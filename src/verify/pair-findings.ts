import { Finding } from './finding';
import { fieldOf, ownerOf, sentenceOf } from './finding-key';
import { groupBy } from '../manifest';

/** A finding before a change, and what it is after it. */
export interface FindingPair {
  readonly before: Finding;
  readonly after: Finding;
}

/** The findings before and after a change, each of the later ones beside the earlier one that it is. */
export interface PairedFindings {
  /** In the order of the earlier ones. */
  readonly pairs: readonly FindingPair[];

  /** Earlier ones that are no longer there, in their order. */
  readonly gone: readonly Finding[];

  /** Later ones that were not there, in their order. */
  readonly added: readonly Finding[];
}

/**
 * Finds the findings before a change among those after it. A pair is of one rule, one severity and one object, or one file where the file is
 * at fault. Each finding goes to the nearest: one that says the same, then one of the same entry of a list, then one of the same field.
 * @param within  whether a finding may also be one of another field of its object
 */
export function pairFindings(before: readonly Finding[], after: readonly Finding[], within: 'field' | 'object'): PairedFindings {
  const partners = new Map<Finding, Finding>();
  const taken = new Set<Finding>();
  let [earlier, later] = [inOneOrder(before), inOneOrder(after)];
  for (const keyOf of within === 'field' ? NEARER : [...NEARER, objectOf]) {
    const waiting = groupBy(later, keyOf);
    for (const finding of earlier) {
      const partner = waiting.get(keyOf(finding))?.shift();
      if (!partner) continue;
      partners.set(finding, partner);
      taken.add(partner);
    }
    earlier = earlier.filter(finding => !partners.has(finding));
    later = later.filter(finding => !taken.has(finding));
  }
  return {
    pairs: before.flatMap((finding) => {
      const partner = partners.get(finding);
      return partner ? [{ before: finding, after: partner }] : [];
    }),
    gone: before.filter(finding => !partners.has(finding)),
    added: after.filter(finding => !taken.has(finding)),
  };
}

type KeyOf = (finding: Finding) => string;

const objectOf: KeyOf = finding => `${finding.severity}\n${ownerOf(finding)}`;
const entryOf: KeyOf = finding => `${objectOf(finding)}\n${finding.path}`;

/** What findings of a field are paired by, the nearest first. */
const NEARER: readonly KeyOf[] = [
  finding => `${entryOf(finding)}\n${finding.message}`,
  sentenceOf,
  entryOf,
  finding => `${finding.severity}\n${fieldOf(finding)}`,
];

/** In an order that is theirs, so that the pairs do not depend on the order in which they come. */
function inOneOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) =>
    compared(a.position.file, b.position.file)
    || a.position.line - b.position.line
    || a.position.column - b.position.column
    || compared(a.path, b.path)
    || compared(a.message, b.message));
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
