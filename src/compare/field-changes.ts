import { FieldChange } from './object-change';
import { JsonObject } from '../manifest';
import { canonical } from './private/canonical';
import { plainValue } from './private/tree';
import { treeDifferences } from './private/tree-differences';

/**
 * What differs in meaning between two forms of an object. What Kubernetes takes as the same is no difference: the order of lists that
 * are maps or sets, `1000m` and `1`, default ports and protocols, rules of policies that are written in another way.
 */
export function fieldChanges(before: JsonObject, after: JsonObject): readonly FieldChange[] {
  return treeDifferences(canonical(before), canonical(after)).map(({ path, before: old, after: changed }) => ({
    path,
    ...old && { before: plainValue(old) },
    ...changed && { after: plainValue(changed) },
  }));
}
