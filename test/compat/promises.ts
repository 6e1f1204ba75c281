import { canonicalJson } from '../../src/compare/private/canonical-json';
import { immutablePaths } from '../../src/compare/private/immutable-paths';
import { fieldsOf, Json, listOf, ManifestObject, objectOf, textsOf } from '../../src/manifest';

/** What may not change of each object, by `Kind namespace/name`. */
export type Promises = ReadonlyMap<string, readonly string[]>;

/** Names by which people, other manifests and tools refer to a part of an object. */
const NAMES = /\b(initContainers|containers)\.name$|\bcontainers\.ports\.name$|^spec\.ports\.(name|port)$|^spec\.groups\.(name|rules\.alert)$/;

const POD_LABELS = [['spec', 'template', 'metadata', 'labels'], ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels']];

/** What may not change of objects: that they are there, what Kubernetes refuses to change, selectors and what they select, and names. */
export function promisesOf(objects: readonly ManifestObject[]): Promises {
  return new Map(objects.map(object => [
    `${object.kind} ${object.namespace}/${object.name}`,
    [...new Set([...immutable(object), ...selectorsAndNames(object.value), ...podLabels(object), ...keys(object)])].sort(),
  ]));
}

/** What was promised and does not hold any more. */
export function broken(released: Promises, now: Promises): string[] {
  return [...released].flatMap(([object, promises]) => {
    const held = now.get(object);
    return held ? promises.filter(promise => !held.includes(promise)).map(promise => `${object} has no longer ${promise}`) : [`${object} is gone`];
  });
}

/** A Job is replaced with its pods; that its template is immutable binds nobody. */
function immutable(object: ManifestObject): string[] {
  const paths = immutablePaths(object, object).map(({ path }) => path).filter(path => object.kind !== 'Job' || !path.includes('template'));
  return [...paths, ['spec', 'clusterIP'], ['spec', 'scaleTargetRef']]
    .map(path => ({ path, value: object.get(...path) }))
    .flatMap(({ path, value }) => (value === undefined ? [] : [`${path.join('.')} ${canonicalJson(value)}`]));
}

function selectorsAndNames(value: Json, path: readonly string[] = []): string[] {
  if (Array.isArray(value)) return listOf(value).flatMap(item => selectorsAndNames(item, path));
  const at = path.join('.');
  if (NAMES.test(at)) return [`${at} ${value}`];
  const object = objectOf(value);
  if (!object) return [];
  return /selector$/i.test(at) ? [`${at} ${canonicalJson(object)}`] : fieldsOf(object).flatMap(([key, field]) => selectorsAndNames(field, [...path, key]));
}

function podLabels(object: ManifestObject): string[] {
  return POD_LABELS.flatMap(path => Object.entries(textsOf(object.get(...path))).map(([key, value]) => `${path.join('.')} ${key}=${value}`));
}

function keys(object: ManifestObject): string[] {
  return ['data', 'binaryData'].flatMap(field => Object.keys(object.object(field) ?? {}).map(key => `${field} ${key}`));
}
