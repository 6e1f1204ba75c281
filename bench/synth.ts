import { execFileSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { isDeepStrictEqual } from 'util';
import { parseAllDocuments } from 'yaml';
import { compiled } from './compiled';
import { helm } from './helm';
import { least, processSeconds } from './processes';

const SIZES = [1, 10, 100, 1000, 3000];

/** Runs of each process; those that take minutes run once. */
const RUNS = 5;
const LONG = 20;

/** The aims at a thousand applications, and for the exponent of growth from there on. */
const AIMS = { 'helm': 1, 'plain loop': 3, 'handwritten': 1 };
const GROWTH = 1.05;

const programs = compiled('synth');
const output = mkdtempSync(join(tmpdir(), 'bench-'));
const binary = helm('dist/bench/helm');

const script = (name: string) => (size: number): [string, string[]] => ['node', [join(programs, `${name}.js`), `${size}`, output]];
const template = (size: number): [string, string[]] => [binary, ['template', 'bench', 'bench/synth/chart', '--set', `count=${size}`]];

/** Programs that render the same applications, as whole processes. */
const PEERS = {
  'cdk8s': script('stock'),
  'helm': template,
  'plain loop': script('loop'),
  'PetrosaApp': script('linear'),
};

/** Applications with settings, a Secret, connections and policies, by the constructs of the library and by those of cdk8s-plus. */
const CONSTRUCTS = {
  handwritten: script('handwritten'),
  constructs: script('constructs'),
};

type Programs = Readonly<Record<string, (size: number) => [string, string[]]>>;
type Times = ReadonlyMap<string, readonly number[]>;

function written(program: (size: number) => [string, string[]], size: number): string[] {
  rmSync(output, { recursive: true, force: true });
  const [command, args] = program(size);
  execFileSync(command, args);
  return readdirSync(output).sort().map(file => readFileSync(join(output, file), 'utf8'));
}

/** @throws if the peers do not render the same */
function checkPeers(size: number): void {
  const expected = written(PEERS.cdk8s, size);
  for (const peer of ['plain loop', 'PetrosaApp'] as const) {
    if (!isDeepStrictEqual(written(PEERS[peer], size), expected)) throw new Error(`${peer} writes something else than cdk8s`);
  }
  const objects = (text: string): unknown[] => parseAllDocuments(text).map(document => document.toJS()).filter(object => object !== null);
  const sorted = (values: readonly unknown[]): string[] => values.map(value => JSON.stringify(value, sortedKeys)).sort();
  const [command, args] = PEERS.helm(size);
  const templated = objects(execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }));
  if (!isDeepStrictEqual(sorted(templated), sorted(expected.flatMap(objects)))) throw new Error('helm renders something else than cdk8s');
}

function sortedKeys(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}

function timed(programsByName: Programs): Times {
  return new Map(Object.entries(programsByName).map(([name, program]) => [name, SIZES.map((size) => {
    const first = processSeconds(...program(size));
    return first > LONG ? first : Math.min(first, least(RUNS - 1, () => processSeconds(...program(size))));
  })]));
}

/** How the time grows from one size to a larger one: 1 is linear, 2 the square. */
function growth(times: readonly number[], from: number, to: number): number {
  return Math.log(times[SIZES.indexOf(to)] / times[SIZES.indexOf(from)]) / Math.log(to / from);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function print(times: Times): void {
  console.log(row(['seconds of CPU', ...SIZES.map(size => `${size}`), 'growth from 1000 to 3000']));
  console.log(row(Array.from({ length: SIZES.length + 2 }, () => '---')));
  for (const [name, seconds] of times) {
    console.log(row([name, ...seconds.map(each => each.toFixed(2)), growth(seconds, 1000, 3000).toFixed(2)]));
  }
}

function printRatios(name: string, times: Times): void {
  const own = times.get(name)!;
  for (const [peer, seconds] of times) {
    if (peer === name) continue;
    const aim = AIMS[peer as keyof typeof AIMS];
    const ratios = SIZES.map((_, i) => (own[i] / seconds[i]).toFixed(2));
    console.log(`${name} / ${peer}: ${ratios.join(', ')}${aim === undefined ? '' : ` (aim at 1000: at most ${aim})`}`);
  }
  console.log(`growth of ${name} from 1000 to 3000: ${growth(own, 1000, 3000).toFixed(2)} (aim: at most ${GROWTH})`);
}

checkPeers(10);
const peers = timed(PEERS);
print(peers);
printRatios('PetrosaApp', peers);
const constructs = timed(CONSTRUCTS);
print(constructs);
printRatios('constructs', constructs);
rmSync(output, { recursive: true, force: true });
