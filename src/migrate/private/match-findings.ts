import { groupBy, Position } from '../../manifest';
import { Finding } from '../../verify';

/** The findings of two verifications, each of the later ones beside the earlier one that it is. */
export interface MatchedFindings {
  /** Earlier ones that are gone. */
  readonly gone: readonly Finding[];

  /** Earlier ones that say something else now, of the same field. */
  readonly reworded: readonly Finding[];

  /** Later ones that were not there. */
  readonly added: readonly Finding[];
}

/** Finds the findings of one verification in another: those that say the same, then those of the same field, then those of the same object. */
export function matchFindings(before: readonly Finding[], after: readonly Finding[]): MatchedFindings {
  const same = paired({ before, after }, sentence);
  const { before: gone, after: added } = paired(paired(same, fieldOf), objectOf);
  const without = new Set(gone);
  return { gone, reworded: same.before.filter(finding => !without.has(finding)), added };
}

/** What a finding says, of what: the same for all of those that say the same. */
export function sentence(finding: Finding): string {
  return `${fieldOf(finding)}\n${finding.message}`;
}

/** Where findings stand among others: those that say the same, else of the same entry, else of the same field. */
export function positionsAmong(findings: readonly Finding[], others: readonly Finding[]): readonly (Position | undefined)[] {
  const positions = new Map<Finding, Position>();
  let left = { before: others, after: findings };
  for (const keyOf of [sentence, entryOf, fieldOf]) {
    left = paired(left, keyOf, (earlier, later) => positions.set(later, earlier.position));
  }
  return findings.map(finding => positions.get(finding));
}

const counted = new WeakMap<readonly Finding[], ReadonlyMap<string, number>>();

/** How many findings say this. */
export function timesSaid(said: string, findings: readonly Finding[]): number {
  const times = counted.get(findings) ?? countSentences(findings);
  counted.set(findings, times);
  return times.get(said) ?? 0;
}

function countSentences(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const finding of findings) times.set(sentence(finding), (times.get(sentence(finding)) ?? 0) + 1);
  return times;
}

/** Without indexes, since an entry that is inserted moves the others. */
function fieldOf(finding: Finding): string {
  return `${objectOf(finding)}\n${finding.path.replace(/\[\d+\]/g, '[]')}`;
}

function entryOf(finding: Finding): string {
  return `${objectOf(finding)}\n${finding.path}`;
}

function objectOf({ code, severity, object, position }: Finding): string {
  return [code, severity, object ? `${object.namespace}/${object.kind}/${object.name}` : position.file].join('\n');
}

/** Those on both sides that have no partner with the same key on the other. */
function paired({ before, after }: Sides, keyOf: (finding: Finding) => string, meet?: (earlier: Finding, later: Finding) => void): Sides {
  const waiting = groupBy(before, keyOf);
  const left = after.filter((finding) => {
    const partner = waiting.get(keyOf(finding))?.shift();
    if (partner) meet?.(partner, finding);
    return !partner;
  });
  const alone = new Set([...waiting.values()].flat());
  return { before: before.filter(finding => alone.has(finding)), after: left };
}

interface Sides {
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}
