import { TextOptions } from './format-text';
import { CATEGORIES, CheckResult, Examination, Issue, Status, targetOf } from '../doctor';
import { visible } from './private/excerpt';
import { paint, Paint } from './private/paint';
import { plural } from './private/plural';
import { shellWords } from './private/shell-words';

/** What doctor found, as the formats take it. */
export interface DoctorReport {
  readonly examinations: readonly Examination[];
  readonly verdict: 'ok' | 'failed' | 'unchecked';

  /** Whether the commands are shown that each check ran. */
  readonly showCommands: boolean;
}

const SIGNS: Readonly<Record<Status, string>> = { ok: '√', warning: '‼', failed: '×', unchecked: '?', skipped: '-' };
const COLOURS: Readonly<Record<Status, keyof Paint>> = { ok: 'green', warning: 'yellow', failed: 'red', unchecked: 'yellow', skipped: 'cyan' };

/** For people: each client with its checks by category, and the verdict as last line. */
export function formatDoctorText(report: DoctorReport, { colours = 'plain' }: TextOptions = {}): string {
  const colour = paint(colours);
  const blocks = report.examinations.map(({ client, results }) => [
    colour.bold(visible(titleOf(client))),
    ...CATEGORIES.flatMap((category) => {
      const own = results.filter(result => result.category === category);
      return own.length === 0 ? [] : ['', category, '-'.repeat(category.length), ...own.flatMap(result => describe(result, report.showCommands, colour))];
    }),
  ].join('\n'));
  return [...blocks, verdictLine(report, colour)].join('\n\n') + '\n';
}

function describe({ id, status, title, detail, hint, issue, commands }: CheckResult, showCommands: boolean, colour: Paint): string[] {
  const sign = colour[COLOURS[status]](SIGNS[status]);
  // What needs no reader's attention takes one line.
  const isQuiet = status === 'ok' || status === 'skipped';
  const below = [
    ...(detail && !isQuiet ? [detail] : []),
    ...(issue ? [issueLine(issue)] : []),
    ...(hint ? [`hint: ${hint}`] : []),
    ...(isQuiet ? [] : [`see docs/doctor.md#${id}`]),
    ...(showCommands ? commands.map(words => `$ ${shellWords(words)}`) : []),
  ];
  return [`${sign} ${visible(detail && isQuiet ? `${title}: ${detail}` : title)}`, ...below.map(line => `    ${visible(line)}`)];
}

function issueLine({ number, name, solution }: Issue): string {
  return `common issue ${number}, ${name}: ${solution}`;
}

function titleOf({ workload, host, port }: Examination['client']): string {
  return `${targetOf(workload)} of namespace ${workload.namespace} → ${host === undefined ? 'a server that is not known' : `${host}:${port}`}`;
}

function verdictLine({ examinations, verdict }: DoctorReport, colour: Paint): string {
  const results = examinations.flatMap(examination => examination.results);
  const count = (status: Status): number => results.filter(result => result.status === status).length;
  const issues = new Map(results.flatMap(({ issue }) => (issue ? [[issue.number, issue] as const] : [])));
  const named = [...issues.values()].sort((a, b) => a.number - b.number).map(({ number, name }) => `${number}, ${name}`);
  const parts = [
    `${count('ok')} passed`, `${count('failed')} failed`, plural(count('warning'), 'warning'),
    ...(count('unchecked') > 0 ? [`${count('unchecked')} could not be checked`] : []),
    ...(count('skipped') > 0 ? [`${count('skipped')} skipped`] : []),
  ];
  const sign = { ok: '√', failed: '×', unchecked: '?' }[verdict];
  const line = `${sign} ${parts.join(', ')}${named.length === 0 ? '' : `; ${named.length === 1 ? 'common issue' : 'common issues'} ${named.join(', and ')}`}`;
  return colour[{ ok: 'green', failed: 'red', unchecked: 'yellow' }[verdict] as keyof Paint](line);
}

/** What did not pass, a line each. */
export function formatDoctorShort(report: DoctorReport): string {
  const lines = report.examinations.flatMap(({ client, results }) => results
    .filter(({ status }) => status !== 'ok' && status !== 'skipped')
    .map(({ id, status, title, detail, issue }) =>
      visible(`${client.workload.namespace}/${targetOf(client.workload)} ${SIGNS[status]} ${id}: ${detail ?? title}${issue ? ` (${issueLine(issue)})` : ''}`)));
  return [...lines, verdictLine(report, paint('plain'))].join('\n') + '\n';
}

/** For programs. docs/doctor.md describes its shape. */
export function formatDoctorJson({ examinations, verdict }: DoctorReport): string {
  return JSON.stringify({
    version: 1,
    verdict,
    workloads: examinations.map(({ client: { workload, host, port, destination }, results }) => ({
      kind: workload.kind,
      namespace: workload.namespace,
      name: workload.name,
      server: host === undefined ? undefined : { host, port, ...(destination.type === 'service' ? { service: destination.service } : {}) },
      checks: results,
    })),
  }, null, 2) + '\n';
}
