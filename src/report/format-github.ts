import { LintReport } from './lint-report';
import { Finding, Severity } from '../verify';
import { relativePath } from './private/relative-path';
import { gapLines, summaryLine } from './private/summary';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'notice' };

/** The report as commands of a GitHub workflow, which shows them beside the lines of a pull request. */
export function formatGithub(report: LintReport): string {
  const commands = report.findings.map(finding => command(finding, report.base));
  const summary = [summaryLine(report), ...gapLines(report)].map(escapeData);
  return [...commands, ...summary].join('\n') + '\n';
}

function command({ code, severity, message, fix, position }: Finding, base: string): string {
  const { file, line, column, endLine, endColumn } = position;
  const properties = {
    file: relativePath(file, base),
    line,
    endLine,
    // GitHub takes columns for places within one line only, and its end includes the last character.
    ...(line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {}),
    title: code,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${escapeData(`${message}\n${fix}`)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
