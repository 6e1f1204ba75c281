import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { runIn } from '../support/command-line';
import { PROJECT } from '../support/shared';
import { ASKING, RUN_ON_CLUSTER } from './support/cluster-scripts';
import { commandFaults } from './support/commands';
import { doctorOutput, outputOf, Shown, shownOn } from './support/outputs';
import { Block, BLOCKS, PAGES, read } from './support/pages';
import { runOf, runsIn } from './support/runs';
import { commandsIn } from './support/shell';
import { isThrown } from './support/snippets';
import { WORLDS } from './support/worlds';
import { yamlFaults } from './support/yaml-faults';

/** Pages that rule-pages.test.ts compares whole with the fixtures of the rules, which are linted there. */
const written = BLOCKS.filter(({ page }) => !page.startsWith('docs/rules/'));
const of = (...languages: string[]) => written.filter(({ language }) => languages.includes(language));
const placeOf = ({ page, line, language }: Block) => `${page}:${line} ${language}`;

/** Blocks that a test of their own runs: how many of a language on a page, and where. */
const RUN_ELSEWHERE: ReadonlyArray<readonly [page: string, language: string, count: number, test: string]> = [
  ['docs/health.md', 'text', 1, 'test/probe/wait-for-nats.test.ts'],
  ['docs/health.md', 'text', 1, 'test/probe/check-nats.test.ts'],
  ['docs/health.md', 'python', 3, 'test/health-page.test.ts'],
  ['docs/monitoring.md', 'python', 1, 'test/monitoring-page.test.ts'],
  ['README.md', 'python', 1, 'test/package/support/quickstart.ts'],
  ['docs/python.md', 'python', 3, 'test/package/python.package.ts'],
  ['docs/python.md', 'text', 2, 'test/package/python.package.ts'],
  ['docs/moving.md', 'text', 4, 'test/cli/moving.test.ts'],
  ['docs/moving.md', 'mermaid', 1, 'test/cli/moving.test.ts'],
];

/** Each step of the guide for an existing system goes on with what the one before has written. */
const inSteps = 'docs/moving.md';
const outputs = PAGES.filter(page => page !== inSteps).flatMap(shownOn);

test.each(outputs.map(shown => [placeOf(shown.block), shown] as const))('%s is what the command prints', async (_, shown) => {
  expect(await printed(shown)).toBe(shown.block.code);
});

function printed(shown: Shown): Promise<string> {
  if (shown.argv[0] !== 'doctor') return outputOf(shown);
  const { page } = shown.block;
  const before = outputs.filter(({ block, argv }) => block.page === page && argv[0] === 'doctor').indexOf(shown);
  return doctorOutput(shown.argv, WORLDS.get(page)![before]);
}

test('each output and each program of Python is run, here or by a test of its own', () => {
  const here = new Set(outputs.map(({ block }) => placeOf(block)));
  const others = of('text', 'mermaid', 'python').filter(block => !here.has(placeOf(block)) && !isThrown(block)).map(({ page, language }) => `${page} ${language}`);
  const named = RUN_ELSEWHERE.flatMap(([page, language, count]) => Array<string>(count).fill(`${page} ${language}`));
  expect(others.sort()).toEqual(named.sort());
});

test.each(RUN_ELSEWHERE)('%s: %s is read by the test that is named', (page, _language, _count, file) => {
  expect(readFileSync(join(PROJECT, file), 'utf8')).toContain(page.replace('docs/', ''));
});

test.each(PAGES)('no block of %s is unseen', (page) => {
  expect(read(page).match(/^ *(`{3,}|~{3,})/gm) ?? []).toHaveLength(2 * BLOCKS.filter(block => block.page === page).length);
});

test('each block is of a language that is checked', () => {
  const checked = ['ts', 'js', 'sh', 'yaml', 'text', 'mermaid', 'python'];
  expect(written.filter(({ language }) => !checked.includes(language)).map(placeOf)).toEqual([]);
});

test('each script is one for sh', () => {
  const scripts = of('sh').map(block => `: ${placeOf(block)}\n(\n${block.code})\n`).join('');
  expect(spawnSync('sh', ['-n'], { input: scripts, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

test.each(of('sh').map(block => [placeOf(block), block.code]))('each command of %s exists, and takes its arguments', async (_, script) => {
  expect(await commandFaults(script)).toEqual([]);
});

test('each script that asks a cluster is run on one, but for a plan that a test of its own makes, and a program that is not here', () => {
  expect(ASKING.filter(block => !RUN_ON_CLUSTER.includes(block)).map(({ page }) => page)).toEqual(['docs/migrate.md', 'docs/runbooks/NatsConsumerPending.md']);
});

const runs = of('sh', 'yaml').flatMap(block => runsIn(block).map(argv => [placeOf(block), argv.join(' '), block.page, argv] as const));

test.each(runs)('%s: petrosa-nats %s does its work', async (_place, _command, page, argv) => {
  const { code, err } = await runOf(page, argv);
  expect({ worked: [0, 1].includes(code), err }).toEqual({ worked: true, err: expect.any(String) });
});

test.each([
  'npx cdk8s frobnicate', 'npx cdk8s synth --nonsense', 'node no-such.js', 'node -p "1 +"', 'npm run no-such-task', 'npx projen no-such-task',
  'npx jest test/no-such-room', 'petrosa-nats lint --nonsense k8s/', 'no-such-program',
])('%s would be told', async (command) => {
  expect(await commandFaults(command)).toHaveLength(1);
});

test('a path that nothing stands in for would be told', async () => {
  expect((await runOf('docs/lint.md', ['lint', 'no-such-folder/'])).code).toBe(2);
});

test.each(of('yaml').map(block => [placeOf(block), block] as const))('%s is right for what it is', async (_, block) => {
  expect(await yamlFaults(block)).toEqual([]);
});

test('the state of the cluster is made by one command, whoever tells it', async () => {
  const told = ['docs/lint.md', 'docs/pipelines.md'].map(read);
  told.push((await runIn({}, ['--help'])).out);
  expect(told.map(text => text.match(/kubectl get .*$/gm))).toEqual(Array(3).fill([
    'kubectl get configmaps,services,networkpolicies,namespaces,deployments,statefulsets,daemonsets,cronjobs -A -o yaml > cluster.yaml',
  ]));
});

test('the commands of lists, pipes, groups and substitutions are seen, and what is quoted is none', () => {
  const script = 'set -eu # then\nA=1 cat "$(ls -l | sort)" > out && { echo \'a; b\'; } || [ $? -eq 1 ]\nif true; then wc; fi';
  expect(commandsIn(script)).toEqual([['set', '-eu'], ['ls', '-l'], ['sort'], ['cat', '$()'], ['echo', 'a; b'], ['[', '$?', '-eq', '1', ']'], ['true'], ['wc']]);
});

test('the program of the guide about lint finds what the guide is about', () => {
  const [{ code }] = of('js');
  const [quotes] = of('yaml').filter(({ page }) => page === 'docs/lint.md');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const inSource = (name: string) => require(name.replace('cdk8s-petrosa/lib', '../../src'));
  const found = new Function('require', 'text', `${code}\nreturn { failures, codes: findings.map(finding => finding.code) };`)(inSource, quotes.code);
  expect([of('js').length, found]).toEqual([1, { failures: [], codes: ['NET301', 'CFG202'] }]);
});

test('each command in a sentence exists, with the options that it has there', async () => {
  const spoken = PAGES.flatMap(page => [...read(page).matchAll(/`((?:npx (?:cdk8s|jest|petrosa-nats|projen)|npm run|petrosa-nats) [^`]+)`/g)].map(([, command]) => command.replaceAll('\n', ' ')));
  const faults = await commandFaults([...new Set(spoken)].join('\n'));
  // A sentence about a command need not say what it reads.
  expect(faults.filter(fault => !/error: (missing required argument|required option)/.test(fault))).toEqual([]);
});
