import { dirname, resolve } from 'path';
import { append, isCustom, listOf, ManifestObject, textOf } from '../../manifest';

/** What kubectl finds an object by. */
export type Target = Pick<ManifestObject, 'kind' | 'name' | 'namespace'>;

/** The kustomization by which something gets into a cluster, which no other takes in, and what the kustomizations on the way make of names. */
interface Route {
  readonly folder: string;
  readonly namespace?: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Which files kustomizations take in, and by which names their objects are in the cluster then. */
export class Kustomizations {
  private readonly takers = new Map<string, Route[]>();
  private readonly folders = new Map<string, string>();
  private readonly known = new Map<string, readonly Route[]>();

  constructor(objects: readonly ManifestObject[]) {
    for (const object of objects.filter(isKustomization)) {
      const { document: { file }, value } = object;
      const folder = dirname(file);
      const own: Route = { folder, namespace: textOf(value.namespace) || undefined, prefix: textOf(value.namePrefix) ?? '', suffix: textOf(value.nameSuffix) ?? '' };
      this.folders.set(resolve(file), folder);
      for (const taken of [...listOf(value.resources), ...listOf(value.bases), ...listOf(value.components)]) {
        if (typeof taken === 'string') append(this.takers, resolve(folder, taken), own);
      }
    }
  }

  /** The folders to apply for a change of a file, each one that no other takes in; none where the file is applied by itself. */
  foldersOf(file: string): readonly string[] {
    const own = this.folders.get(resolve(file));
    const folders = this.routesOf(own ?? file).map(({ folder }) => folder);
    return own !== undefined && folders.length === 0 ? [own] : [...new Set(folders)];
  }

  /** What an object is in the cluster; several where that depends on the kustomization by which it gets there. */
  targetsOf({ kind, name, namespace, document }: ManifestObject): readonly Target[] {
    const targets = this.routesOf(document.file)
      .map((route): Target => ({ kind, name: route.prefix + name + route.suffix, namespace: route.namespace ?? namespace }));
    return targets.length === 0 ? [{ kind, name, namespace }] : distinct(targets);
  }

  private routesOf(path: string): readonly Route[] {
    const key = resolve(path);
    const known = this.known.get(key);
    if (known) return known;
    // What takes in itself leads nowhere.
    this.known.set(key, []);
    const routes = (this.takers.get(key) ?? []).flatMap((taker) => {
      const outer = this.routesOf(taker.folder);
      return this.takers.has(resolve(taker.folder)) ? outer.map(route => within(taker, route)) : [taker];
    });
    this.known.set(key, distinct(routes));
    return this.known.get(key)!;
  }
}

/** Whether an object says how kustomize builds; Flux has a kind of the same name. */
export function isKustomization({ kind, group }: ManifestObject): boolean {
  return (kind === 'Kustomization' || kind === 'Component') && !isCustom(group);
}

function within(inner: Route, outer: Route): Route {
  return {
    folder: outer.folder,
    namespace: outer.namespace ?? inner.namespace,
    prefix: outer.prefix + inner.prefix,
    suffix: inner.suffix + outer.suffix,
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()];
}
