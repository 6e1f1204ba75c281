import { readFileSync } from 'fs';
import { parse } from 'yaml';
import { isTooBroad } from './field-path';

/** Why something differs: fixes of findings, a default of the library, or a choice that the reason explains. */
export type Cause = { readonly findings: readonly string[] } | 'default' | 'deliberate';

/** What every entry of the list has. */
export interface Explanation {
  readonly cause: Cause;
  readonly reason: string;
}

/** Fields that differ, in all objects of the kinds or in those whose name matches one of the patterns. */
export interface FieldEntry extends Explanation {
  readonly kinds: readonly string[];
  readonly names?: readonly string[];
  readonly fields: readonly string[];
}

/** Objects that only one side has. */
export interface ObjectEntry extends Explanation {
  readonly kinds: readonly string[];
  readonly names?: readonly string[];
  readonly object: 'dropped' | 'added';
}

/** A real object that is rendered under another name; its fields are compared all the same. */
export interface RenameEntry extends Explanation {
  readonly kind: string;
  readonly name: string;
  readonly renamed: string;
}

/** A finding whose fault stays, because a fix would change what people may rely on. */
export interface KeptEntry {
  readonly kept: string;
  readonly reason: string;
}

/** The list of what differs between the real manifests and the rendered ones. */
export interface ExpectedDifferences {
  readonly fields: readonly FieldEntry[];
  readonly objects: readonly ObjectEntry[];
  readonly renames: readonly RenameEntry[];
  readonly kept: readonly KeptEntry[];
}

/** The list in a file. */
export function loadExpectedDifferences(path: string): ExpectedDifferences {
  return parseExpectedDifferences(readFileSync(path, 'utf8'));
}

/**
 * The list in a YAML text: a sequence of entries, each with a `reason` and one of
 * `kind` + `field`, `kind` + `object: dropped | added`, `kind` + `name` + `renamed: <new name>`, or `kept: <finding>`.
 *
 * @throws with all entries that are not of this form.
 */
export function parseExpectedDifferences(text: string): ExpectedDifferences {
  const entries: any[] = parse(text) ?? [];
  const errors = [...entries.flatMap(formErrors), ...doubleDefaults(entries)];
  if (errors.length > 0) throw new Error(`the list of differences:\n${errors.join('\n')}`);
  const differing = entries.filter(entry => entry.kept === undefined).map(entry => ({ entry, cause: causeOf(entry), reason: entry.reason }));
  return {
    fields: differing.filter(({ entry }) => entry.field !== undefined)
      .map(({ entry, ...why }) => ({ ...scope(entry), fields: listed(entry.field), ...why })),
    objects: differing.filter(({ entry }) => entry.object !== undefined)
      .map(({ entry, ...why }) => ({ ...scope(entry), object: entry.object, ...why })),
    renames: differing.filter(({ entry }) => entry.renamed !== undefined)
      .map(({ entry: { kind, name, renamed }, ...why }) => ({ kind, name, renamed, ...why })),
    kept: entries.filter(entry => entry.kept !== undefined).map(({ kept, reason }) => ({ kept, reason })),
  };
}

const KEYS = new Set(['kind', 'name', 'field', 'object', 'renamed', 'kept', 'finding', 'default', 'deliberate', 'reason']);

function formErrors(entry: any): string[] {
  const label = JSON.stringify(entry);
  const has = (key: string) => entry?.[key] !== undefined;
  const errors: string[] = [];
  const require = (holds: boolean, message: string) => { if (!holds) errors.push(`${label}: ${message}`); };

  require(Object.keys(entry ?? {}).every(key => KEYS.has(key)), `knows only the keys ${[...KEYS].join(', ')}`);
  require(typeof entry?.reason === 'string' && entry.reason.trim().length > 0, 'needs a reason');
  require(['field', 'object', 'renamed', 'kept'].filter(has).length === 1, 'needs exactly one of field, object, renamed, kept');
  if (has('kept')) {
    require(!['kind', 'name', 'finding', 'default', 'deliberate'].some(has), 'kept stands alone with its reason');
    return errors;
  }
  require(has('kind'), 'needs a kind');
  require(['finding', 'default', 'deliberate'].filter(has).length === 1, 'needs exactly one of finding, default: true, deliberate: true');
  for (const flag of ['default', 'deliberate'].filter(has)) require(entry[flag] === true, `${flag} is true or absent`);
  require(!(has('default') && has('name')), 'a default of the library holds for the kind: no name');
  require(!has('object') || ['dropped', 'added'].includes(entry.object), 'object is dropped or added');
  require(!has('object') || has('default') || has('name'), 'names the objects that are dropped or added');
  require(!has('renamed') || [entry.kind, entry.name, entry.renamed].every(value => typeof value === 'string'), 'renames one object');
  require(!has('field') || !listed(entry.field).some(isTooBroad), 'the field says too little');
  return errors;
}

/** One entry a kind and field is what shows a reader how much the library changes by itself. */
function doubleDefaults(entries: any[]): string[] {
  const seen = new Set<string>();
  return entries.filter(entry => entry?.default === true && entry.field !== undefined)
    .flatMap(entry => listed(entry.kind).flatMap(kind => listed(entry.field).map(field => `${kind} ${field}`)))
    .filter(key => seen.has(key) || !seen.add(key))
    .map(key => `two entries with default: true for ${key}`);
}

function causeOf(entry: any): Cause {
  if (entry.finding !== undefined) return { findings: listed(entry.finding) };
  return entry.default ? 'default' : 'deliberate';
}

function scope(entry: any): { kinds: string[]; names?: string[] } {
  return { kinds: listed(entry.kind), names: entry.name === undefined ? undefined : listed(entry.name) };
}

function listed(value: string | string[]): string[] {
  return Array.isArray(value) ? value : [value];
}
