import { holdsSecret } from './holds-secret';
import { credentialIn, isCredentialName } from '../../address/private/credentials';
import { FieldPath, fieldsOf, Json, JsonObject, objectOf, readText, textOf } from '../../manifest';

/** The lines of a file, counted from 1, that may show a Secret's value or another credential. */
export function credentialLines(file: string, text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  const hide = (from: number, to: number): void => { for (let line = from; line <= to; line++) lines.add(line); };
  text.split('\n').forEach((line, i) => { if (credentialIn('', line)) hide(i + 1, i + 1); });
  for (const { from, to } of partsWithSecret(text)) hide(from, to);
  for (const document of readText(file, text).documents) {
    for (const path of credentials(document.value)) {
      const { line, endLine } = document.position(path);
      hide(line, endLine);
    }
  }
  return lines;
}

/** The documents of a stream that are or hold Secrets, with the comments before them. */
function partsWithSecret(text: string): { readonly from: number; readonly to: number }[] {
  if (!holdsSecret(text)) return [];
  let from = 1;
  return text.split(/^(?=---)/m).flatMap((part) => {
    const begin = from;
    from += part.split('\n').length - 1;
    return holdsSecret(part) ? [{ from: begin, to: part.endsWith('\n') ? from - 1 : from }] : [];
  });
}

/** The texts whose key or variable is named like a credential. */
function credentials(root: Json): FieldPath[] {
  const found: FieldPath[] = [];
  const seen = new Set<Json>();
  const walk = (value: Json, path: FieldPath, name: string): void => {
    if (typeof value === 'string') {
      if (value !== '' && isCredentialName(name)) found.push(path);
    } else if (value !== null && typeof value === 'object' && !seen.has(value)) {
      seen.add(value);
      const variable = textOf(objectOf(value)?.name);
      if (Array.isArray(value)) value.forEach((item: Json, i) => walk(item, [...path, i], name));
      else fieldsOf(value as JsonObject).forEach(([key, inner]) => walk(inner, [...path, key], key === 'value' && variable !== undefined ? variable : key));
    }
  };
  walk(root, [], '');
  return found;
}
