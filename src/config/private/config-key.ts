import { IConstruct } from 'constructs';
import { isDataKey } from '../../address/private/data-key';
import { constructError } from '../../app/private/errors';

/**
 * The key, if Kubernetes takes it: at most 253 letters, digits, hyphens, underscores and dots, not beginning with two dots.
 * `__proto__` would vanish from the object that JavaScript renders.
 */
export function checkedKey(scope: IConstruct, key: string): string {
  if (!isDataKey(key) || key === '__proto__') {
    throw constructError(scope, `${JSON.stringify(key)} is no key of a ConfigMap`,
      'write 1 to 253 letters, digits, hyphens, underscores and dots, not beginning with two dots');
  }
  return key;
}
