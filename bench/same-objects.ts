import { isDeepStrictEqual } from 'util';
import { parseAllDocuments } from 'yaml';

/** A rendered object. */
export interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
}

/** The objects of a text of YAML. */
export function objectsIn(text: string): Rendered[] {
  return parseAllDocuments(text).map(document => document.toJS()).filter(object => object !== null);
}

/** @throws if two programs do not render the same objects, in whatever order; names the first object that differs */
export function checkSameObjects(program: string, rendered: readonly Rendered[], other: string, expected: readonly Rendered[]): void {
  const [own, others] = [byName(rendered), byName(expected)];
  for (const name of new Set([...others.keys(), ...own.keys()])) {
    if (!isDeepStrictEqual(own.get(name), others.get(name))) throw new Error(`${program} renders ${name} otherwise than ${other}`);
  }
}

function byName(objects: readonly Rendered[]): ReadonlyMap<string, readonly Rendered[]> {
  const named = new Map<string, Rendered[]>();
  for (const object of objects) {
    const name = `${object.kind} ${object.metadata.namespace}/${object.metadata.name}`;
    named.set(name, [...named.get(name) ?? [], object]);
  }
  return named;
}
