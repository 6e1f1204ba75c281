import { classesOf, Difference, ExplainedDifference, fileName, InputFault, KeptObject, PolicyChange, Proof, Restriction, restrictionsOf } from '../adopt';
import { TextOptions } from './format-text';
import { FieldPath, groupBy, Json, ManifestObject, textOf } from '../manifest';
import { titleOf } from '../reachability';
import { Finding } from '../verify';
import { visible } from './private/excerpt';
import { paint, Paint } from './private/paint';
import { plural } from './private/plural';
import { restrictionLines } from './private/restriction-lines';
import { shownValue } from './private/shown-value';

/** A generated app, as its report takes it. */
export interface AdoptionReport {
  /** The folder that it was written to, as the user named it. */
  readonly folder: string;

  /** The names of its files. */
  readonly files: readonly string[];
  readonly proof: Proof;
}

/** What was written, and how what it renders differs from the input, for people. */
export function formatAdoption({ folder, files, proof }: AdoptionReport, { colours = 'plain' }: TextOptions = {}): string {
  const colour = paint(colours);
  const parts = [
    [`${colour.bold(`${plural(files.length, 'file')} written to ${visible(folder)}:`)} ${files.join(', ')}`, ...classLines(proof)],
    section(colour.bold('Kept as they are, in an ApiObject:'), proof.app.kept.map(keptLine)),
    section(colour.bold('To decide:'), decisionLines(proof)),
    section(colour.bold('Policies that close what is open today:'), isolationLines(proof.policyChanges)),
    section(colour.bold('Policies with other rules:'), ruleLines(proof.policyChanges)),
    section(colour.bold('May stop what runs today:'), addedLines(restrictionsOf(proof.explained))),
    section(colour.bold('Defaults of the library:'), countedReasons(proof.explained, 'default')),
    section(colour.bold('Written in another way:'), countedReasons(proof.explained, 'deliberate')),
    section(colour.bold('Fixes:'), fixLines(proof.explained)),
    section(colour.bold(colour.red('Not explained:')), [
      ...proof.unexplained.map(difference => differenceLine(difference, colour)),
      ...proof.newFindings.map(finding => findingLine(finding, colour)),
    ]),
    [countLine(proof)],
  ];
  return parts.filter(lines => lines.length > 0).map(lines => lines.join('\n')).join('\n\n') + '\n';
}

/** What keeps an object from being adopted, in a line. */
export function formatInputFault({ object, path, what }: InputFault): string {
  return visible(`${at(object, path)} error ${title(object)}: ${what}`);
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [heading, ...lines.map(line => `  ${line}`)] : [];
}

/** How many of each class the charts make. */
function classLines({ app }: Proof): string[] {
  return app.charts.map((chart) => {
    const classes = groupBy(classesOf(chart), name => name);
    const counts = [...classes].sort(([, x], [, y]) => y.length - x.length).map(([name, { length }]) => length > 1 ? `${length} ${name}` : name);
    return `  ${fileName(chart)}.ts: ${counts.join(', ')}`;
  });
}

function keptLine({ object, why }: KeptObject): string {
  return visible(`${at(object)} ${title(object)}: ${why}`);
}

/** Each thing that people have to decide, once for all objects that it is about. */
function decisionLines({ app }: Proof): string[] {
  return [...groupBy(app.decisions, ({ what }) => what)].map(([what, [{ object }, ...others]]) =>
    visible(`${at(object)} ${counted([object, ...others.map(other => other.object)])}: ${what}`));
}

function isolationLines(changes: readonly PolicyChange[]): string[] {
  return changes.filter(({ isolated }) => isolated.length > 0).flatMap(({ policy, isolated, opens }) => [
    visible(`${title(policy)}: ${counted(isolated)} may reach everything today, and then only`),
    ...opens.map(line => visible(`  ${line}`)),
  ]);
}

/** What policies say and do not say any more, as a diff has it. */
function ruleLines(changes: readonly PolicyChange[]): string[] {
  return changes.filter(({ isolated }) => isolated.length === 0).flatMap(({ policy, opens, closes }) => [
    `${title(policy)}:`,
    ...closes.map(line => `  - ${line}`),
    ...opens.map(line => `  + ${line}`),
  ].map(visible));
}

/** What is added to workloads, once for all that get the same. */
function addedLines(restrictions: readonly Restriction[]): string[] {
  return [...groupBy(restrictions, ({ added }) => JSON.stringify(added)).values()].flatMap(group =>
    restrictionLines(counted(group.map(({ object }) => object)), group[0].added).map(visible));
}

function countedReasons(explained: readonly ExplainedDifference[], kind: 'default' | 'deliberate'): string[] {
  const groups = groupBy(explained.filter(({ explanation }) => explanation.kind === kind), ({ explanation }) => explanation.reason);
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, group]) => `${`${group.length}`.padStart(4)} × ${visible(`${reason}${addedNames(group)}`)}`);
}

/** How many of the objects that are new are named. */
const NAMED = 3;

/** The objects that are new, which people want to see. */
function addedNames(group: readonly ExplainedDifference[]): string {
  const added = group.flatMap(({ before, after }) => before || !after ? [] : [after]);
  return added.length === 0 ? '' : `: ${added.length > NAMED ? counted(added) : added.map(title).join(', ')}`;
}

function fixLines(explained: readonly ExplainedDifference[]): string[] {
  const fixes = explained.flatMap(({ before, after, explanation }) =>
    explanation.kind === 'fix' ? [{ ...explanation, place: before ? `${at(before)} ${title(before)}` : `added ${title(after!)}` }] : []);
  const groups = groupBy(fixes, ({ place, code, reason }) => visible(`${place}: ${code} ${reason}`));
  return [...groups].map(([line, { length }]) => length > 1 ? `${line} (${plural(length, 'difference')})` : line);
}

function differenceLine({ before, after, field }: Difference, colour: Paint): string {
  const what = before ?? after!;
  const value = (one: Json | undefined): string => valueText(what, field?.path ?? '', one);
  const text = field === undefined
    ? before ? 'is not rendered' : 'is rendered and not in the input'
    : `${field.path} is ${value(field.before)} in the input and ${value(field.after)} in what is rendered`;
  return `${colour.red('error')} ${visible(`${before ? `${at(before)} ` : ''}${title(what)}${field ? ':' : ''} ${text}`)}`;
}

function valueText(object: ManifestObject, path: string, value: Json | undefined): string {
  return value === undefined ? 'absent' : shownValue(object, path, value);
}

function findingLine({ object, path, code, message }: Finding, colour: Paint): string {
  const place = object ? `${object.kind} ${object.namespace ? `${object.namespace}/` : ''}${object.name} ${path}`.trim() : 'what is rendered';
  return `${colour.red('error')} ${visible(`${place}: ${code} ${message}, which the input does not have`)}`;
}

function countLine({ explained, unexplained, newFindings }: Proof): string {
  const count = (kind: string): number => explained.filter(({ explanation }) => explanation.kind === kind).length;
  const total = explained.length + unexplained.length;
  const parts = [
    `${count('default')} by defaults of the library`,
    `${count('fix')} by fixes`,
    `${count('deliberate')} written in another way`,
    `${unexplained.length} not explained`,
    ...newFindings.length > 0 ? [plural(newFindings.length, 'new finding')] : [],
  ];
  return `${plural(total, 'difference')} to the input: ${parts.join(', ')}`;
}

/** The first of some objects, and how many there are beside it. */
function counted([first, ...others]: readonly ManifestObject[]): string {
  return `${title(first)}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}

/** An object by its name, or by how its name begins. */
function title(object: ManifestObject): string {
  const beginning = textOf(object.get('metadata', 'generateName'));
  return titleOf(object.name === '' && beginning ? { kind: object.kind, namespace: object.namespace, name: `${beginning}*` } : object).trimEnd();
}

function at(object: ManifestObject, path: FieldPath = []): string {
  const { file, line, column } = object.position(path, { part: path.length > 0 ? 'key' : 'value' });
  return `${file}:${line}:${column}`;
}
