import { isDnsName } from './dns-name';
import { shown } from './shown';

const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** A copy of the labels, if Kubernetes takes them. */
export function checkedLabels(labels: { readonly [key: string]: string }): { readonly [key: string]: string } {
  for (const [key, value] of Object.entries(labels)) {
    if (!isLabelKey(key)) {
      throw new Error(`label key ${shown(key)} is invalid; write at most 63 letters, digits, '-', '_' and '.', with a DNS name and '/' in front if any`);
    }
    if (typeof value !== 'string' || (value !== '' && !NAME.test(value))) {
      throw new Error(`label ${key} has the invalid value ${shown(value)}; write at most 63 letters, digits, '-', '_' and '.'`);
    }
  }
  return { ...labels };
}

function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/');
  return NAME.test(key.slice(slash + 1)) && (slash < 0 || isDnsName(key.slice(0, slash)));
}
