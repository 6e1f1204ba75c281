import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { isAbsolute, join, posix, relative, sep } from 'path';
import { UsageError } from './errors';

/** A commit of the repository around the current folder. */
export interface GitRevision {
  readonly commit: string;

  /** The current folder within the repository, empty or with a slash at the end. */
  readonly prefix: string;
}

/** The commit that a text names; undefined where it names none, and outside of a repository. */
export function findRevision(text: string): GitRevision | undefined {
  const commit = tryGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`]);
  const prefix = tryGit(['rev-parse', '--show-prefix']);
  return commit === undefined || prefix === undefined ? undefined : { commit, prefix };
}

/** Whether git can be run at all. */
export function hasGit(): boolean {
  return tryGit(['--version']) !== undefined;
}

/** Files of a revision in a temporary folder. */
export interface RevisionFiles {
  /** Those of the asked ones that the revision has. */
  readonly paths: readonly string[];

  /** The name of a file in the repository. */
  readonly nameOf: (path: string) => string;
}

/** Writes files and folders of a revision into a temporary folder for as long as they are used. The work tree and the index stay as they are. */
export async function withRevision<T>(
  { commit, prefix }: GitRevision, paths: readonly string[], use: (files: RevisionFiles) => Promise<T>,
): Promise<T> {
  const inRepository = paths.map(path => pathInRepository(path, prefix));
  const present = inRepository.filter(path => tryGit(['cat-file', '-e', `${commit}:${path}`]) !== undefined);
  const folder = mkdtempSync(join(tmpdir(), 'petrosa-nats-revision-'));
  const tree = join(folder, 'tree');
  try {
    mkdirSync(tree);
    if (present.length > 0) checkOut(commit, present, folder, tree);
    return await use({
      paths: present.map(path => join(tree, path)),
      nameOf: path => relative(tree, path).split(sep).join('/'),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An own index, so that the one of the repository does not change; no hooks, since nothing is checked out for anybody. */
function checkOut(commit: string, paths: readonly string[], folder: string, tree: string): void {
  const pathspecs = paths.map(path => (path === '' ? ':(top)' : `:(top,literal)${path}`));
  try {
    git(['-c', `core.hooksPath=${folder}`, `--work-tree=${tree}`, 'checkout', '--quiet', commit, '--', ...pathspecs], { GIT_INDEX_FILE: join(folder, 'index') });
  } catch (error) {
    throw new UsageError(`git cannot read ${paths.join(', ')} of ${commit.slice(0, 12)}: ${firstLine(error)}`);
  }
}

function pathInRepository(path: string, prefix: string): string {
  const below = isAbsolute(path) ? relative(process.cwd(), path) : path;
  const joined = posix.normalize(posix.join(prefix, below.split(sep).join('/'))).replace(/\/$/, '');
  if (joined === '..' || joined.startsWith('../')) throw new UsageError(`${path} lies outside of the repository, so that a revision does not have it`);
  return joined === '.' ? '' : joined;
}

function tryGit(args: readonly string[]): string | undefined {
  try {
    return git(args);
  } catch {
    return undefined;
  }
}

function git(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } }).trim();
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
  return (stderr || message).trim().split('\n')[0];
}
