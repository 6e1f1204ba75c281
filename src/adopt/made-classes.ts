import { ChartFile, Expression } from './code';
import { partsOf } from './code/parts';

/** The classes of constructs that a chart makes, once for each construct. */
export function classesOf({ statements }: ChartFile): string[] {
  return statements.flatMap(statement => 'value' in statement ? instancesIn(statement.value) : []);
}

function instancesIn(expression: Expression): string[] {
  const own = expression.kind === 'new' ? [expression.class.text] : [];
  return [...own, ...partsOf(expression).flatMap(instancesIn)];
}
