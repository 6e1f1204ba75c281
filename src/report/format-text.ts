import { LintReport } from './lint-report';
import { Position } from '../manifest';
import { Finding, Severity } from '../verify';
import { Excerpts, visible } from './private/excerpt';
import { paint, Paint } from './private/paint';
import { gapLines, summaryLine } from './private/summary';

/** How a report for people looks. */
export interface TextOptions {
  /** @default 'plain' */
  readonly colours?: 'plain' | 'ansi';
}

/** How many related places are shown of a finding. */
const RELATED = 4;

const COLOURS: Readonly<Record<Severity, keyof Paint>> = { error: 'red', warning: 'yellow', advice: 'cyan' };

/** The report for people: each finding with its line of the source, then the summary. */
export function formatText(report: LintReport, { colours = 'plain' }: TextOptions = {}): string {
  const colour = paint(colours);
  const excerpts = new Excerpts(report.sourceOf);
  const blocks = report.findings.map(finding => block(finding, excerpts, colour));
  const summary = [summaryLine(report), ...gapLines(report)].map(visible);
  return [...blocks, summary.join('\n')].join('\n\n') + '\n';
}

function block(finding: Finding, excerpts: Excerpts, colour: Paint): string {
  const { position, severity, code, message, fix, related } = finding;
  const number = `${position.line}`;
  const gutter = ' '.repeat(number.length);
  const shown = finding.hidesSource ? undefined : excerpts.of(position);
  return [
    `${colour.bold(at(position))} ${colour[COLOURS[severity]](severity)} ${code} ${visible(message)}`,
    ...(shown ? [`  ${number} | ${shown.line}`, `  ${gutter} | ${colour[COLOURS[severity]](shown.marker)}`] : []),
    `  ${colour.bold('fix:')} ${visible(fix)}`,
    ...related.slice(0, RELATED).map(other => `  see ${at(other.position)} ${visible(other.message)}`),
    ...(related.length > RELATED ? [`  and ${related.length - RELATED} more places`] : []),
  ].join('\n');
}

function at({ file, line, column }: Position): string {
  return visible(`${file}:${line}:${column}`);
}
