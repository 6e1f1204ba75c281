import { dirname, resolve } from 'path';
import { Json, listOf, objectOf, textOf } from './json';
import { typedByFile } from './kustomization-file';
import { SourceDocument } from './source-document';

/** The files, by their absolute paths, that a document names as patches if it is a kustomization. They hold parts of objects. */
export function kustomizePatches({ file, value }: SourceDocument): string[] {
  const kustomization = objectOf(typedByFile(file, value));
  if (!['Kustomization', 'Component'].includes(textOf(kustomization?.kind) ?? '')) return [];
  const paths = [
    ...[...listOf(kustomization?.patches), ...listOf(kustomization?.patchesJson6902)].map(patch => objectOf(patch)?.path),
    ...listOf(kustomization?.patchesStrategicMerge).filter(isPath),
  ];
  return paths.flatMap(path => (typeof path === 'string' ? [resolve(dirname(file), path)] : []));
}

/** A strategic merge patch may also stand in the kustomization itself, in several lines. */
function isPath(patch: Json): boolean {
  return typeof patch === 'string' && !patch.includes('\n');
}
