import { fieldsOf, Json, listOf, ManifestObject, objectOf } from '../../../manifest';

const LABEL_FIELDS: ReadonlySet<string> = new Set(['labels', 'matchLabels', 'selector']);

const PLAIN_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'autoscaling', 'policy']);

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * The names in fields of objects that may make or read other objects by name: custom resources, Ingresses, roles, service accounts;
 * and in annotations of all objects. What selects by labels mentions nobody.
 */
export function mentionedNames(objects: readonly ManifestObject[]): Set<string> {
  const names = new Set<string>();
  for (const object of objects) {
    for (const [key, text] of Object.entries(object.annotations)) {
      if (key !== LAST_APPLIED) addNames(text, names);
    }
    if (!mayMention(object)) continue;
    for (const [field, value] of fieldsOf(object.value)) {
      if (field !== 'metadata' && field !== 'kind' && field !== 'apiVersion') addAll(value, names);
    }
  }
  return names;
}

/** Adds the words of a text that could be names of objects. */
export function addNames(text: string, names: Set<string>): void {
  for (const name of text.split(/[^A-Za-z0-9.-]+/)) names.add(name);
}

/** Whether an object is of a kind that names others in fields which the model does not know. */
export function mayMention({ kind, group }: ManifestObject): boolean {
  return kind === 'ServiceAccount' || (!PLAIN_GROUPS.has(group) && kind !== 'NetworkPolicy');
}

function addAll(value: Json, names: Set<string>): void {
  if (typeof value === 'string') addNames(value, names);
  for (const item of listOf(value)) addAll(item, names);
  for (const [field, item] of fieldsOf(objectOf(value) ?? {})) {
    if (!LABEL_FIELDS.has(field)) addAll(item, names);
  }
}
