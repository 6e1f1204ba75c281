import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const RUNS = 9;

/** The aim: the quickstart costs at most this many times what its peer costs. */
const AIM = 1.15;

/** Wall time of one synth under the CLI, in milliseconds. */
function synth(entry: string, output: string): number {
  const start = process.hrtime.bigint();
  const app = `TSX_TSCONFIG_PATH=examples/tsconfig.json node --import tsx ${entry}`;
  const { status, stderr } = spawnSync('node_modules/.bin/cdk8s', ['synth', '--check-upgrade=false', '--no-validate', '--app', app, '--output', output]);
  if (status !== 0) throw new Error(`${entry} failed:\n${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const output = mkdtempSync(join(tmpdir(), 'bench-'));
const quickstart: number[] = [];
const empty: number[] = [];
for (let run = -1; run < RUNS; run++) {
  const pair = [synth('examples/quickstart/main.ts', output), synth('bench/empty.ts', output)];
  if (run < 0) continue; // the first pair warms the caches
  quickstart.push(pair[0]);
  empty.push(pair[1]);
}
rmSync(output, { recursive: true });

const ratio = median(quickstart.map((time, i) => time / empty[i]));
console.log(`quickstart ${median(quickstart).toFixed(0)} ms, empty app with cdk8s-plus-28 ${median(empty).toFixed(0)} ms (medians of ${RUNS})`);
console.log(`ratio, median of pairs: ${ratio.toFixed(3)} (aim: at most ${AIM})`);
