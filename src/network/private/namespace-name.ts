import { isDnsLabel } from '../../address/private/dns-name';
import { shown } from '../../address/private/shown';

/** The name, if Kubernetes takes it for a namespace. */
export function checkedNamespace(name: string): string {
  if (!isDnsLabel(name)) throw new Error(`${shown(name)} is no name of a namespace; write at most 63 of a-z, 0-9 and inner '-'`);
  return name;
}
