/* Prints the table of docs/testing.md from the reports that `npm run mutation` wrote. */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const REPORTS = join(__dirname, '../reports/mutation');
const STATUSES = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError'] as const;

/** What a report of Stryker says of each file. */
interface Report {
  readonly files: Record<string, { readonly mutants: readonly { readonly status: string }[] }>;
}

function counts(file: string): number[] {
  const report = JSON.parse(readFileSync(join(REPORTS, file), 'utf8')) as Report;
  const mutants = Object.values(report.files).flatMap(each => each.mutants);
  return STATUSES.map(status => mutants.filter(mutant => mutant.status === status).length);
}

function row(name: string, [killed, timeout, survived, noCoverage, error]: number[]): string {
  const detected = killed + timeout;
  const score = (100 * detected / (detected + survived + noCoverage)).toFixed(1);
  return `| ${[name, killed, timeout, survived, noCoverage, error, `${score} %`].join(' | ')} |`;
}

const rooms = readdirSync(REPORTS).filter(file => file.endsWith('.json')).map(file => ({ room: file.slice(0, -'.json'.length), counts: counts(file) }));
const total = STATUSES.map((_, i) => rooms.reduce((sum, each) => sum + each.counts[i], 0));

process.stdout.write(`${[
  '| room | killed | timeout | survived | not covered | no test file loads | score |',
  '|---|---|---|---|---|---|---|',
  ...rooms.map(each => row(each.room, each.counts)),
  row('all', total),
].join('\n')}\n`);
