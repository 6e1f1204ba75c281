import { ManifestObject } from '../manifest';

/** An object, and where it stands. */
export interface ObjectName {
  readonly kind: string;

  /** Empty for none. */
  readonly namespace: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** The name of an object, with its place. */
export function objectName(object: ManifestObject): ObjectName {
  const { file, line } = object.position(['kind']);
  return { kind: object.kind, namespace: object.namespace, name: object.name, file, line };
}
