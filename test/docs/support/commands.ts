import { spawnSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { Script } from 'vm';
import { argumentsOf } from './outputs';
import { commandsIn } from './shell';
import { program } from '../../../src/cli/program';
import { PROJECT } from '../../support/shared';

const json = (file: string) => JSON.parse(readFileSync(join(PROJECT, file), 'utf8'));
const { name: PACKAGE, scripts } = json('package.json') as { name: string; scripts: Record<string, string> };
const { tasks } = json('.projen/tasks.json') as { tasks: Record<string, object> };

type Words = readonly string[];

const isInstalled = (names: Words): boolean => names.every(name => name.startsWith('-') || [PACKAGE, 'typescript'].includes(name));

const RESOURCES = /^(configmaps?|cronjobs|daemonsets|deployments?|endpointslices|jobs?|namespaces|networkpolicies|pods?|services?|statefulsets)$/;
const areResources = (words: string): boolean => words.split('/')[0].split(',').every(word => RESOURCES.test(word));

/** By the verb of kubectl, whether what stands behind it can be right. */
const KUBECTL: Readonly<Record<string, (words: Words) => boolean>> = {
  ...Object.fromEntries(['delete', 'describe', 'get'].map(verb => [verb, ([what]: Words) => areResources(what)])),
  rollout: ([verb, what]) => ['restart', 'status'].includes(verb) && areResources(what),
  wait: words => words.some(word => word.includes('/') && areResources(word)),
  ...Object.fromEntries(['apply', 'exec', 'kustomize', 'logs', 'port-forward'].map(verb => [verb, () => true])),
};

/** The programs of pages that need more than files, with what may stand behind their names, by what that is. cluster-scripts.ts has those that a cluster runs. */
const NEEDS_MORE: Readonly<Record<string, Readonly<Record<string, (words: Words) => boolean>>>> = {
  'a cluster': {
    'kubectl': ([verb, ...words]) => KUBECTL[verb]?.(words) ?? false,
    'petrosa-nats': ([command]) => command === 'doctor',
    'nats': ([verb]) => ['consumer', 'server', 'stream'].includes(verb),
  },
  'the network': {
    pip: ([verb, ...words]) => verb === 'install' && isInstalled(words),
    gh: words => words.slice(0, 2).join(' ') === 'pr comment',
    ...anyWords('api', 'curl'),
  },
  'the network or minutes, in the project of the reader': {
    npm: ([verb, ...words]) => verb === 'ci' || verb === 'test' || (verb === 'run' ? words[0] in scripts : verb === 'install' && isInstalled(words)),
    npx: ([name, ...words]) => NPX[name]?.(words) ?? false,
  },
  'the repository of the reader': { git: ([verb]) => verb === 'worktree' },
  'a chart, and a program that tests do not ask for': { helm: ([verb]) => verb === 'template' },
  'what another program has printed': {
    node: ([first, text]) => (first === '-p' ? isProgram(text) : exists(first)),
    ...anyWords('[', 'cat', 'cd', 'echo', 'exit', 'grep', 'head', 'jq', 'set', 'sort', 'uniq'),
  },
};

const NPX: Readonly<Record<string, (words: Words) => boolean>> = {
  projen: ([task]) => task in tasks,
  jest: words => words.every(word => word.startsWith('-') || exists(word)),
  cdk8s: isOfCdk8s,
};

const PROGRAMS = Object.assign({}, ...Object.values(NEEDS_MORE)) as Readonly<Record<string, (words: Words) => boolean>>;

function anyWords(...names: Words): Record<string, () => boolean> {
  return Object.fromEntries(names.map(name => [name, () => true]));
}

/** Whether the project has a file or folder, or for jest a test whose path begins so. */
function exists(path: string): boolean {
  return ['', '.test.ts'].some(ending => existsSync(join(PROJECT, path + ending)));
}

function isProgram(text: string): boolean {
  try {
    return Boolean(new Script(text));
  } catch {
    return false;
  }
}

const cdk8sHelp = new Map<string, string>();

/** Whether cdk8s tells of a subcommand and its options. For one that it lacks it tells of the others. */
function isOfCdk8s([verb, ...words]: Words): boolean {
  const help = cdk8sHelp.get(verb) ?? spawnSync('node_modules/.bin/cdk8s', [verb, '--help', '--no-check-upgrade'], { cwd: PROJECT, encoding: 'utf8' }).stdout;
  cdk8sHelp.set(verb, help);
  const named = new Set(help.match(/(?<=[\s(])--?[a-z][\w-]*/g));
  return help.startsWith(`cdk8s ${verb}`) && words.filter(word => word.startsWith('-')).every(word => named.has(word.split('=')[0]));
}

/** Whether a command is one that needs more than files. */
export function needsMoreThanFiles([name, ...words]: Words): boolean {
  return PROGRAMS[name]?.(words) ?? false;
}

/** What is wrong with the commands of a script: those of petrosa-nats are taken apart as when they run, the others as far as the project can know them. */
export async function commandFaults(script: string): Promise<string[]> {
  const faults = await Promise.all(commandsIn(script).map(async (command) => {
    const lost = command.find(word => /^(bin|docs|examples|scripts|src|test)\//.test(word) && !exists(word));
    if (lost) return `${lost} does not exist`;
    const argv = argumentsOf(command);
    if (argv) return refusal(argv);
    return needsMoreThanFiles(command) ? undefined : `${command.join(' ')}: not known to the tests`;
  }));
  return faults.filter(fault => fault !== undefined);
}

async function refusal(argv: Words): Promise<string | undefined> {
  let said = '';
  const io = { out: () => {}, err: (text: string) => { said += text; }, stdin: () => Promise.resolve(''), env: {}, isTTY: false };
  const root = program(io, () => {});
  for (const command of root.commands) command.action(() => {});
  try {
    await root.parseAsync([...argv], { from: 'user' });
    return undefined;
  } catch (error) {
    return (error as { exitCode?: number }).exitCode === 0 ? undefined : `petrosa-nats ${argv.join(' ')}: ${said}`;
  }
}
