import { stringify } from 'yaml';
import { Comparison, Difference, ObjectName } from './compare';
import { ExpectedDifferences, Explanation, FieldEntry, ObjectEntry } from './expected-differences';
import { matchesGlob } from './glob';
import { coversField } from '../../../src/adopt/field-pattern';

/** What is wrong between a comparison and the list of expected differences, both ways; empty where they agree. */
export function checkDifferences(
  comparison: Comparison, expected: ExpectedDifferences, findings: readonly string[], realNames: readonly ObjectName[],
): string[] {
  return [
    ...unlistedFields(comparison.differences.filter(found => !expected.fields.some(entry => explainsField(entry, found))), comparison.compared),
    ...unlistedObjects('dropped', comparison.dropped.filter(object => !explainedObject(expected, 'dropped', object))),
    ...unlistedObjects('added', comparison.added.filter(object => !explainedObject(expected, 'added', object))),
    ...expected.fields.flatMap(entry => staleParts(entry, comparison.differences, entry.fields, (field, found) => coversField(field, found.path))),
    ...expected.objects.flatMap(entry => staleParts(entry, comparison[entry.object], [], () => true)),
    ...expected.renames.filter(({ kind, name }) => !realNames.some(real => real.kind === kind && real.name === name))
      .map(({ kind, name }) => `stale: no real ${kind} is named ${name}, which the list renames`),
    ...expected.renames.filter(({ kind, renamed }) => comparison.dropped.some(object => object.kind === kind && object.name === renamed))
      .map(({ kind, name, renamed }) => `stale: no rendered ${kind} is named ${renamed}, as which the list renames ${name}`),
    ...unknownFindings(expected, findings),
  ];
}

function appliesTo(entry: FieldEntry | ObjectEntry, { kind, name }: ObjectName): boolean {
  return entry.kinds.includes(kind) && (entry.names ?? ['*']).some(pattern => matchesGlob(pattern, name));
}

function explainsField(entry: FieldEntry, found: Difference): boolean {
  return appliesTo(entry, found) && entry.fields.some(field => coversField(field, found.path));
}

function explainedObject(expected: ExpectedDifferences, object: 'dropped' | 'added', name: ObjectName): boolean {
  return expected.objects.some(entry => entry.object === object && appliesTo(entry, name));
}

/** Every kind, name and field of an entry must be needed, or the list says more than is true. */
function staleParts<T extends ObjectName>(
  entry: FieldEntry | ObjectEntry, found: readonly T[], fields: readonly string[], covers: (field: string, found: T) => boolean,
): string[] {
  const used = found.filter(item => appliesTo(entry, item) && (fields.length === 0 || fields.some(field => covers(field, item))));
  const stale = [
    ...entry.kinds.filter(kind => !used.some(item => item.kind === kind)).map(kind => `kind ${kind}`),
    ...(entry.names ?? []).filter(name => !used.some(item => matchesGlob(name, item.name))).map(name => `name ${name}`),
    ...fields.filter(field => !used.some(item => covers(field, item))).map(field => `field ${field}`),
  ];
  return stale.map(part => `stale: ${part} matches nothing in the entry "${entry.reason.trim()}" (${describe(entry)})`);
}

function describe(entry: FieldEntry | ObjectEntry): string {
  return [entry.kinds.join(', '), entry.names?.join(', '), 'fields' in entry ? entry.fields.join(', ') : entry.object].filter(Boolean).join(' | ');
}

function unknownFindings(expected: ExpectedDifferences, findings: readonly string[]): string[] {
  const explanations: Explanation[] = [...expected.fields, ...expected.objects, ...expected.renames];
  const named = explanations.flatMap(({ cause }) => typeof cause === 'object' ? cause.findings : []);
  return [...new Set([...named, ...expected.kept.map(({ kept }) => kept)])]
    .filter(id => !findings.includes(id)).map(id => `unknown finding ${id}: no findings.json has it`);
}

/** One message a kind and path: the objects that share a difference share the entry to paste. */
function unlistedFields(differences: readonly Difference[], compared: readonly ObjectName[]): string[] {
  const groups = new Map<string, Difference[]>();
  for (const found of differences) {
    const key = `${found.kind} ${found.path}`;
    groups.set(key, [...groups.get(key) ?? [], found]);
  }
  return [...groups.values()].map((group) => {
    const [{ kind, path }] = group;
    const seen = group.slice(0, 3).map(found => `  # ${found.name}: ${text(found.real)} -> ${text(found.rendered)}`);
    const rest = group.length > 3 ? [`  # and ${group.length - 3} more`] : [];
    const isWholeKind = group.length > 1 && group.length === compared.filter(object => object.kind === kind).length;
    const name = isWholeKind ? {} : { name: group.length === 1 ? group[0].name : group.map(found => found.name) };
    return ['unlisted difference:', ...seen, ...rest, paste({ kind, ...name, field: path })].join('\n');
  });
}

function unlistedObjects(object: 'dropped' | 'added', names: readonly ObjectName[]): string[] {
  return names.map(({ kind, name, namespace }) =>
    [`unlisted: ${kind} ${namespace ? `${namespace}/` : ''}${name} is ${object}`, paste({ kind, name, object })].join('\n'));
}

/** `finding: TODO` may become `default: true` or `deliberate: true`. */
function paste(entry: object): string {
  return stringify([{ ...entry, finding: 'TODO', reason: 'TODO' }], { lineWidth: 0 }).trimEnd();
}

function text(value: unknown): string {
  if (value === undefined) return '(absent)';
  const json = JSON.stringify(value);
  return json.length > 160 ? `${json.slice(0, 157)}...` : json;
}
