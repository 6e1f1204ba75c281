import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { parseAllDocuments } from 'yaml';
import { needsMoreThanFiles } from './commands';
import { argumentsOf, filesIn, filesOf } from './outputs';
import { Block } from './pages';
import { commandsIn } from './shell';
import { scriptsIn } from './yaml-faults';
import { run } from '../../../src/cli';
import { PROJECT } from '../../support/shared';

/** What stands in for the folders of the reader, by their names on the pages. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ...['k8s', 'dist', 'old', 'app/dist'].map(folder => [folder, 'examples/moving/k8s'] as const),
  ...['new', '../base/dist'].map(folder => [folder, 'examples/comparison'] as const),
]);

const CLUSTER = readFileSync(join(PROJECT, 'examples/moving/cluster.yaml'), 'utf8');

/** What stands in for the variables that a pipeline sets. */
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ['$CI_MERGE_REQUEST_DIFF_BASE_SHA', 'HEAD^1'],
  ['${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-HEAD}', 'HEAD'],
]);

/** What a command of a page says on standard error, and how it ends. */
export interface Run {
  readonly code: number;
  readonly err: string;
}

/** The commands of petrosa-nats in a block that need nothing but files, as their arguments. */
export function runsIn({ language, code }: Block): string[][] {
  const script = language === 'yaml' ? parseAllDocuments(code).flatMap(document => scriptsIn(document.toJS())).join('\n') : code;
  return commandsIn(script).map(argumentsOf).filter(argv => argv !== undefined && !needsMoreThanFiles(['petrosa-nats', ...argv]))
    .map(argv => argv!.map(word => VARIABLES.get(word) ?? word));
}

/** Runs petrosa-nats in a folder that has what the page shows and what the command names; a repository with two commits, where it names one. */
export async function runOf(page: string, argv: readonly string[]): Promise<Run> {
  const root = mkdtempSync(join(tmpdir(), 'petrosa-nats-page-'));
  const before = process.cwd();
  let err = '';
  try {
    mkdirSync(join(root, 'project'));
    process.chdir(join(root, 'project'));
    writeFiles(filesFor(page, argv));
    if (argv.some(word => /\bHEAD\b|^origin\//.test(word))) commitTwice();
    const stdin = () => Promise.resolve(Object.values(filesOf(page))[0]);
    const io = { out: () => {}, err: (text: string) => { err += text; }, stdin, env: {}, isTTY: false };
    return { code: await run(argv, io), err };
  } finally {
    process.chdir(before);
    rmSync(root, { recursive: true });
  }
}

function filesFor(page: string, argv: readonly string[]): Record<string, string> {
  const named = argv.flatMap((word) => {
    const name = word.replace(/\/$/, '');
    const origin = STAND_INS.get(name);
    return origin === undefined ? [] : filesIn(origin).map(([file, text]) => [join(name, file), text]);
  });
  return { 'cluster.yaml': CLUSTER, ...Object.fromEntries(named), ...filesOf(page) };
}

function writeFiles(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function commitTwice(): void {
  git('init', '--quiet');
  git('add', '.');
  for (const message of ['base', 'head']) git('commit', '--quiet', '--allow-empty', '--message', message);
  git('update-ref', 'refs/remotes/origin/main', 'HEAD^1');
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...args], { stdio: 'ignore' });
}
