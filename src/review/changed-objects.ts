import { FieldChange, ObjectChange } from '../compare';
import { ObjectName, objectName } from './object-name';
import { showValue } from './private/show-value';

/** A field that is no longer what it was. */
export interface ChangedField {
  readonly path: string;
  readonly change: 'changed' | 'added' | 'removed';

  /** Undefined where it is not there, and where it is not shown. */
  readonly before?: string;
  readonly after?: string;
}

/** An object that both sides have, with the fields that no other part of the review speaks of. */
export interface ChangedObject extends ObjectName {
  readonly fields: readonly ChangedField[];
}

/** The fields of objects that changed, but for variables and the data of ConfigMaps and Secrets. */
export function changedObjects(objects: readonly ObjectChange[]): ChangedObject[] {
  return objects.flatMap(({ after, fields }) => {
    const others = after ? fields.filter(({ path }) => !isValue(after.kind, path)) : [];
    if (!after || others.length === 0) return [];
    const isSecret = /Secret/.test(after.kind);
    return [{ ...objectName(after), fields: others.map(change => changedField(change, isSecret)) }];
  });
}

/** The values of variables and of config are told with those who read them. */
function isValue(kind: string, path: string): boolean {
  if (kind === 'ConfigMap' || kind === 'Secret') return /^(data|stringData|binaryData)\b/.test(path);
  return /\.env\[[^\]]*\]/.test(path);
}

function changedField({ path, before, after }: FieldChange, isSecret: boolean): ChangedField {
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const name = /[^.[\]]+\]?$/.exec(path)?.[0] ?? path;
  const [old, current] = [before, after].map(value => (value === undefined ? undefined : showValue(name, value)));
  const isHidden = isSecret || (before !== undefined && old === undefined) || (after !== undefined && current === undefined);
  return isHidden ? { path, change } : { path, change, before: old, after: current };
}
