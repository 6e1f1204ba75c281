import { LeftFinding, Migration, Plan, PlanStep } from '../migrate';
import { Finding, pairFindings } from '../verify';
import { TextOptions } from './format-text';
import { visible } from './private/excerpt';
import { paint, Paint } from './private/paint';
import { plural } from './private/plural';
import { commandLine } from './private/shell-words';

/** How the report of a migration looks. */
export interface MigrationTextOptions extends TextOptions {
  /** Whether the files are written, or only could be. */
  readonly isWritten: boolean;
}

/** What was corrected, what is left, and the plan, for people. */
export function formatMigration(migration: Migration, plan: Plan, { colours = 'plain', isWritten }: MigrationTextOptions): string {
  const colour = paint(colours);
  const left = isWritten ? migration.left : inFilesAsTheyAre(migration);
  return [
    summary(migration, isWritten),
    ...part(colour.bold('To decide:'), left.filter(({ why }) => 'decide' in why), colour),
    ...part(colour.bold('Left as they are:'), left.filter(({ why }) => 'reason' in why), colour),
    ...plan.map(({ title, steps }, i) => [colour.bold(`${i + 1}. ${title}`), ...steps.flatMap(planLines)].join('\n')),
  ].join('\n\n') + '\n';
}

function summary({ files, corrected, left, uncorrectable, untilApplied }: Migration, isWritten: boolean): string {
  const decisions = left.filter(({ why }) => 'decide' in why).length;
  return [
    files.length === 0 ? 'nothing to correct'
      : `${plural(corrected.length, 'finding')} ${isWritten ? 'corrected' : 'to correct'} in ${plural(files.length, 'file')}: ${countedCodes(corrected)}`
        + (isWritten ? '' : ' (--write writes the files)'),
    ...(decisions > 0 ? [`${plural(decisions, 'finding')} to decide`] : []),
    ...(decisions < left.length ? [`${plural(left.length - decisions, 'finding')} left as ${left.length - decisions === 1 ? 'it is' : 'they are'}`] : []),
    ...(untilApplied.length > 0 ? [`${plural(untilApplied.length, 'new finding')} until the files are applied: ${countedCodes(untilApplied)}`] : []),
    ...(uncorrectable.length > 0 ? [`${plural(uncorrectable.length, 'other finding')} to correct by hand, see petrosa-nats lint: ${countedCodes(uncorrectable)}`] : []),
  ].join('\n');
}

function countedCodes(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${count} ${code}`).join(', ');
}

/** What is left, as it stands in the files while the corrections are not written. */
function inFilesAsTheyAre({ left, before }: Migration): LeftFinding[] {
  const { pairs } = pairFindings(before.findings, left.map(({ finding }) => finding), 'field');
  const earlier = new Map(pairs.map(pair => [pair.after, pair.before]));
  return left.map(each => ({ ...each, finding: earlier.get(each.finding) ?? { ...each.finding, message: `after the corrections: ${each.finding.message}` } }));
}

function part(title: string, left: readonly LeftFinding[], colour: Paint): string[] {
  return left.length > 0 ? [[title, ...left.map(finding => leftLines(finding, colour))].join('\n')] : [];
}

function leftLines({ finding: { code, message, position }, why }: LeftFinding, colour: Paint): string {
  const at = `${position.file}:${position.line}:${position.column}`;
  const because = 'decide' in why ? `decide: ${why.decide}` : `because ${why.reason}`;
  return `${colour.bold(visible(at))} ${code} ${visible(message)}\n  ${visible(because)}`;
}

function planLines(step: PlanStep): string[] {
  const comment = step.note === '' ? [] : [`   # ${visible(step.note)}`];
  return step.command ? [...comment, `   ${visible(commandLine(step.command, step.input))}`] : comment;
}
