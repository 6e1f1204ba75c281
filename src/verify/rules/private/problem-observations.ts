import { ReadProblem, ReadProblemKind } from '../../../manifest';
import { Observation } from '../../finding';

/** What the reading found, in the terms of a rule. */
export function observationsOf(problems: readonly ReadProblem[], kind: ReadProblemKind): Observation[] {
  return problems.filter(problem => problem.kind === kind).map(({ position, message, fix }) => ({ at: position, message, fix }));
}
