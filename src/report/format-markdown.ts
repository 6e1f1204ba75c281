import { LintReport } from './lint-report';
import { Finding } from '../verify';
import { rulePage } from './private/doc-links';
import { escapeMarkdown } from './private/escape-markdown';
import { relativePath } from './private/relative-path';
import { gapLines, summaryLine } from './private/summary';

/** A comment on GitHub has at most 65,536 characters. */
const LONGEST_TABLE = 60_000;

/** The report as a table, for a comment on a pull request. */
export function formatMarkdown(report: LintReport): string {
  return [
    `**petrosa-nats:** ${summaryLine(report)}`,
    ...(report.findings.length > 0 ? [table(report)] : []),
    ...gapLines(report).map(escapeMarkdown),
  ].join('\n\n') + '\n';
}

function table({ findings, base }: LintReport): string {
  const rows = findings.map(finding => row(finding, base));
  let length = 0;
  const fitting = rows.filter(text => (length += text.length) <= LONGEST_TABLE);
  const left = rows.length - fitting.length;
  return [
    '| | Rule | Where | Finding |', '|---|---|---|---|',
    ...fitting,
    ...(left > 0 ? [`| | | | and ${left} more |`] : []),
  ].join('\n');
}

function row({ code, severity, message, fix, position, object }: Finding, base: string): string {
  const owner = object ? `<br>${escapeMarkdown(`${object.namespace}/${object.kind}/${object.name}`)}` : '';
  const where = `${escapeMarkdown(relativePath(position.file, base))}:${position.line}${owner}`;
  return `| ${severity} | [${code}](${rulePage(code)}) | ${where} | ${escapeMarkdown(message)}<br>${escapeMarkdown(fix)} |`;
}
