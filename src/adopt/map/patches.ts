import { commentsOf, placesFor } from './source-comments';
import { LeftField } from './taken-fields';
import { fieldExpression } from './with-comments';
import { FieldPath, ManifestObject } from '../../manifest';
import { call, Expression, imported, literal, ObjectEntry, Statement } from '../code';

/** Patches, and the comments above the call that applies them. */
export interface Patches {
  readonly values: readonly Expression[];
  readonly comments: readonly string[];
}

/** Sets fields of a construct's object that its props do not have: `ApiObject.of(bot).addJsonPatch(JsonPatch.add('/spec/x', …))`. */
export function patched(target: Expression, { values, comments }: Patches): Statement[] {
  return values.length > 0 ? [{ kind: 'expression', value: patching(target, values), comments }] : [];
}

/** A construct that nothing names, with the patches of its object. */
export function patchedConstruct(made: Expression, comments: readonly string[], patches: Patches): Statement {
  const value = patches.values.length > 0 ? patching(made, patches.values) : made;
  return { kind: 'expression', value, comments: [...comments, ...patches.comments] };
}

function patching(target: Expression, values: readonly Expression[]): Expression {
  return call(call(imported('cdk8s', 'ApiObject'), 'of', target), 'addJsonPatch', ...values);
}

/** The patches that set fields of the input. */
export function addFields(object: ManifestObject, fields: readonly Pick<LeftField, 'path'>[]): Patches {
  return { values: fields.map(field => addField(object, field)), comments: placesFor(object, fields.map(({ path }) => path)) };
}

/** The patch that sets a field of the input. */
export function addField(object: ManifestObject, { path }: Pick<LeftField, 'path'>): Expression {
  return addAt(path, withCommentsInside(fieldExpression(object, path), commentsOf(object, path)));
}

/** The patch that puts an item of a list of the input behind those that the construct renders. */
export function addItem(object: ManifestObject, path: FieldPath, why: readonly string[] = []): Expression {
  return addAt([...path.slice(0, -1), '-'], withCommentsInside(fieldExpression(object, path), [...commentsOf(object, path), ...why]));
}

/** A value with the comments that belong to it above its first field, for where none can stand above the value itself. */
function withCommentsInside(value: Expression, comments: readonly string[]): Expression {
  const [first, ...others] = value.kind === 'object' ? value.entries : [];
  return first && comments.length > 0 ? { kind: 'object', entries: [{ ...first, comments: [...comments, ...first.comments ?? []] }, ...others] } : value;
}

/** The patch that sets a field to a value. */
export function addAt(path: FieldPath, value: Expression): Expression {
  return call(imported('cdk8s', 'JsonPatch'), 'add', literal(pointer(path)), asProps(value, path.map(step => `${step}`)));
}

/** The patch that takes a field away. */
export function removeAt(path: FieldPath): Expression {
  return call(imported('cdk8s', 'JsonPatch'), 'remove', literal(pointer(path)));
}

/** The patch that sets a field of a plain object to null, which its props would leave out. */
export function nullAt(path: FieldPath): Expression {
  return call(imported('cdk8s', 'JsonPatch'), 'add', literal(pointerTo(path)), literal(null));
}

/** A path as RFC 6901 spells it, with the names that props have. */
function pointer(path: FieldPath): string {
  return pointerTo(path.map(step => propName(`${step}`)));
}

function pointerTo(path: FieldPath): string {
  return path.map(step => `/${`${step}`.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A patch is applied before cdk8s-plus turns its names and types into those of Kubernetes. */
function asProps(value: Expression, above: readonly string[]): Expression {
  if (value.kind === 'object') return { ...value, entries: value.entries.map(entry => propEntry(entry, above)) };
  if (value.kind === 'array') return { ...value, items: value.items.map(item => ({ ...item, value: asProps(item.value, above) })) };
  if (value.kind !== 'literal') return value;
  const type = typeOf(above);
  if (type === 'IntOrString') return call(imported('cdk8s-plus-28', 'k8s.IntOrString'), typeof value.value === 'number' ? 'fromNumber' : 'fromString', value);
  if (type === 'Quantity') return call(imported('cdk8s-plus-28', 'k8s.Quantity'), typeof value.value === 'number' ? 'fromNumber' : 'fromString', value);
  return value;
}

function propEntry(entry: ObjectEntry, above: readonly string[]): ObjectEntry {
  return { ...entry, key: isFreeForm(above) ? entry.key : propName(entry.key), value: asProps(entry.value, [...above, entry.key]) };
}

const QUANTITIES = new Set(['limits', 'requests', 'capacity', 'hard']);

function typeOf(path: readonly string[]): 'IntOrString' | 'Quantity' | undefined {
  const [parent, field] = path.slice(-2);
  if (field === 'maxSurge' || field === 'maxUnavailable' || field === 'targetPort') return 'IntOrString';
  if (field === 'port' && (parent === 'httpGet' || parent === 'tcpSocket')) return 'IntOrString';
  return field === 'sizeLimit' || field === 'divisor' || QUANTITIES.has(parent) ? 'Quantity' : undefined;
}

const FREE_FORM = new Set(['annotations', 'labels', 'matchLabels', 'nodeSelector', 'data', 'binaryData', 'stringData']);

function isFreeForm(path: readonly string[]): boolean {
  return FREE_FORM.has(path[path.length - 1]);
}

/** The name of a field as the props of cdk8s-plus have it: `hostPID` is `hostPid`. */
function propName(field: string): string {
  return PROP_NAMES.get(field) ?? field;
}

const PROP_NAMES: ReadonlyMap<string, string> = new Map([
  ['clientIP', 'clientIp'],
  ['clusterIP', 'clusterIp'],
  ['hostIP', 'hostIp'],
  ['hostIPC', 'hostIpc'],
  ['hostPID', 'hostPid'],
  ['loadBalancerIP', 'loadBalancerIp'],
  ['setHostnameAsFQDN', 'setHostnameAsFqdn'],
]);
