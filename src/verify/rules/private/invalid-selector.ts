import { RefusedPart } from './refused-part';
import { JsonObject, listOf, objectOf, textOf } from '../../../manifest';

const WITH_VALUES = ['In', 'NotIn'];
const WITHOUT_VALUES = ['Exists', 'DoesNotExist'];

/** What the API server has against the expressions of a label selector; undefined for nothing. */
export function invalidSelector(selector: JsonObject): RefusedPart | undefined {
  return listOf(selector.matchExpressions).map(objectOf).map((expression) => {
    const operator = textOf(expression?.operator);
    if (!expression || operator === undefined) return undefined;
    const key = textOf(expression.key) ?? '';
    const values = listOf(expression.values).length;
    if (WITH_VALUES.includes(operator)) {
      return values > 0 ? undefined : { message: `the operator ${operator} of label ${key} has no values`, fix: 'list at least one value' };
    }
    if (WITHOUT_VALUES.includes(operator)) {
      return values === 0 ? undefined : { message: `the operator ${operator} of label ${key} takes no values`, fix: 'remove the values, or write In or NotIn' };
    }
    return { message: `${operator} is no operator of a selector`, fix: `write one of ${[...WITH_VALUES, ...WITHOUT_VALUES].join(', ')}` };
  }).find(fault => fault !== undefined);
}
