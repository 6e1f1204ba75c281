import { ReadProblem, ReadProblemKind } from '../../manifest';

/** Problems after which it is not sure what a file says. */
const UNREAD: ReadonlySet<ReadProblemKind> = new Set(['syntax', 'template', 'excessive']);

/** The files that may not be changed, with the reason: those that were not read whole, and those that are told. */
export function lockedFiles(problems: readonly ReadProblem[], told: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const unread = problems.filter(({ kind }) => UNREAD.has(kind)).reverse();
  const reasons = unread.map(({ message, position: { file, line } }) =>
    [file, `${file} is left alone, since it cannot be read whole: line ${line}: ${message}`] as const);
  return new Map([...reasons, ...told]);
}
