import { isDeepStrictEqual } from 'util';
import { Json, JsonObject, objectOf, Workload } from '../../manifest';
import { fieldChanges } from '../field-changes';
import { FieldChange } from '../object-change';
import { quantityInNano } from '../quantity';
import { withoutDefaults } from './without-defaults';

/** Why the pods of a workload are no longer those that its template makes; empty where they are. Values are not shown. */
export function templateReasons(before: Workload, after: Workload): readonly string[] {
  const [old, changed] = [before, after].map(templateOf);
  if (isDeepStrictEqual(asStored(old), asStored(changed))) return [];
  const reasons = fieldChanges(old, changed).map(change => reason(change));
  return reasons.length > 0 ? [...new Set(reasons)] : ['lists of its template stand in another order'];
}

function templateOf({ object, templatePath }: Workload): JsonObject {
  const { metadata, spec } = object.object(...templatePath)!;
  const labels = objectOf(metadata);
  return withoutDefaults(templatePath.length > 0 ? { metadata: { labels: labels?.labels, annotations: labels?.annotations }, spec } : { spec });
}

/** What is stored for a template: nothing where it says null or nothing, and quantities in one form. */
function asStored(value: Json | undefined, parent = ''): Json | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map((item: Json) => asStored(item, parent) ?? null) : undefined;
  const object = objectOf(value);
  if (!object) return parent === 'requests' || parent === 'limits' ? quantityInNano(value)?.toString() ?? value : value;
  const stored = Object.entries(object).flatMap(([key, part]) => {
    const kept = asStored(part, parent === 'requests' || parent === 'limits' ? parent : key);
    return kept === undefined || kept === '' ? [] : [[key, kept] as const];
  });
  return stored.length > 0 || parent === 'emptyDir' ? Object.fromEntries(stored.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
}

const IN_CONTAINER = /^spec\.(containers|initContainers|ephemeralContainers)\[([^\]]*)\]\.?(.*)$/;

function reason({ path, before, after }: FieldChange): string {
  const verb = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const [, list, name, field] = IN_CONTAINER.exec(path) ?? [];
  if (list === undefined) return `${path.replace(/^spec\./, '')} ${verb}`;
  const container = `${list === 'initContainers' ? 'init container' : 'container'} ${name}`;
  return field === '' ? `${container} ${verb}` : `${shortened(field)} of ${container} ${isPart(field) ? 'changed' : verb}`;
}

/** A variable is changed where its value or source is. */
function shortened(field: string): string {
  return field.replace(/^(env\[[^\]]*\])\..*$/, '$1');
}

function isPart(field: string): boolean {
  return shortened(field) !== field;
}
