import { execFileSync } from 'child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { isDeepStrictEqual } from 'util';
import { stringify } from 'yaml';
import { compiled } from './compiled';
import { helm } from './helm';
import { least, processSeconds } from './processes';
import { checkSameObjects, objectsIn, Rendered } from './same-objects';

const SIZES = [1, 10, 100, 1000, 3000];

/** Runs of each process; those that take minutes run once. */
const RUNS = 5;
const LONG = 20;

/** The aims at a thousand applications, and for the exponent of growth from there on. */
const AIMS = { 'helm, values': 1, 'helm, a loop': 1, 'plain loop': 3, 'by hand': 1 };
const GROWTH = 1.05;

const programs = compiled('synth');
const [output, values] = ['output-', 'values-'].map(name => mkdtempSync(join(tmpdir(), `bench-${name}`)));
const binary = helm('dist/bench/helm');

const script = (name: string) => (size: number): [string, string[]] => ['node', [join(programs, `${name}.js`), `${size}`, output]];
const template = (chart: string, ...options: string[]): [string, string[]] => [binary, ['template', 'bench', join('bench/synth', chart), ...options]];

/** Programs that render the same applications, as whole processes. */
const PEERS = {
  'cdk8s': script('stock'),
  'helm, values': (size: number) => template('chart-with-values', '--values', helmValues(size)),
  'helm, a loop': (size: number) => template('chart', '--set', `count=${size}`),
  'plain loop': script('loop'),
  'PetrosaApp': script('linear'),
};

/** Applications with settings, a Secret, connections and policies, by the constructs of the library and by those of cdk8s-plus. */
const CONSTRUCTS = {
  'by hand in App': script('handwritten-stock'),
  'by hand': script('handwritten'),
  'constructs': script('constructs'),
};

/** A file with the values of so many applications. */
function helmValues(size: number): string {
  const file = join(values, `${size}.yaml`);
  const application = (i: number) => ({
    image: `registry.example/team/app-${i}:1.0.0`, replicas: 2, port: 8080, env: ['NATS_URL', 'NATS_ENABLED', 'LOG_LEVEL'], config: { NATS_ENABLED: 'true', LOG_LEVEL: 'info' },
  });
  if (!existsSync(file)) writeFileSync(file, stringify({ applications: Object.fromEntries(Array.from({ length: size }, (_, i) => [`app-${i}`, application(i)])) }));
  return file;
}

type Programs = Readonly<Record<string, (size: number) => [string, string[]]>>;
type Times = ReadonlyMap<string, readonly number[]>;

function written(program: (size: number) => [string, string[]], size: number): string[] {
  rmSync(output, { recursive: true, force: true });
  execFileSync(...program(size));
  return readdirSync(output).sort().map(file => readFileSync(join(output, file), 'utf8'));
}

/** @throws if the peers do not render the same */
function checkPeers(size: number): void {
  const expected = written(PEERS.cdk8s, size);
  for (const peer of ['plain loop', 'PetrosaApp'] as const) {
    if (!isDeepStrictEqual(written(PEERS[peer], size), expected)) throw new Error(`${peer} writes something else than cdk8s`);
  }
  for (const peer of ['helm, values', 'helm, a loop'] as const) {
    const templated = execFileSync(...PEERS[peer](size), { encoding: 'utf8', maxBuffer: 2 ** 28 });
    checkSameObjects(peer, objectsIn(templated), 'cdk8s', expected.flatMap(objectsIn));
  }
}

/** @throws if the constructs and the code by hand do not render the same */
function checkConstructs(size: number): void {
  const [stock, byHand, constructs] = Object.values(CONSTRUCTS).map(program => written(program, size));
  if (!isDeepStrictEqual(stock, byHand)) throw new Error('PetrosaApp writes something else than App');
  checkSameObjects('constructs', constructs.flatMap(objectsIn), 'by hand', byHand.flatMap(objectsIn).map(withoutKplusDefaults));
}

/** An object without what cdk8s-plus always writes, and what means nothing: the address of pods that no selector asks for, `immutable: false`, all pods of the namespaces. */
function withoutKplusDefaults(object: Rendered): Rendered {
  return JSON.parse(JSON.stringify(object, function (this: object, key: string, value: unknown) {
    const isDefault = key === 'cdk8s.io/metadata.addr'
      || (key === 'immutable' && value === false)
      || (key === 'podSelector' && 'namespaceSelector' in this && isDeepStrictEqual(value, {}));
    return isDefault ? undefined : value;
  }));
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
checkConstructs(10);
const peers = timed(PEERS);
print(peers);
printRatios('PetrosaApp', peers);
const constructs = timed(CONSTRUCTS);
print(constructs);
printRatios('constructs', constructs);
for (const folder of [output, values]) rmSync(folder, { recursive: true, force: true });
