import { plural } from './plural';
import { titlesOf } from './titles-of';
import { groupBy } from '../../manifest';
import { ChangedField, ChangedObject, FindingChange, NeedChange, NeedChangeKind, ObjectName, PodChange, PolicyChange, Review, ValueChange } from '../../review';

/** An entry of a section: a line, and lines below it. */
export interface ReviewEntry {
  readonly text: string;
  readonly details: readonly string[];
}

/** A part of a review, for people. */
export interface ReviewSection {
  readonly title: string;

  /** Whether something breaks, so that it has to be read. */
  readonly alarming: boolean;
  readonly entries: readonly ReviewEntry[];
}

/** What a review says, the worst first; a section without entries is left out. */
export function reviewSections(review: Review): ReviewSection[] {
  const { unread, needs, policies, values, pods, refusals, removed, added, changed, findings } = review;
  return [
    section('Could not be read, so that nothing is said of the objects that stand there', unread.map(({ side, file, line, message, fix }) =>
      ({ text: `${file}:${line} of the ${side}: ${message}`, details: [fix] })), true),
    section('Apply will fail', refusals.map(({ path, fix, ...object }) => ({ text: `${titled(object)}: ${path} cannot be changed`, details: [fix] })), true),
    section('Connections that break', needEntries(needs, 'lost'), true),
    section('New connections that do not come about', needEntries(needs, 'blocked'), true),
    section('Objects that vanish', removed.map(({ usedBy, ...object }) =>
      ({ text: titled(object), details: usedBy.length > 0 ? [`still used by ${titlesOf(usedBy)}`] : [] })), removed.some(({ usedBy }) => usedBy.length > 0)),
    section('Connections that come about', needEntries(needs, 'gained')),
    section('Connections that nobody asks for any more', needEntries(needs, 'dropped')),
    section('Connections that manifests do not decide', needEntries(needs, 'unknown')),
    section('What policies let through', policies.map(policyEntry)),
    section('Values', valueEntries(values)),
    section('Pods', podEntries(pods)),
    section('New objects', added.map(({ inCluster, ...object }) =>
      ({ text: titled(object), details: inCluster ? ['the cluster holds one already, which it replaces'] : [] }))),
    section('Other changes', changeEntries(changed)),
    section('Findings gained', findingEntries(findings, 'gained'), findings.some(({ change, severity }) => change === 'gained' && severity === 'error')),
    section('Findings fixed', findingEntries(findings, 'fixed')),
  ].filter(({ entries }) => entries.length > 0);
}

function section(title: string, entries: readonly ReviewEntry[], alarming = false): ReviewSection {
  return { title, alarming, entries };
}

function titled({ kind, namespace, name, file, line }: ObjectName): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name} (${file}:${line})`;
}

/** The workloads that ask for the same together. */
function needEntries(needs: readonly NeedChange[], wanted: NeedChangeKind): ReviewEntry[] {
  const groups = groupBy(needs.filter(({ kind }) => kind === wanted), ({ what, endpoint }) => `${what} ${endpoint}`);
  return [...groups].map(([target, group]) => {
    const [{ link, fix, file, line }] = group;
    const workloads = titlesOf([...new Set(group.map(({ workload }) => workload))]);
    const details = wanted === 'gained' || wanted === 'dropped' ? [`by ${namesOf(group)} (${file}:${line})`] : [`${link} (${file}:${line})`, ...fix ? [fix] : []];
    return { text: `${workloads} -> ${target}`, details };
  });
}

function namesOf(needs: readonly NeedChange[]): string {
  return [...new Set(needs.map(({ name }) => name))].join(', ');
}

function policyEntry({ kind, from, to, ports }: PolicyChange): ReviewEntry {
  return { text: `${kind}: ${titlesOf(from.map(spoken))} => ${titlesOf(to.map(spoken))} : ${ports}`, details: [] };
}

const WHOLE: Readonly<Record<string, string>> = {
  '0.0.0.0-255.255.255.255[External]': 'any IPv4 address',
  '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff[External]': 'any IPv6 address',
};

function spoken(end: string): string {
  return WHOLE[end] ?? end;
}

/** Keys that nobody reads before they are only listed. */
const MOST_UNREAD = 3;

/** The keys of an object together, many that nobody reads in one line; variables each by itself. */
function valueEntries(values: readonly ValueChange[]): ReviewEntry[] {
  const groups = groupBy(values, ({ where, name }) => (where === 'env' ? `${where} ${name}` : where));
  return [...groups.values()].map((group) => {
    const [{ where, name }] = group;
    if (where === 'env') return { text: `variable ${name}`, details: group.map(change => `${shownChange(change)}, of ${titlesOf(change.workloads)}`) };
    const unread = group.filter(({ workloads }) => workloads.length === 0).map(change => change.name);
    const isCounted = unread.length > MOST_UNREAD;
    const told = group.filter(({ workloads }) => !isCounted || workloads.length > 0);
    return {
      text: where,
      details: [
        ...told.map(change => `${change.name}: ${shownChange(change)}, read by ${titlesOf(change.workloads) || 'no workload that is known'}`),
        ...isCounted ? [`read by no workload that is known: ${titlesOf(unread)}`] : [],
      ],
    };
  });
}

function shownChange({ change, before, after }: ValueChange): string {
  return before === undefined && after === undefined ? change : `${quoted(before)} -> ${quoted(after)}`;
}

function quoted(value: string | undefined): string {
  if (value === undefined) return '(none)';
  return value === '' ? '(empty)' : value;
}

const PODS: Readonly<Record<PodChange['kind'], string>> = {
  'recreate': 'has to be made anew',
  'restart': 'needs a restart',
  'held': 'keeps its pods',
  'rolls': 'rolls',
  'next-run': 'takes it at the next run',
  'reloads': 'gets it while it runs',
};

function podEntries(pods: readonly PodChange[]): ReviewEntry[] {
  const groups = groupBy(pods, ({ kind, reasons }) => [kind, ...reasons].join('\n'));
  const ordered = [...groups.values()].sort(([{ kind: a }], [{ kind: b }]) => Object.keys(PODS).indexOf(a) - Object.keys(PODS).indexOf(b));
  return ordered.map((group) => {
    const [{ kind, reasons }] = group;
    const elsewhere = group.filter(pod => pod.elsewhere).map(({ workload }) => workload);
    return {
      text: `${PODS[kind]}: ${titlesOf(group.map(({ workload }) => workload))}`,
      details: [...shortened(reasons, 'reason'), ...elsewhere.length > 0 ? [`not in these files: ${titlesOf(elsewhere)}`] : []],
    };
  });
}

/** The objects in which the same changed together. */
function changeEntries(changed: readonly ChangedObject[]): ReviewEntry[] {
  const groups = groupBy(changed, ({ kind, fields }) => JSON.stringify([kind, fields]));
  return [...groups.values()].map(group => ({ text: titlesOf(group.map(titled)), details: fieldLines(group[0].fields) }));
}

function fieldLines(fields: readonly ChangedField[]): readonly string[] {
  return shortened(fields.map(fieldLine), 'field');
}

function fieldLine({ path, change, before, after }: ChangedField): string {
  // A member of a set has its value for a name.
  const isMember = path.endsWith(`[${before ?? after}]`);
  return isMember || (before === undefined && after === undefined) ? `${path} ${change}` : `${path}: ${quoted(before)} -> ${quoted(after)}`;
}

/** Lines below an entry before they are only counted. */
const LINES = 8;

function shortened(lines: readonly string[], noun: string): readonly string[] {
  return lines.length > LINES + 1 ? [...lines.slice(0, LINES), `and ${plural(lines.length - LINES, `more ${noun}`)}`] : lines;
}

/** The places of which the same is said together. */
function findingEntries(findings: readonly FindingChange[], kind: FindingChange['change']): ReviewEntry[] {
  const groups = groupBy(findings.filter(({ change }) => change === kind), ({ code, severity, message }) => `${severity} ${code} ${message}`);
  return [...groups].map(([text, group]) => ({ text: `${text} (${titlesOf(group.map(({ file, line }) => `${file}:${line}`))})`, details: [] }));
}
