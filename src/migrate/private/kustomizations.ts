import { dirname, resolve } from 'path';
import { append, listOf, ManifestObject } from '../../manifest';

/** The folders by whose kustomization a file gets into a cluster, each one that no other takes in; none where the file is applied by itself. */
export class Kustomizations {
  private readonly takers = new Map<string, string[]>();

  constructor(objects: readonly ManifestObject[]) {
    for (const { kind, document, value } of objects) {
      if (kind !== 'Kustomization' && kind !== 'Component') continue;
      const folder = dirname(document.file);
      for (const taken of [...listOf(value.resources), ...listOf(value.bases), ...listOf(value.components)]) {
        if (typeof taken === 'string') append(this.takers, resolve(folder, taken), folder);
      }
    }
  }

  foldersOf(file: string): readonly string[] {
    const tops = new Set<string>();
    const seen = new Set<string>();
    const climb = (path: string): void => {
      if (seen.has(resolve(path))) return;
      seen.add(resolve(path));
      const takers = this.takers.get(resolve(path)) ?? [];
      takers.forEach(climb);
      if (takers.length === 0 && path !== file) tops.add(path);
    };
    climb(file);
    return [...tops];
  }
}
