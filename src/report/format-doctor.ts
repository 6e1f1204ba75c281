import { TextOptions } from './format-text';
import { CATEGORIES, CheckResult, describeTrouble, Diagnosis, Examination, hintFor, Issue, Status, targetOf, Unlisted } from '../doctor';
import { doctorSection } from './private/doc-links';
import { visible } from './private/excerpt';
import { paint, Paint } from './private/paint';
import { plural } from './private/plural';
import { shellWords } from './private/shell-words';

/** What doctor found, as the formats take it. */
export interface DoctorReport extends Diagnosis {
  readonly verdict: 'ok' | 'failed' | 'unchecked';

  /** Whether the commands are shown that each check ran. */
  readonly showCommands: boolean;
}

const SIGNS: Readonly<Record<Status, string>> = { ok: '√', warning: '‼', failed: '×', unchecked: '?', skipped: '-' };
const COLOURS: Readonly<Record<Status, keyof Paint>> = { ok: 'green', warning: 'yellow', failed: 'red', unchecked: 'yellow', skipped: 'cyan' };

/** The section of the guide about rights. */
const RIGHTS = 'what-it-needs';

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
  const unlisted = report.unlisted.map(one => describeUnlisted(one, colour).join('\n'));
  return [...blocks, ...(unlisted.length === 0 ? [] : [unlisted.join('\n')]), verdictLine(report, colour)].join('\n\n') + '\n';
}

function describe({ id, status, title, detail, hint, issue, commands }: CheckResult, showCommands: boolean, colour: Paint): string[] {
  const sign = colour[COLOURS[status]](SIGNS[status]);
  // What needs no reader's attention takes one line.
  const isQuiet = status === 'ok' || status === 'skipped';
  const below = [
    ...(detail && !isQuiet ? [detail] : []),
    ...(issue ? [issueLine(issue)] : []),
    ...(hint ? [`hint: ${hint}`] : []),
    ...(isQuiet ? [] : [`see ${doctorSection(id)}`]),
    ...(showCommands ? commands.map(words => `$ ${shellWords(words)}`) : []),
  ];
  return [`${sign} ${visible(detail && isQuiet ? `${title}: ${detail}` : title)}`, ...indented(below)];
}

/** Those who cannot be seen are no clients of the report, and have no checks. */
function describeUnlisted({ resource, trouble }: Unlisted, colour: Paint): string[] {
  const hint = hintFor(trouble);
  const below = [describeTrouble(trouble), ...(hint ? [`hint: ${hint}`] : []), `see ${doctorSection(RIGHTS)}`];
  return [`${colour[COLOURS.unchecked](SIGNS.unchecked)} ${visible(titleOfUnlisted(resource))}`, ...indented(below)];
}

function titleOfUnlisted(resource: string): string {
  return `${resource} were not examined`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => `    ${visible(line)}`);
}

function issueLine({ number, name, solution }: Issue): string {
  return `common issue ${number}, ${name}: ${solution}`;
}

function titleOf({ workload, host, port }: Examination['client']): string {
  return `${targetOf(workload)} of namespace ${workload.namespace} → ${host === undefined ? 'a server that is not known' : `${host}:${port}`}`;
}

function verdictLine({ examinations, unlisted, verdict }: DoctorReport, colour: Paint): string {
  const results = examinations.flatMap(examination => examination.results);
  const count = (status: Status): number => results.filter(result => result.status === status).length;
  const unchecked = count('unchecked') + unlisted.length;
  const issues = new Map(results.flatMap(({ issue }) => (issue ? [[issue.number, issue] as const] : [])));
  const named = [...issues.values()].sort((a, b) => a.number - b.number).map(({ number, name }) => `${number}, ${name}`);
  const parts = [
    `${count('ok')} passed`, `${count('failed')} failed`, plural(count('warning'), 'warning'),
    ...(unchecked > 0 ? [`${unchecked} could not be checked`] : []),
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
  const unlisted = report.unlisted.map(({ resource, trouble }) => visible(`${SIGNS.unchecked} ${titleOfUnlisted(resource)}: ${describeTrouble(trouble)}`));
  return [...lines, ...unlisted, verdictLine(report, paint('plain'))].join('\n') + '\n';
}

/** For programs. docs/doctor.md describes its shape. */
export function formatDoctorJson({ examinations, unlisted, verdict }: DoctorReport): string {
  return JSON.stringify({
    version: 1,
    verdict,
    workloads: examinations.map(({ client: { workload, host, port, destination }, results }) => ({
      kind: workload.kind,
      namespace: workload.namespace,
      name: workload.name,
      server: host === undefined ? undefined : { host, port, ...(destination.type === 'service' ? { service: destination.service } : {}) },
      checks: results.map(result => ({ ...result, link: doctorSection(result.id) })),
    })),
    unlisted: unlisted.map(({ resource, trouble }) => ({ resource, detail: describeTrouble(trouble), hint: hintFor(trouble) })),
  }, null, 2) + '\n';
}
