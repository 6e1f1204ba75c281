import { removeAt } from './patches';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { writtenNamespace } from './systems';
import { fieldExpression, withComments } from './with-comments';
import { FieldPath, fieldsOf, ManifestObject } from '../../manifest';
import { call, Expression, imported, instance, literal, name, ObjectEntry, Statement } from '../code';

/** An object as it is: `new ApiObject(this, 'ingress', { apiVersion, kind, metadata, spec })`. */
export function plainObject(object: ManifestObject, draft: SystemDraft): Statement {
  const kind = object.kind.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  const id = draft.ids.take(...draft.context.isOnlyOfKind(object) ? [kind] : [], ...object.name === '' ? [kind] : [object.name, `${object.name}-${kind}`]);
  const entries = fieldsOf(object.value).flatMap(([key, value]): ObjectEntry[] => {
    if (value === undefined) return [];
    const expression = fieldExpression(object, [key]);
    return [withComments(object, [key], { key, value: key === 'metadata' ? withoutNamespace(object, draft, expression) : expression })];
  });
  const why = draft.context.whyRaw(object);
  const made = instance(imported('cdk8s', 'ApiObject'), name('this'), literal(id), { kind: 'object', entries });
  const added = addedFields(object, draft).map(removeAt);
  return {
    kind: 'expression',
    value: added.length > 0 ? call(made, 'addJsonPatch', ...added) : made,
    comments: [...why === undefined ? [] : [why], ...commentsOf(object, [])],
  };
}

/** What an object gets by itself though the input does not have it: the namespace of its chart, and a name. */
function addedFields(object: ManifestObject, { context }: SystemDraft): FieldPath[] {
  return [
    ...object.name === '' ? [['metadata', 'name']] : [],
    ...context.system.namespace !== undefined && writtenNamespace(object) === undefined ? [['metadata', 'namespace']] : [],
  ];
}

function withoutNamespace(object: ManifestObject, { context }: SystemDraft, metadata: Expression): Expression {
  if (metadata.kind !== 'object' || writtenNamespace(object) !== context.system.namespace) return metadata;
  return { kind: 'object', entries: metadata.entries.filter(entry => entry.key !== 'namespace') };
}
