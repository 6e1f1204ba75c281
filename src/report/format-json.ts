import { LintReport } from './lint-report';
import { plainFinding } from './private/plain-finding';
import { countBySeverity } from './private/summary';

/** Version of the shape; a change that breaks readers raises it. */
const SHAPE = 1;

/** The report for programs. docs/lint.md describes its shape. */
export function formatJson(report: LintReport): string {
  const { findings, suppressed, unchecked, files, skipped, unread, objects, version } = report;
  return JSON.stringify({
    version: SHAPE,
    tool: { name: 'petrosa-nats', version },
    summary: { ...countBySeverity(report), suppressed: suppressed.length, unchecked: unchecked.length, files, objects },
    findings: findings.map(plainFinding),
    suppressed: suppressed.map(finding => ({ ...plainFinding(finding), suppression: finding.suppression })),
    skipped,
    unread: unread.map(({ message, fix, position }) => ({ message, fix, ...position })),
    unchecked: unchecked.map(({ what, place }) => ({ what, ...place.object.position(place.path, place) })),
  }, null, 2) + '\n';
}
