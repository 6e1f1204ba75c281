import { Offers } from './offers';
import { isCommon, sharingOf, SharingFacts } from './shared-setting';
import { ManifestObject, Workload } from '../../../manifest';

/** A key that is looked for, among those of a pattern. */
interface Wanted {
  readonly key: string;
  readonly pattern: RegExp;
}

/** Which ConfigMaps hold a key and are meant for a workload; one that nobody else reads is looked at for its reader alone. */
export class Sharers {
  private readonly places = new Map<ManifestObject, number>();
  private readonly readBy = new Map<Workload, Set<ManifestObject>>();
  private readonly widely = new Map<string, readonly ManifestObject[]>();

  constructor(private readonly offers: Offers, private readonly facts: SharingFacts) {
    for (const object of facts.set.ofKind('ConfigMap')) {
      this.places.set(object, this.places.size);
      for (const { workload } of facts.referencesTo('ConfigMap', object.namespace, object.name)) {
        const objects = this.readBy.get(workload);
        if (objects) objects.add(object);
        else this.readBy.set(workload, new Set([object]));
      }
    }
  }

  /** The ConfigMaps, in the order of the manifests. */
  of(workload: Workload, { key, pattern }: Wanted): ManifestObject[] {
    const own = [...this.readBy.get(workload) ?? []].filter(object => object.namespace === workload.namespace && this.offers.has(object, key));
    return [...new Set([...this.widelyRead(workload.namespace, { key, pattern }), ...own])]
      .filter(object => sharingOf(object, key, workload, this.facts.referencesTo).shared)
      .sort((a, b) => this.places.get(a)! - this.places.get(b)!);
  }

  /** Those that may be meant for workloads which do not read them. */
  private widelyRead(namespace: string, { key, pattern }: Wanted): readonly ManifestObject[] {
    const id = `${namespace} ${key}`;
    const known = this.widely.get(id);
    if (known) return known;
    const objects = this.offers.matching(namespace, pattern).filter(offer => offer.key === key && offer.object.kind === 'ConfigMap')
      .map(({ object }) => object).filter(object => isCommon(object) || this.readersOf(object) > 1);
    this.widely.set(id, objects);
    return objects;
  }

  private readersOf({ namespace, name }: ManifestObject): number {
    return new Set(this.facts.referencesTo('ConfigMap', namespace, name).map(({ workload }) => workload)).size;
  }
}
