import { credentialIn, isCredentialName } from '../../address/private/credentials';
import { Json } from '../../manifest';

const LONGEST = 100;

/** A value as a review may show it; undefined for what may hold a credential, and for what is too long to be read beside others. */
export function showValue(name: string, value: Json): string | undefined {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length > LONGEST || /[\n\r]/.test(text) || (typeof value === 'object' && value !== null)) return undefined;
  return isCredentialName(name) || credentialIn(name, text) !== undefined ? undefined : text;
}
