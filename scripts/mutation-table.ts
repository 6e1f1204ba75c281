/* Prints the table of docs/testing.md from the reports of `npm run mutation` about the rooms that are its arguments, and fails where one is missing or the score is too low. */
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';

const REPORTS = join(__dirname, '../reports/mutation');
const LEAST_SCORE = 85;
const STATUSES = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError'] as const;

/** What a report of Stryker says of each file. */
interface Report {
  readonly files: Record<string, { readonly mutants: readonly { readonly status: string }[] }>;
}

function counts(room: string): number[] {
  const file = join(REPORTS, `${room}.json`);
  if (!existsSync(file)) throw new Error(`there is no report of the room ${room}, ${file}; run npm run mutation`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const mutants = Object.values(report.files).flatMap(each => each.mutants);
  return STATUSES.map(status => mutants.filter(mutant => mutant.status === status).length);
}

/** The share that is noticed, in per cent. A mutant with which a file of tests does not even load counts neither way. */
function score([killed, timeout, survived, noCoverage]: readonly number[]): number {
  return 100 * (killed + timeout) / (killed + timeout + survived + noCoverage);
}

function row(name: string, numbers: readonly number[]): string {
  return `| ${[name, ...numbers, `${score(numbers).toFixed(1)} %`].join(' | ')} |`;
}

const rooms = process.argv.slice(2).map(room => ({ room, counts: counts(room) }));
const total = STATUSES.map((_, i) => rooms.reduce((sum, each) => sum + each.counts[i], 0));

process.stdout.write(`${[
  '| room | killed | timeout | survived | not covered | not loadable | score |',
  '|---|---|---|---|---|---|---|',
  ...rooms.map(each => row(each.room, each.counts)),
  row('all', total),
].join('\n')}\n`);
if (!(score(total) >= LEAST_SCORE)) {
  process.stderr.write(`the score is ${score(total).toFixed(1)} %, less than ${LEAST_SCORE} %; write tests that notice what survived, see reports/mutation\n`);
  process.exitCode = 1;
}
