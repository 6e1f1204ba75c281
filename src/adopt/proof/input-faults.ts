import { isDeepStrictEqual } from 'util';
import { FieldPath, fieldsOf, formatPath, identityOf, Json, listOf, ManifestObject, objectOf } from '../../manifest';

/** What keeps an object of the input from being adopted. */
export interface InputFault {
  readonly object: ManifestObject;

  /** The field that is to blame; empty for the object as a whole. */
  readonly path: FieldPath;

  /** What is wrong with it and what to do, as half a sentence. */
  readonly what: string;
}

/** The keys that cdk8s refuses or loses, in any object. */
const UNRENDERABLE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor']);

/** What no app can render: keys that cdk8s cannot, and two definitions of one object that say different things. */
export function inputFaults(objects: readonly ManifestObject[]): InputFault[] {
  return [...objects.flatMap(keyFaults), ...definitionFaults(objects)];
}

function keyFaults(object: ManifestObject): InputFault[] {
  return unrenderableKeys(object.value, []).map(path =>
    ({ object, path, what: `cdk8s cannot render the key ${path.at(-1)} of ${formatPath(path.slice(0, -1))}; give it another name` }));
}

function unrenderableKeys(value: Json | undefined, path: FieldPath): FieldPath[] {
  const ofFields = fieldsOf(objectOf(value) ?? {}).flatMap(([key, field]) =>
    UNRENDERABLE_KEYS.has(key) ? [[...path, key]] : unrenderableKeys(field, [...path, key]));
  return [...ofFields, ...listOf(value).flatMap((item, i) => unrenderableKeys(item, [...path, i]))];
}

function definitionFaults(objects: readonly ManifestObject[]): InputFault[] {
  const first = new Map<string, ManifestObject>();
  return objects.filter(({ name }) => name !== '').flatMap((object): InputFault[] => {
    const earlier = first.get(identityOf(object));
    if (!earlier) first.set(identityOf(object), object);
    if (!earlier || isDeepStrictEqual(earlier.value, object.value)) return [];
    const { file, line, column } = earlier.position();
    return [{ object, path: [], what: `it is defined in another way at ${file}:${line}:${column}; leave out one of the two, or adopt their folders one by one` }];
  });
}
