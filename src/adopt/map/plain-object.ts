import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { writtenNamespace } from './systems';
import { fieldExpression } from './with-comments';
import { fieldsOf, ManifestObject } from '../../manifest';
import { call, Expression, imported, instance, literal, name, ObjectEntry, Statement } from '../code';

/** An object as it is: `new ApiObject(this, 'ingress', { apiVersion, kind, metadata, spec })`. */
export function plainObject(object: ManifestObject, draft: SystemDraft): Statement {
  const kind = object.kind.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  const id = draft.ids.take(...draft.context.isOnlyOfKind(object) ? [kind] : [], ...object.name === '' ? [kind] : [object.name, `${object.name}-${kind}`]);
  const entries = fieldsOf(object.value).flatMap(([key, value]): ObjectEntry[] => {
    if (value === undefined) return [];
    const comments = key === 'apiVersion' ? [] : commentsOf(object, [key]);
    const expression = fieldExpression(object, [key]);
    return [{ key, value: key === 'metadata' ? withoutNamespace(object, draft, expression) : expression, ...comments.length > 0 ? { comments } : {} }];
  });
  const why = draft.context.whyRaw(object);
  const made = instance(imported('cdk8s', 'ApiObject'), name('this'), literal(id), { kind: 'object', entries });
  // The chart gives its namespace to each object that names none.
  const isWithout = draft.context.system.namespace !== undefined && writtenNamespace(object) === undefined;
  return {
    kind: 'expression',
    value: isWithout ? call(made, 'addJsonPatch', call(imported('cdk8s', 'JsonPatch'), 'remove', literal('/metadata/namespace'))) : made,
    comments: [...why === undefined ? [] : [why], ...commentsOf(object, [])],
  };
}

function withoutNamespace(object: ManifestObject, { context }: SystemDraft, metadata: Expression): Expression {
  if (metadata.kind !== 'object' || writtenNamespace(object) !== context.system.namespace) return metadata;
  return { kind: 'object', entries: metadata.entries.filter(entry => entry.key !== 'namespace') };
}
