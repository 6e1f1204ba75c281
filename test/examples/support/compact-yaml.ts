import { Document, isCollection, visit } from 'yaml';

/** Collections up to this many characters of JSON stand on one line. */
const LINE = 140;

/** What occurs twice is written once from this many characters of JSON on. */
const SHARED = 240;

/** Objects as YAML that a person can review: short collections on one line, repeated ones by anchor and alias. */
export function compactYaml(objects: readonly unknown[]): string {
  const document = new Document(shareRepeated(objects), { anchorPrefix: 'shared' });
  visit(document, {
    Collection: (_, node) => {
      if (isCollection(node) && JSON.stringify(node).length <= LINE) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** The same value with equal large parts made one, which the YAML library then refers to by alias. */
function shareRepeated(root: unknown): unknown {
  const known = new Map<string, unknown>();
  const share = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    const text = JSON.stringify(value);
    const same = text.length >= SHARED ? known.get(text) : undefined;
    if (same !== undefined) return same;
    const copy = Array.isArray(value) ? value.map(share) : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, share(part)]));
    known.set(text, copy);
    return copy;
  };
  return share(root);
}
