import { basename, dirname } from 'path';
import { Names, wordsOf } from './identifiers';
import { groupBy, ManifestObject, textOf } from '../../manifest';
import { readWorkload } from '../../manifest/read-workload';
import { isClusterScoped } from '../../manifest/scope';

/** The objects that one chart is written for. */
export interface System {
  /** Such as `ta-bot`: the chart's construct id. */
  readonly name: string;

  /** As most of the objects have it; undefined where they have none. */
  readonly namespace?: string;
  readonly objects: readonly ManifestObject[];
}

/** Folders that say nothing of what lies in them. */
const GENERIC = /^(?:\.|\.\.|k8s|kube|kubernetes|manifests?|deploy(?:ments?)?|base|overlays?|resources?|yamls?|src|tmp|dist|output|generated|rendered|)$/i;

/** One system for each folder that holds manifests, and in it for each namespace with workloads where there are several. */
export function systemsOf(objects: readonly ManifestObject[]): System[] {
  const names = Names.ofIds();
  return [...groupBy(objects, ({ document }) => dirname(document.file))].flatMap(([folder, own]) => {
    const name = nameOf(folder, own);
    const parts = partsOf(own);
    return parts.map(({ namespace, objects: part }) =>
      ({ name: names.take(parts.length === 1 ? name : partName(name, namespace!)), namespace: namespaceOf(part), objects: part }));
  });
}

/** The objects of a folder by their namespaces. What has none that holds workloads stays with the first; a Namespace goes where its objects are. */
function partsOf(objects: readonly ManifestObject[]): Omit<System, 'name'>[] {
  const namespaces = [...new Set(objects.filter(object => readWorkload(object)).map(writtenNamespace))];
  if (namespaces.length < 2 || objects.some(object => !isClusterScoped(object.kind) && writtenNamespace(object) === undefined)) return [{ objects }];
  const of = (object: ManifestObject) => object.kind === 'Namespace' ? object.name : writtenNamespace(object);
  const known = groupBy(objects, object => namespaces.includes(of(object)) ? of(object) : namespaces[0]);
  return namespaces.map(namespace => ({ namespace, objects: known.get(namespace)! }));
}

function partName(folder: string, namespace: string): string {
  if (namespace.startsWith(folder)) return namespace;
  return folder.endsWith(namespace) ? folder : `${folder}-${namespace}`;
}

/** The namespace that an object names itself. */
export function writtenNamespace(object: ManifestObject): string | undefined {
  return textOf(object.get('metadata', 'namespace')) || undefined;
}

function nameOf(folder: string, objects: readonly ManifestObject[]): string {
  const ofFolder = [basename(folder), basename(dirname(folder)), basename(dirname(dirname(folder)))].find(name => name !== '' && !GENERIC.test(name));
  const ofWorkload = objects.find(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet') ?? objects[0];
  return wordsOf(ofFolder ?? ofWorkload.name).join('-').toLowerCase() || 'kubernetes';
}

/** That of most objects; undefined where one that has to have a namespace names none, since a chart gives its own to each. */
function namespaceOf(objects: readonly ManifestObject[]): string | undefined {
  const namespaced = objects.filter(({ kind }) => !isClusterScoped(kind)).map(writtenNamespace);
  return namespaced.includes(undefined) ? undefined : commonest(namespaced);
}

function commonest(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string | undefined, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
