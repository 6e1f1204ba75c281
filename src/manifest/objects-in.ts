import { FieldPath } from './field-path';
import { Json, JsonObject, listOf, objectOf, textOf, valueAt } from './json';
import { typedByFile } from './kustomization-file';
import { looksLikeManifest } from './looks-like-manifest';
import { ManifestObject, ObjectOrigin } from './manifest-object';
import { ReadProblem } from './read-problem';
import { isClusterScoped } from './scope';
import { SourceDocument } from './source-document';

/** The Kubernetes objects of a document and what in it is none. */
export interface ObjectsIn {
  readonly objects: readonly ManifestObject[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Finds the objects of a document: itself, or the items of a `kind: List`, nested ones too.
 * @param namespace  of objects that name none
 */
export function objectsIn(document: SourceDocument, namespace: string, origin: ObjectOrigin): ObjectsIn {
  const objects: ManifestObject[] = [];
  const problems: ReadProblem[] = [];
  for (const { root, value } of rootsOf(typedByFile(document.file, document.value), [])) {
    const object = objectOf(value);
    if (object && textOf(object.kind) && textOf(object.apiVersion)) {
      objects.push(new ManifestObject(document, root, withoutCopy(object), namespaceOf(object, namespace), origin));
    } else {
      problems.push({ ...noObject(value, root), position: document.position(root) });
    }
  }
  return { objects, problems };
}

/** Something that should be an object, and the way to it. */
interface Root {
  readonly root: FieldPath;
  readonly value: Json;
}

function rootsOf(value: Json, root: FieldPath): Root[] {
  const list = objectOf(value);
  const kind = textOf(list?.kind);
  if (!list || !kind?.endsWith('List') || !Array.isArray(list.items) || valueAt(list, ['metadata', 'name']) !== undefined) return [{ root, value }];
  return listOf(list.items).flatMap((item, i) => rootsOf(typedItem(item, list, kind), [...root, 'items', i]));
}

/** The items of a `ConfigMapList` are ConfigMaps without having to say so. */
function typedItem(item: Json, { apiVersion }: JsonObject, listKind: string): Json {
  const object = objectOf(item);
  return object && listKind !== 'List' ? { apiVersion, kind: listKind.slice(0, -'List'.length), ...object } : item;
}

function noObject(value: Json, root: FieldPath): Pick<ReadProblem, 'kind' | 'message' | 'fix'> {
  const what = root.length > 0 ? 'this item of the list' : 'the document';
  if (!looksLikeManifest(value) && root.length === 0) {
    return { kind: 'not-an-object', message: `${what} is no Kubernetes object`, fix: 'leave the file out, or give the object an apiVersion and a kind' };
  }
  const object = objectOf(value) ?? {};
  const missing = ['apiVersion', 'kind'].filter(field => !textOf(object[field])).join(' and ');
  return { kind: 'incomplete-object', message: `${what} has no ${missing}, so Kubernetes cannot tell what it is`, fix: `give it ${missing}` };
}

const COPY = 'kubectl.kubernetes.io/last-applied-configuration';

/** Leaves out the copy of the whole object that kubectl keeps in an annotation. */
function withoutCopy(object: JsonObject): JsonObject {
  const metadata = objectOf(object.metadata);
  const annotations = objectOf(metadata?.annotations);
  if (annotations?.[COPY] === undefined) return object;
  const { [COPY]: _, ...others } = annotations;
  return { ...object, metadata: { ...metadata, annotations: others } };
}

function namespaceOf(object: JsonObject, namespace: string): string {
  if (isClusterScoped(textOf(object.kind)!)) return '';
  return textOf(valueAt(object, ['metadata', 'namespace'])) || namespace;
}
