import { TextOptions } from './format-text';
import { ChecklistItem, Finding } from '../verify';
import { escapeMarkdown } from './private/escape-markdown';
import { visible } from './private/excerpt';
import { paint, Paint } from './private/paint';
import { plainFinding } from './private/plain-finding';
import { relativePath } from './private/relative-path';

/** The checklist of the rule book, decided, as the formats take it. */
export interface ChecklistReport {
  readonly items: readonly ChecklistItem[];

  /** The folder that absolute paths are made relative to, for formats that other programs read. */
  readonly base: string;
}

type Status = ChecklistItem['status'];

const SIGNS: Readonly<Record<Status, string>> = { passed: '✓', failed: '✗', undecidable: '?' };
const COLOURS: Readonly<Record<Status, keyof Paint>> = { passed: 'green', failed: 'red', undecidable: 'yellow' };

/** The checklist for people: an item a line, with what fails it below. */
export function formatChecklistText({ items }: ChecklistReport, { colours = 'plain' }: TextOptions = {}): string {
  const colour = paint(colours);
  const lines = items.flatMap(({ number, title, status, reason, findings }) => [
    `${colour[COLOURS[status]](SIGNS[status])} ${number}. ${title}`,
    ...(reason ? [`    ${visible(`${status === 'undecidable' ? 'not decidable: ' : ''}${reason}`)}`] : []),
    ...findings.map(finding => `    ${visible(`${at(finding)} ${finding.code} ${finding.message}`)}`),
  ]);
  return [...lines, countLine(items)].join('\n') + '\n';
}

/** The checklist as a table, for a comment on a pull request. */
export function formatChecklistMarkdown({ items, base }: ChecklistReport): string {
  const rows = items.map(({ number, title, status, reason, findings }) => {
    const details = [
      ...(reason ? [escapeMarkdown(reason)] : []),
      ...findings.map(finding => `${escapeMarkdown(`${relativePath(finding.position.file, base)}:${finding.position.line}`)} ${finding.code} ${escapeMarkdown(finding.message)}`),
    ];
    return `| ${number} | ${escapeMarkdown(title)} | ${SIGNS[status]} ${status} | ${details.join('<br>')} |`;
  });
  return ['| | Item | Status | Why |', '|---|---|---|---|', ...rows, '', countLine(items)].join('\n') + '\n';
}

/** The checklist for programs. */
export function formatChecklistJson({ items }: ChecklistReport): string {
  const plain = items.map(({ findings, ...item }) => ({ ...item, findings: findings.map(plainFinding) }));
  return JSON.stringify({ version: 1, items: plain }, null, 2) + '\n';
}

function at({ position: { file, line, column } }: Finding): string {
  return `${file}:${line}:${column}`;
}

function countLine(items: readonly ChecklistItem[]): string {
  const count = (status: Status): number => items.filter(item => item.status === status).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('undecidable')} not decidable`;
}
