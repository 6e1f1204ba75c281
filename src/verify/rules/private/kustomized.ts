import { basename, dirname, resolve } from 'path';
import { listOf, ManifestObject, ManifestSet } from '../../../manifest';

const TAKEN = new WeakMap<ManifestSet, ReadonlySet<string>>();

/** Whether a kustomization stands in the folder of an object or above it, or takes its file in: patches may change the object. */
export function isKustomized({ document }: ManifestObject, set: ManifestSet): boolean {
  const taken = TAKEN.get(set) ?? takenIn(set);
  TAKEN.set(set, taken);
  for (let path = resolve(document.file); ; path = dirname(path)) {
    if (taken.has(path)) return true;
    if (path === dirname(path)) return false;
  }
}

/** The folders of kustomizations, and the files and folders that they take in. */
function takenIn({ objects, problems }: ManifestSet): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const file of [...objects.map(({ document }) => document.file), ...problems.map(({ position }) => position.file)]) {
    if (/^kustomization\.ya?ml$/i.test(basename(file))) taken.add(resolve(dirname(file)));
  }
  for (const { kind, document, value } of objects) {
    if (kind !== 'Kustomization' && kind !== 'Component') continue;
    for (const path of [...listOf(value.resources), ...listOf(value.bases), ...listOf(value.components)]) {
      if (typeof path === 'string') taken.add(resolve(dirname(document.file), path));
    }
  }
  return taken;
}
