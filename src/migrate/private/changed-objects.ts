import { isDeepStrictEqual } from 'util';
import { changedImmutableFields } from '../../compare';
import { ManifestObject } from '../../manifest';
import { Migration } from '../migration';

type Sides = Pick<Migration, 'before' | 'after'>;

/** The objects that differ from what they were; edits take none away and add none. */
export function changedObjects({ before, after }: Sides): readonly ManifestObject[] {
  const old = before.facts.objects;
  return after.facts.objects.filter(({ value }, i) => !isDeepStrictEqual(value, old[i].value));
}

/** The ConfigMaps and Secrets that are immutable, so that the cluster refuses what is changed in them. */
export function frozenObjects({ before, after }: Sides): readonly ManifestObject[] {
  const old = before.facts.objects;
  const { objects, set } = after.facts;
  return objects.filter((object, i) =>
    (object.kind === 'ConfigMap' || object.kind === 'Secret') && changedImmutableFields(set.replaced(object) ?? old[i], object).length > 0);
}
