import { execFileSync } from 'child_process';
import { compiled } from './compiled';
import { least, processSeconds } from './processes';

const RUNS = 15;

/** The aims: the library costs at most this many times what cdk8s-plus costs, and the help at most these seconds of CPU. */
const AIMS = { ratio: 1.3, help: 0.15 };

/** Seconds of CPU that a process takes to load a module. */
function loading(module: string): number {
  const program = `const start = process.cpuUsage(); require('${module}'); const { user, system } = process.cpuUsage(start); console.log((user + system) / 1e6);`;
  return Number(execFileSync('node', ['-e', program], { cwd: folder, encoding: 'utf8' }));
}

const folder = compiled('synth');
const [library, peer] = ['cdk8s-petrosa', 'cdk8s-plus-28'].map(module => least(RUNS, () => loading(module)));
console.log(`importing cdk8s-petrosa ${library.toFixed(3)} s of CPU, cdk8s-plus-28 ${peer.toFixed(3)} s (least of ${RUNS})`);
console.log(`ratio: ${(library / peer).toFixed(2)} (aim: at most ${AIMS.ratio})`);
const help = least(RUNS, () => processSeconds('node', ['bin/petrosa-nats', '--help']));
console.log(`petrosa-nats --help: ${help.toFixed(3)} s of CPU (aim: at most ${AIMS.help})`);
