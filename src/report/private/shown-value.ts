import { credentialIn, isCredentialName } from '../../address/private/credentials';
import { Json, ManifestObject } from '../../manifest';

const LONGEST = 80;

/** The value of a field as a line may show it; what is or could be a Secret's value or another credential is left out. */
export function shownValue({ kind }: ManifestObject, path: string, value: Json): string {
  const text = JSON.stringify(value);
  const names = path.match(/[\w.-]+/g) ?? [];
  if (kind === 'Secret' || names.some(isCredentialName) || credentialIn('', text) !== undefined) return '(not shown, it may hold a credential)';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
