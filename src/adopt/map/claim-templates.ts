import { MapContext } from './map-context';
import { addAt } from './patches';
import { STATUS } from './prop-values';
import { TakenFields } from './taken-fields';
import { fieldExpression } from './with-comments';
import { FieldPath, formatPath } from '../../manifest';
import { Expression } from '../code';
import { namedPath } from '../named-path';

/** What a claim template has without meaning, and what becomes of it. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['apiVersion', 'Kubernetes writes the type of a claim template by itself'],
  ['kind', 'Kubernetes writes the type of a claim template by itself'],
  ['status', STATUS],
]);

/** The patch for the claims of a StatefulSet, which no prop takes. */
export function claimTemplates(fields: TakenFields, context: MapContext): Expression[] {
  const path: FieldPath = ['spec', 'volumeClaimTemplates'];
  const claims = fieldExpression(fields.object, path);
  if (claims.kind !== 'array') return [];
  fields.take(...path);
  const items = claims.items.map(({ value, comments }, i) => {
    if (value.kind !== 'object') return { value, comments };
    for (const [field, why] of LEFT_OUT) context.because(fields.object, namedPath(fields.object, formatPath([...path, i, field])), { why });
    return { value: { ...value, entries: value.entries.filter(entry => !LEFT_OUT.has(entry.key)) }, comments };
  });
  return [addAt(path, { kind: 'array', items })];
}
