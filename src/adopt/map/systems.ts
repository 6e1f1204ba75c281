import { basename, dirname } from 'path';
import { Names, wordsOf } from './identifiers';
import { ManifestObject, textOf } from '../../manifest';
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
const GENERIC = /^(?:\.|\.\.|k8s|kube|kubernetes|manifests?|deploy(?:ments?)?|base|overlays?|resources?|yamls?|src|before|after|tmp|dist|output|generated|rendered|)$/i;

/** One system for each folder that holds manifests. */
export function systemsOf(objects: readonly ManifestObject[]): System[] {
  const byFolder = new Map<string, ManifestObject[]>();
  for (const object of objects) {
    const folder = dirname(object.document.file);
    byFolder.set(folder, [...byFolder.get(folder) ?? [], object]);
  }
  const names = new Names();
  return [...byFolder].map(([folder, own]) => ({ name: names.take(nameOf(folder, own)), namespace: namespaceOf(own), objects: own }));
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
