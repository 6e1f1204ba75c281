import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
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

/** The programs that pages call, with what may stand behind their names. No test has the cluster, the network or the project of the reader. */
const PROGRAMS: Readonly<Record<string, (words: Words) => boolean>> = {
  kubectl: ([verb, ...words]) => KUBECTL[verb]?.(words) ?? false,
  npm: ([verb, ...words]) => verb === 'ci' || verb === 'test' || (verb === 'run' ? words[0] in scripts : verb === 'install' && isInstalled(words)),
  npx: ([name, task]) => (name === 'projen' ? task in tasks : ['cdk8s', 'jest'].includes(name)),
  pip: ([verb, ...words]) => verb === 'install' && isInstalled(words),
  helm: ([verb]) => verb === 'template',
  git: ([verb]) => verb === 'worktree',
  gh: words => words.slice(0, 2).join(' ') === 'pr comment',
  nats: ([verb]) => ['consumer', 'server', 'stream'].includes(verb),
  ...Object.fromEntries(['[', 'api', 'cat', 'cd', 'curl', 'echo', 'exit', 'grep', 'head', 'jq', 'node', 'set', 'sort', 'uniq'].map(name => [name, () => true])),
};

/** What is wrong with the commands of a script: those of petrosa-nats are taken apart as when they run, the others as far as the project can know them. */
export async function commandFaults(script: string): Promise<string[]> {
  const faults = await Promise.all(commandsIn(script).map(async (command) => {
    const lost = command.find(word => /^(bin|docs|examples|scripts|src|test)\//.test(word) && !existsSync(join(PROJECT, word)));
    if (lost) return `${lost} does not exist`;
    const argv = argumentsOf(command);
    if (argv) return refusal(argv);
    return PROGRAMS[command[0]]?.(command.slice(1)) ? undefined : `${command.join(' ')}: not known to the tests`;
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
