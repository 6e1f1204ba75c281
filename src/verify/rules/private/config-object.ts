import { ManifestObject } from '../../../manifest';

/** A ConfigMap or a Secret. */
export type ConfigObject = ManifestObject & { readonly kind: 'ConfigMap' | 'Secret' };

/** Whether an object is a ConfigMap or a Secret. */
export function isConfigObject(object: ManifestObject): object is ConfigObject {
  return object.apiVersion === 'v1' && (object.kind === 'ConfigMap' || object.kind === 'Secret');
}
