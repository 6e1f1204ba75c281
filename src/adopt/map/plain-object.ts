import { nullFields, withoutNulls } from './null-fields';
import { addField, nullAt, removeAt } from './patches';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { writtenNamespace } from './systems';
import { untypedTexts } from './untyped-texts';
import { fieldExpression, withComments } from './with-comments';
import { FieldPath, fieldsOf, ManifestObject } from '../../manifest';
import { call, Expression, imported, instance, literal, name, ObjectEntry, Statement } from '../code';

/** An object as it is: `new ApiObject(this, 'ingress', { apiVersion, kind, metadata, spec })`. */
export function plainObject(object: ManifestObject, draft: SystemDraft): Statement {
  const kind = object.kind.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  const nulls = nullFields(object);
  const id = draft.ids.take(...draft.context.isOnlyOfKind(object) ? [kind] : [], ...object.name === '' ? [kind] : [object.name, `${object.name}-${kind}`]);
  const entries = fieldsOf(object.value).flatMap(([key, value]): ObjectEntry[] => {
    if (value === undefined) return [];
    const expression = fieldExpression(object, [key]);
    return [withComments(object, [key], { key, value: key === 'metadata' ? typedMetadata(object, draft, expression) : expression })];
  });
  const why = draft.context.kept.find(kept => kept.object === object)?.why;
  const props: Expression = { kind: 'object', entries };
  const made = instance(imported('cdk8s', 'ApiObject'), name('this'), literal(id), nulls.length > 0 ? withoutNulls(props) : props);
  const patches = [
    ...addedFields(object, draft).map(removeAt),
    ...untypedTexts(object, ['metadata']).map(path => addField(object, { path })),
    ...nulls.map(nullAt),
  ];
  return {
    kind: 'expression',
    value: patches.length > 0 ? call(made, 'addJsonPatch', ...patches) : made,
    comments: [...why === undefined ? [] : [`An ApiObject, since ${why}`], ...commentsOf(object, [])],
  };
}

/** What an object gets by itself though the input does not have it: the namespace of its chart, and a name. */
function addedFields(object: ManifestObject, { context }: SystemDraft): FieldPath[] {
  return [
    ...object.name === '' ? [['metadata', 'name']] : [],
    ...context.system.namespace !== undefined && writtenNamespace(object) === undefined ? [['metadata', 'namespace']] : [],
  ];
}

/** Without the namespace of the chart, and without what has another type than cdk8s takes. */
function typedMetadata(object: ManifestObject, { context }: SystemDraft, metadata: Expression): Expression {
  if (metadata.kind !== 'object') return metadata;
  const left = new Set([...untypedTexts(object, ['metadata']).map(path => path.at(-1)), ...writtenNamespace(object) === context.system.namespace ? ['namespace'] : []]);
  return { kind: 'object', entries: metadata.entries.filter(({ key }) => !left.has(key)) };
}
