import { basename } from 'path';
import { Finding, Severity, Verification } from '../verify';

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

/** What the verifier finds in one of the sides only. A finding whose message alone is another is the same. */
export function findingChanges({ findings: before }: Verification, { findings: after }: Verification): FindingChange[] {
  const [old, current] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const [fixed, gained] = [before.filter(finding => !current.has(keyOf(finding))), after.filter(finding => !old.has(keyOf(finding)))];
  return [
    ...withoutCounterpart(gained, fixed).map(finding => described('gained', finding)),
    ...withoutCounterpart(fixed, gained).map(finding => described('fixed', finding)),
  ];
}

function withoutCounterpart(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const key of others.map(placeOf)) left.set(key, (left.get(key) ?? 0) + 1);
  return findings.filter((finding) => {
    const key = placeOf(finding);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** Rules with one finding an object, at whichever key comes first. */
const OF_WHOLE_OBJECT: ReadonlySet<string> = new Set(['CFG203']);

/** The rule and the field, wherever it stands in its list. */
function placeOf({ code, object, path, position }: Finding): string {
  const owner = object ? `${object.namespace}/${object.kind}/${object.name}` : basename(position.file);
  return [code, owner, OF_WHOLE_OBJECT.has(code) ? '' : path.replace(/\[\d+\]/g, '[]')].join('\n');
}

/** The folders of the sides have different names, which are part of the fingerprint where a file is at fault. */
function keyOf({ object, fingerprint, code, position, message }: Finding): string {
  return object ? fingerprint : [code, basename(position.file), message].join('\n');
}

function described(change: FindingChange['change'], { code, severity, message, position: { file, line } }: Finding): FindingChange {
  return { change, code, severity, message, file, line };
}
