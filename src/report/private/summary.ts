import { plural } from './plural';
import { Severity } from '../../verify';
import { LintReport } from '../lint-report';

/** How many of the rest are named before they are only counted. */
const NAMED = 3;

/** How many findings there are of each severity. */
export function countBySeverity({ findings }: LintReport): Record<Severity, number> {
  const count = { error: 0, warning: 0, advice: 0 };
  for (const { severity } of findings) count[severity]++;
  return count;
}

/** The last line of a report: `1 error, 0 warnings, 2 advice in 3 files, 12 objects`. */
export function summaryLine(report: LintReport): string {
  const { error, warning, advice } = countBySeverity(report);
  const found = [plural(error, 'error'), plural(warning, 'warning'), `${advice} advice`].join(', ');
  const suppressed = report.suppressed.length > 0 ? `; ${report.suppressed.length} suppressed` : '';
  return `${found} in ${plural(report.files, 'file')}, ${plural(report.objects, 'object')}${suppressed}`;
}

/** What was not checked, a line for each kind of it. */
export function gapLines({ unchecked, skipped }: LintReport): string[] {
  const references = [...new Set(unchecked.map(({ what }) => what))].sort();
  return [
    ...(unchecked.length > 0
      ? [`${plural(unchecked.length, 'reference')} not checked: ${briefly(references)} (--cluster-state FILE tells what the cluster holds)`] : []),
    ...(skipped.length > 0 ? [`${plural(skipped.length, 'file')} without manifests: ${briefly(skipped)}`] : []),
  ];
}

function briefly(names: readonly string[]): string {
  return [...names.slice(0, NAMED), ...(names.length > NAMED ? [`${names.length - NAMED} more`] : [])].join(', ');
}
