import { isMap, isSeq, Node, Pair } from 'yaml';
import { Wanted } from './new-text';
import { Collection, isCollection, Page } from './page';
import { prefersQuotes, valuesOf } from './writing-style';

/** What was found before, by the map or list and the key. */
const known = new WeakMap<Collection, Map<string | undefined, Wanted | undefined>>();

/**
 * What an item of a list is to be like: like the others; a value of a map: like that of the same key in the items beside, else like the
 * others of the map.
 */
export function wantedAt(page: Page, collection: Collection, key?: string): Wanted {
  if (isSeq(collection)) return once(collection, undefined, () => collection.items as Node[])!;
  const list = page.slotOf(collection)?.parent;
  const inItems = isSeq(list) && key !== undefined ? once(list, key, () => valuesOf(key, list.items)) : undefined;
  return inItems ?? once(collection, undefined, () => (collection.items as Pair<unknown, Node>[]).map(({ value }) => value)) ?? {};
}

function once(collection: Collection, key: string | undefined, nodes: () => readonly (Node | null)[]): Wanted | undefined {
  const ofCollection = known.get(collection) ?? new Map<string | undefined, Wanted | undefined>();
  known.set(collection, ofCollection);
  if (!ofCollection.has(key)) ofCollection.set(key, like(nodes().filter(node => node !== null)));
  return ofCollection.get(key);
}

function like(nodes: readonly Node[]): Wanted | undefined {
  if (nodes.length === 0) return undefined;
  const collections = nodes.filter(isCollection).filter(({ items }) => items.length > 0);
  const maps = nodes.filter(isMap);
  const quoted = new Map<string | undefined, boolean>([[undefined, prefersQuotes(nodes)]]);
  return {
    flow: collections.length > 0 && collections.every(({ flow }) => flow),
    quoted: (key) => {
      if (!quoted.has(key)) quoted.set(key, prefersQuotes(valuesOf(key!, maps)));
      return quoted.get(key)!;
    },
  };
}
