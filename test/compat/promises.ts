import { canonicalJson } from '../../src/compare/private/canonical-json';
import { immutablePaths } from '../../src/compare/private/immutable-paths';
import { Container, fieldsOf, Json, listOf, ManifestObject, objectOf, readTemplate, textOf } from '../../src/manifest';

/** What may not change of each object, by `Kind namespace/name`. */
export type Promises = ReadonlyMap<string, readonly string[]>;

/** Names and ports by which people, other manifests and tools refer to a part of an object. */
const NAMES = /\b(initContainers|containers)\.name$|\bcontainers\.ports\.(name|containerPort)$|^spec\.ports\.(name|port)$|^spec\.groups\.(name|rules\.alert)$/;

const TEMPLATES = [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template']];

/** What may not change of objects: that they are there, what Kubernetes refuses to change, selectors and what they select, names, and what is read by name. */
export function promisesOf(objects: readonly ManifestObject[]): Promises {
  return new Map(objects.map(object => [
    `${object.kind} ${object.namespace}/${object.name}`,
    [...new Set([...immutable(object), ...selectorsAndNames(object.value), ...pods(object), ...keys(object)])].sort(),
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

/** Labels that others select, the account that others give rights to, and what the programs read. */
function pods(object: ManifestObject): string[] {
  return TEMPLATES.flatMap((path) => {
    const pod = readTemplate(object, path);
    if (!pod) return [];
    return [
      ...Object.entries(pod.podLabels).map(([key, value]) => `${path.join('.')}.metadata.labels ${key}=${value}`),
      `${pod.podPath.join('.')}.serviceAccountName ${textOf(pod.podSpec.serviceAccountName) ?? 'default'}`,
      ...pod.containers.filter(({ list }) => list === 'containers').flatMap(variables),
    ];
  });
}

/** The variables of a container; and apart from them, since a value may move into a ConfigMap, where each comes from. */
function variables({ workload: { object, podPath }, name: container, variables: entries }: Container): string[] {
  return entries.flatMap(({ name, place }) => {
    const variable = `${podPath.join('.')}.containers.env ${container} ${name}`;
    const sources = fieldsOf(object.object(...place.path, 'valueFrom') ?? {}).map(([kind, source]) => [variable, kind, ...namesIn(source)].join(' '));
    return [variable, ...sources];
  });
}

function namesIn(source: Json): string[] {
  return ['name', 'key', 'fieldPath', 'resource'].flatMap(field => textOf(objectOf(source)?.[field]) ?? []);
}

function keys(object: ManifestObject): string[] {
  return ['data', 'binaryData'].flatMap(field => Object.keys(object.object(field) ?? {}).map(key => `${field} ${key}`));
}
