import { isKustomization, Kustomizations } from './kustomizations';
import { append, groupBy, idOf, ManifestObject } from '../../manifest';

/** The files, and folders of kustomizations, by which objects get into the cluster. */
export class Places {
  private readonly objects = new Map<string, ManifestObject[]>();
  private readonly setters = new Map<string, string[]>();

  constructor(objects: readonly ManifestObject[], private readonly kustomizations: Kustomizations) {
    for (const object of objects) {
      const identity = this.identityOf(object);
      for (const place of this.of(object)) {
        append(this.objects, place, object);
        if (identity !== undefined) append(this.setters, identity, place);
      }
    }
  }

  /** Where an object is applied; several places are those of environments, of which only a person knows which one this cluster is. */
  of({ document: { file } }: ManifestObject): readonly string[] {
    const folders = this.kustomizations.foldersOf(file);
    return folders.length > 0 ? folders : [file];
  }

  /** Objects by the places among which a person has to choose for them; by one place where there is no choice. */
  choices(objects: readonly ManifestObject[]): ReadonlyMap<readonly string[], readonly ManifestObject[]> {
    const firsts = new Map<string, string>();
    const first = (place: string): string => {
      let found = place;
      for (let next = firsts.get(found); next !== undefined; next = firsts.get(found)) found = next;
      return found;
    };
    const around = objects.map(object => this.around(object));
    for (const places of around) {
      for (const place of places) {
        const [one, other] = [first(places[0]), first(place)];
        if (one !== other) firsts.set(other, one);
      }
    }
    const numbers = groupBy(objects.map((_, i) => i), i => first(around[i][0]));
    return new Map([...numbers.values()].map(own => [[...new Set(own.flatMap(i => around[i]))].sort(), own.map(i => objects[i])]));
  }

  /** The places of an object, and those that make it something else. */
  private around(object: ManifestObject): readonly string[] {
    const identity = this.identityOf(object);
    return [...this.of(object), ...(identity === undefined ? [] : this.setters.get(identity)!)];
  }

  /** What is applied with a place. */
  objectsAt(place: string): readonly ManifestObject[] {
    return this.objects.get(place)!;
  }

  /** What an object is in the cluster; undefined where that is not known, and for what never gets there. */
  private identityOf(object: ManifestObject): string | undefined {
    const [target, another] = this.kustomizations.targetsOf(object);
    return another || object.name === '' || isKustomization(object) ? undefined : idOf(target.namespace, target.kind, object.group, target.name);
  }
}
