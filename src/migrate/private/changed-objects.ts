import { isDeepStrictEqual } from 'util';
import { ManifestObject } from '../../manifest';
import { Migration } from '../migration';

/** The objects that differ from what they were; edits take none away and add none. */
export function changedObjects({ before, after }: Pick<Migration, 'before' | 'after'>): readonly ManifestObject[] {
  const old = before.facts.objects;
  return after.facts.objects.filter(({ value }, i) => !isDeepStrictEqual(value, old[i].value));
}
