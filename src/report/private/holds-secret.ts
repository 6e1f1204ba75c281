import { Json, objectOf, readText } from '../../manifest';

/** Whether a text holds a Secret, so that any line of it could show one of its values. Where it cannot be read as YAML, the word is enough. */
export function holdsSecret(text: string): boolean {
  if (IN_TEXT.test(text)) return true;
  // Escape sequences may spell the word.
  if (!/Secret|\\/.test(text)) return false;
  const { documents, problems } = readText('', text);
  return (problems.length > 0 && /\bSecret(?:List)?\b/.test(text)) || documents.some(({ value }) => isOrHoldsSecret(value));
}

/** A Secret in the value of a key, such as a manifest within a ConfigMap. */
const IN_TEXT = /\bkind\\?["']?[ \t]*:[ \t]*\\?["']?Secret\b/i;

function isOrHoldsSecret(root: Json): boolean {
  const left: Json[] = [root];
  const seen = new Set<Json>();
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    // Aliases lead to one value many times.
    if (value === null || typeof value !== 'object' || seen.has(value)) continue;
    seen.add(value);
    const kind = objectOf(value)?.kind;
    if (kind === 'Secret' || kind === 'SecretList') return true;
    for (const inner of Object.values(value)) left.push(inner as Json);
  }
  return false;
}
