import { FieldPath, ManifestObject } from '../../../manifest';
import { SchemaFault } from '../../schema/schema-fault';

/** A value that has to be a text, is written as one, and is read as something else. */
export interface ChangedText {
  readonly path: FieldPath;
  readonly written: string;
  readonly read: boolean | number;
}

/** What YAML made of a text such as `yes` or `010`; undefined for other faults, and for what is read as it is written, such as `true` and `8`. */
export function changedText(object: ManifestObject, fault: SchemaFault): ChangedText | undefined {
  if (fault.fault !== 'type' || fault.expected !== 'a text') return undefined;
  const { path } = fault;
  const read = object.get(...path);
  const written = object.written(path);
  if ((typeof read !== 'boolean' && typeof read !== 'number') || written === undefined || written === String(read)) return undefined;
  return { path, written, read };
}
