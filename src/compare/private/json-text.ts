import { canonicalJson } from './canonical-json';
import { Json } from '../../manifest';

/** A text as it is, anything else as its JSON, so that what means the same reads the same; empty for nothing. */
export function jsonText(value: Json | undefined): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
