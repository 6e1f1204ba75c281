import { Difference } from './difference';
import { objectChanges } from '../../compare';
import { ManifestSet } from '../../manifest';

/** What differs between the input and the output, a field or a whole object each. */
export function differencesOf(input: ManifestSet, output: ManifestSet): Difference[] {
  return objectChanges(input, output).flatMap(({ before, after, fields }): Difference[] =>
    fields.length > 0 ? fields.map(field => ({ before, after, field })) : [{ before, after }]);
}
