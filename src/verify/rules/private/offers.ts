import { keysOf } from './config-keys';
import { ManifestObject } from '../../../manifest';
import { Facts } from '../../facts/facts';

/** A key of a ConfigMap or Secret that programs of the namespace share. */
export interface Offer {
  readonly key: string;
  readonly object: ManifestObject;
}

/** What offers are read from. */
type OfferFacts = Pick<Facts, 'set' | 'referencesTo'>;

/** What the ConfigMaps and Secrets of namespaces offer. */
export class Offers {
  private readonly byNamespace = new Map<string, Offer[]>();
  private readonly byObject = new Map<ManifestObject, readonly Offer[]>();
  private readonly taken = new Map<ManifestObject, ReadonlySet<string | undefined>>();
  private readonly found = new Map<string, readonly Offer[]>();
  private readonly sole = new Map<string, readonly Offer[]>();

  constructor(private readonly facts: OfferFacts) {
    for (const object of [...facts.set.ofKind('ConfigMap'), ...facts.set.ofKind('Secret')]) {
      const offers = (keysOf(object, 'env') ?? []).map(key => ({ key, object }));
      this.byObject.set(object, offers);
      const beside = this.byNamespace.get(object.namespace);
      if (beside) beside.push(...offers);
      else this.byNamespace.set(object.namespace, [...offers]);
    }
  }

  /**
   * The keys in a namespace that match a pattern and are meant for whoever needs them: those of the cluster, and those of the files that a workload takes.
   * A key of the files that nobody takes says nothing about any workload.
   */
  matching(namespace: string, pattern: RegExp): readonly Offer[] {
    const id = `${namespace} ${pattern.source}`;
    const known = this.found.get(id);
    if (known) return known;
    const offers = (this.byNamespace.get(namespace) ?? []).filter(offer => pattern.test(offer.key) && this.isShared(offer));
    this.found.set(id, offers);
    return offers;
  }

  /** Those of them that one object alone offers. */
  soleMatching(namespace: string, pattern: RegExp): readonly Offer[] {
    const id = `${namespace} ${pattern.source}`;
    const known = this.sole.get(id);
    if (known) return known;
    const offers = soleOffers(this.matching(namespace, pattern));
    this.sole.set(id, offers);
    return offers;
  }

  /** The keys of some objects that match a pattern and are meant for whoever needs them. */
  matchingOf(objects: Iterable<ManifestObject>, pattern: RegExp): readonly Offer[] {
    return [...objects].flatMap(object => this.byObject.get(object) ?? []).filter(offer => pattern.test(offer.key) && this.isShared(offer));
  }

  /** Whether an object holds a key that is meant for whoever needs it. */
  has(object: ManifestObject, key: string): boolean {
    return (this.byObject.get(object) ?? []).some(offer => offer.key === key && this.isShared(offer));
  }

  private isShared({ key, object }: Offer): boolean {
    return object.origin === 'state' || this.takenFrom(object).has(key);
  }

  private takenFrom(object: ManifestObject): ReadonlySet<string | undefined> {
    const known = this.taken.get(object);
    if (known) return known;
    const kind = object.kind === 'Secret' ? 'Secret' : 'ConfigMap';
    const keys = new Set(this.facts.referencesTo(kind, object.namespace, object.name).map(({ key }) => key));
    this.taken.set(object, keys);
    return keys;
  }
}

/** The offers whose key stands once among them: what several objects offer is not meant for everybody. */
export function soleOffers(offers: readonly Offer[]): Offer[] {
  const count = new Map<string, number>();
  for (const { key } of offers) count.set(key, (count.get(key) ?? 0) + 1);
  return offers.filter(({ key }) => count.get(key) === 1);
}

/** The keys of offers, each object once: `A, B from ConfigMap x, C from Secret y`. */
export function offeredKeys(offers: readonly Offer[]): string {
  const byObject = new Map<ManifestObject, string[]>();
  for (const { key, object } of offers) byObject.set(object, [...byObject.get(object) ?? [], key]);
  return [...byObject].map(([{ kind, name }, keys]) => `${keys.join(', ')} from ${kind} ${name}`).join(', ');
}
