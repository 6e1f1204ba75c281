import { execFileSync } from 'child_process';
import { compiled } from './compiled';
import { least, processSeconds } from './processes';

const RUNS = 15;

/** The aims: the library costs at most this many times what cdk8s-plus costs, and the help at most these seconds of CPU. */
const AIMS = { ratio: 1.3, help: 0.15 };

/** What a program does that imports and uses some names, or all that there are, which is also what Node does for a module of ECMAScript. */
const PROGRAMS = {
  'cdk8s-plus-28': "require('cdk8s-plus-28')",
  'cdk8s-petrosa, for PetrosaApp': "const { PetrosaApp } = require('cdk8s-petrosa')",
  'cdk8s-petrosa, names of the quickstart': "const { HttpsApi, NatsAwareDeployment, NatsServer, PetrosaCommonConfig } = require('cdk8s-petrosa')",
  'cdk8s-petrosa, every name': "Object.values(require('cdk8s-petrosa'))",
};

/** Seconds of CPU that an import takes, without the start of Node. */
function importing(statement: string): number {
  const program = `const start = process.cpuUsage(); ${statement}; const { user, system } = process.cpuUsage(start); console.log((user + system) / 1e6);`;
  return Number(execFileSync('node', ['-e', program], { cwd: folder, encoding: 'utf8' }));
}

const folder = compiled('synth');
const seconds = Object.values(PROGRAMS).map(statement => least(RUNS, () => importing(statement)));
console.log(`seconds of CPU of an import, the least of ${RUNS}, and the ratio to cdk8s-plus-28 (aim: at most ${AIMS.ratio})`);
Object.keys(PROGRAMS).forEach((name, i) => console.log(`${name}: ${seconds[i].toFixed(3)}, ${(seconds[i] / seconds[0]).toFixed(2)}`));
const help = least(RUNS, () => processSeconds('node', ['bin/petrosa-nats', '--help']));
console.log(`petrosa-nats --help: ${help.toFixed(3)} s of CPU (aim: at most ${AIMS.help})`);
