/** The letters that Kubernetes makes the random parts of a name of: no vowels, so that hardly any word is taken for one. */
const LETTER = '[b-df-hj-np-tv-z0-9]';

/** What Kubernetes puts between the name of the workload and the random letters, as a regular expression, and its length at most. */
const BETWEEN = new Map([
  ['Deployment', { part: `${LETTER}{1,10}-`, length: 11 }],
  ['CronJob', { part: '[0-9]+-', length: 11 }],
]);

/** How much of a name Kubernetes keeps before the last random letters. */
const KEPT = 58;

/** A regular expression for the names of the pods of a workload, and of no other one whose name begins with it, unless that is cut off. */
export function podNames(kind: string, name: string): string {
  const exact = (text: string) => text.replaceAll('.', '[.]');
  if (kind === 'StatefulSet') return `${exact(name)}-[0-9]+`;
  const { part, length } = BETWEEN.get(kind) ?? { part: '', length: 0 };
  if (name.length + 1 + length > KEPT) return `${exact(name.slice(0, KEPT))}[a-z0-9.-]+`;
  return `${exact(name)}-${part}${LETTER}{5}`;
}
