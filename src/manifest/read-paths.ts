import { lstatSync, readFileSync, readlinkSync, realpathSync, statSync } from 'fs';
import { resolve } from 'path';
import { decodeText } from './decode-text';
import { Json } from './json';
import { typedByFile } from './kustomization-file';
import { kustomizePatches } from './kustomize-patches';
import { listFiles } from './list-files';
import { looksLikeManifest } from './looks-like-manifest';
import { ReadProblem } from './read-problem';
import { readText, PartMemo } from './read-text';
import { SourceDocument } from './source-document';

/** The path that stands for standard input. */
export const STDIN_PATH = '-';

/** The name of standard input in positions. */
export const STDIN_NAME = 'stdin';

/** Files larger than this many MB are not read. */
export const FILE_LIMIT = 10;

/** What a shell has opened already, so that reading it comes to an end: `/dev/stdin`, and `/dev/fd/63` of `<(…)`; and what is empty. */
const ENDING = /^\/(?:dev\/(?:null$|stdin$|fd\/)|proc\/self\/fd\/)/;

/** What was read from files and folders. */
export interface ReadFiles {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly ReadProblem[];

  /** How many files were read, standard input included. */
  readonly files: number;

  /** Files of folders in which nothing looks like a manifest, such as a package.json or the values of a chart, and the patches of a kustomization. */
  readonly skipped: readonly string[];
}

/** What a reading is given beside its paths. */
export interface ReadPathsOptions {
  /**
   * The text that the path `-` stands for.
   * @default - that path is a problem
   */
  readonly stdin?: string;

  /**
   * How positions name the file of a path.
   * @default - by its path
   */
  readonly nameOf?: (path: string) => string;

  /**
   * What readings of trees that share most of their texts have parsed.
   * @default - nothing
   */
  readonly memo?: PartMemo;
}

/**
 * Reads files, and the manifests of folders (see `listFiles`); a file that several paths lead to is read once.
 * Never throws: what cannot be read becomes a problem.
 */
export function readPaths(paths: readonly string[], { stdin, nameOf = path => path, memo = new Map() }: ReadPathsOptions = {}): ReadFiles {
  const reading = new Reading(nameOf, memo);
  for (const path of new Set(paths)) {
    if (path !== STDIN_PATH) reading.path(path);
    else if (stdin === undefined) reading.unreadable(STDIN_NAME, 'nothing came from standard input', 'pipe manifests into the command');
    else reading.text(STDIN_NAME, stdin, 'named');
  }
  return reading.withoutPatches();
}

/** Whether the user named a file, or it was found in a folder. */
type Origin = 'named' | 'found';

class Reading {
  private readonly documents: SourceDocument[] = [];
  private readonly problems: ReadProblem[] = [];
  private readonly skipped: string[] = [];
  private readonly patches = new Set<string>();
  private files = 0;
  private readonly seen = new Set<string>();

  constructor(private readonly nameOf: (path: string) => string, private readonly memo: PartMemo) {}

  path(path: string): void {
    this.attempt(path, () => (statSync(path).isDirectory() ? this.folder(path) : this.file(path, 'named')));
  }

  text(file: string, text: string, origin: Origin): void {
    this.files++;
    if (origin === 'found' && isJsonOfOthers(file, text)) return void this.skipped.push(file);
    const { documents, problems } = readText(file, text, this.memo);
    documents.flatMap(kustomizePatches).forEach(patch => this.patches.add(patch));
    if (origin === 'found' && isStray(file, text, documents)) {
      this.skipped.push(file);
    } else {
      this.documents.push(...documents);
      this.problems.push(...problems);
    }
  }

  unreadable(path: string, message: string, fix: string): void {
    const file = this.nameOf(path);
    this.problems.push({ kind: 'unreadable', message, fix, position: { file, line: 1, column: 1, endLine: 1, endColumn: 1 } });
  }

  /** What was read, without the files that a kustomization among them names as patches. */
  withoutPatches(): ReadFiles {
    const { documents, problems, files, patches } = this;
    const isPatch = (file: string): boolean => patches.has(resolve(file));
    const read = [...documents.map(({ file }) => file), ...problems.filter(isOfText).map(({ position }) => position.file)];
    const skipped = new Set([...this.skipped, ...read.filter(isPatch)]);
    return {
      documents: documents.filter(({ file }) => !skipped.has(file)),
      problems: problems.filter(problem => !isOfText(problem) || !skipped.has(problem.position.file)),
      files,
      skipped: [...skipped],
    };
  }

  private folder(path: string): void {
    const { files, failures } = listFiles(path);
    for (const file of files) this.attempt(file, () => this.file(file, 'found'));
    for (const failure of failures) this.failed(failure.path, failure.error);
    if (files.length + failures.length === 0) {
      this.unreadable(path, 'the folder holds no .yaml, .yml or .json file, so nothing was read', 'name the folder that holds the manifests');
    }
  }

  private file(path: string, origin: Origin): void {
    const stats = statSync(path);
    if (!stats.isFile() && !ENDING.test(path)) {
      return this.unreadable(path, 'the file is a pipe or a device', `name a regular file, or give what it holds on standard input as ${STDIN_PATH}`);
    }
    // What a descriptor leads to need not have a path.
    const real = stats.isFile() ? realpathSync.native(path) : path;
    if (this.seen.has(real)) return;
    this.seen.add(real);
    const megabytes = stats.size / 1e6;
    if (megabytes > FILE_LIMIT) {
      return this.unreadable(path, `the file has ${Math.ceil(megabytes)} MB, files above ${FILE_LIMIT} MB are not read`, 'split it into several files');
    }
    const text = decodeText(readFileSync(path));
    if (text === undefined) this.unreadable(path, 'the file is binary', 'name files of text');
    else this.text(this.nameOf(path), text, origin);
  }

  private attempt(path: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      this.failed(path, error);
    }
  }

  private failed(path: string, error: unknown): void {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      return this.unreadable(path, `the link to ${readlinkSync(path)} leads nowhere`, 'remove it, or correct where it leads');
    }
    const [message, fix] = FAILURES[code ?? ''] ?? [`the file cannot be read: ${(error as Error).message}`, 'name another one'];
    this.unreadable(path, message, fix);
  }
}

function isOfText({ kind }: ReadProblem): boolean {
  return kind !== 'unreadable';
}

/** Whether a file is JSON and no manifest, told without the YAML parser, which takes many times as long. */
function isJsonOfOthers(file: string, text: string): boolean {
  if (!/\.json$/i.test(file)) return false;
  try {
    return !looksLikeManifest(JSON.parse(text) as Json);
  } catch {
    return false;
  }
}

/** Whether a file has nothing to do with Kubernetes, so that its faults are nobody's business here. */
function isStray(file: string, text: string, documents: readonly SourceDocument[]): boolean {
  if (documents.some(({ value }) => looksLikeManifest(typedByFile(file, value)))) return false;
  return documents.length > 0 || !/(?:^|[{,])[ \t"']*(apiVersion|kind)["']?[ \t]*:/m.test(text);
}

const FAILURES: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  ENOENT: ['there is no such file or folder', 'correct the path'],
  EACCES: ['reading it is not permitted', 'give the right to read it'],
  ELOOP: ['the link leads back to itself', 'remove the link'],
};
