import { isDeepStrictEqual } from 'util';
import { FieldPath, fieldsOf, formatPath, identityOf, Json, ManifestObject, objectOf } from '../../manifest';

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

/** What no app can render: keys that cdk8s cannot, numbers that JavaScript rounds, and two definitions of one object that say different things. */
export function inputFaults(objects: readonly ManifestObject[]): InputFault[] {
  return [...objects.flatMap(valueFaults), ...definitionFaults(objects)];
}

function valueFaults(object: ManifestObject): InputFault[] {
  return [...fieldsWithin(object.value, [])].flatMap(({ path, value }) => {
    const what = whyUnrenderable(object, path, value);
    return what === undefined ? [] : [{ object, path, what }];
  });
}

function whyUnrenderable(object: ManifestObject, path: FieldPath, value: Json): string | undefined {
  const key = path.at(-1)!;
  if (typeof key === 'string' && UNRENDERABLE_KEYS.has(key)) return `cdk8s cannot render the key ${key} of ${formatPath(path.slice(0, -1))}; give it another name`;
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return undefined;
  const written = object.written(path);
  // Powers of two and the like are as exact as they are written.
  return written && /^[-+]?\d+$/.test(written) && BigInt(written) !== BigInt(value as number)
    ? `${formatPath(path)} is ${written}, which JavaScript rounds to ${BigInt(value as number)}; write a text, if it may be one, or leave the object out`
    : undefined;
}

/** Each field and each item of a value, however deep. */
function* fieldsWithin(value: Json, path: FieldPath): Generator<{ readonly path: FieldPath; readonly value: Json }> {
  const members: readonly (readonly [string | number, Json])[] = Array.isArray(value) ? [...value.entries()] : fieldsOf(objectOf(value) ?? {});
  for (const [key, inner] of members) {
    yield { path: [...path, key], value: inner };
    yield* fieldsWithin(inner, [...path, key]);
  }
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
