import { existsSync, readFileSync, realpathSync } from 'fs';
import { basename } from 'path';
import { UsageError } from './errors';
import { Io } from './io';
import { namesIn } from './names-in';
import { ManifestSet, ManifestSetParts, ReadFiles, readPaths, ReadPathsOptions, ReadProblem, STDIN_NAME, STDIN_PATH } from '../manifest';
import { decodeText } from '../manifest/decode-text';
import { Configuration, CONFIGURATION_FILE, ConfigurationError, loadConfiguration, VerifyOptions } from '../verify';

/** The options of all commands that read manifests. */
export interface InputOptions {
  readonly namespace?: string;
  readonly clusterState?: readonly string[];
  readonly config?: string;
  readonly closedWorld?: boolean;
  readonly defaultDeny?: readonly string[];
  readonly zone?: string;
}

/** What a command works on. */
export interface Inputs {
  readonly set: ManifestSet;

  /** What the set is made of. */
  readonly parts: ManifestSetParts;
  readonly options: Partial<VerifyOptions>;

  /** What is wrong with the files. */
  readonly problems: readonly ReadProblem[];

  /** How many files were read. */
  readonly files: number;

  /** Files of folders that hold no manifests. */
  readonly skipped: readonly string[];

  /** Files that could not be read, those of the state included. */
  readonly unread: readonly ReadProblem[];

  /** What is wrong with the files, so that objects are missing. */
  readonly gaps: readonly ReadProblem[];

  /** What is wrong with the state, so that objects of the cluster are missing. */
  readonly stateGaps: readonly ReadProblem[];

  /** Whether something could not be read, so that the result is not whole. */
  readonly incomplete: boolean;

  /** The text of a file. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** How files are read. */
type Reading = Pick<ReadPathsOptions, 'nameOf' | 'memo'>;

/**
 * Reads the configuration, the files and the state of the cluster. What cannot be read is printed; where paths lead to no file the run ends.
 */
export async function readInputs(paths: readonly string[], options: InputOptions, io: Io, reading: Reading = {}): Promise<Inputs> {
  const { nameOf, memo = new Map() } = reading;
  const { namespace, zone, defaultDeny } = namesIn(options);
  const configuration = configurationOf(options.config);
  const statePaths = [...configuration.clusterState, ...options.clusterState ?? []];
  if (paths.includes(STDIN_PATH) && statePaths.includes(STDIN_PATH)) {
    throw new UsageError('standard input cannot be both the files and the state of the cluster; write one of them to a file');
  }
  const stdin = [...paths, ...statePaths].includes(STDIN_PATH) ? await io.stdin() : undefined;
  const state = statePaths.length > 0 ? readPaths(statePaths, { stdin, memo }) : undefined;
  const read = withoutState(readPaths(paths, { stdin, nameOf, memo }), state, paths);
  const unreadFiles = read.problems.filter(isUnreadable);
  const ofState = state?.problems ?? [];
  const unread = [...unreadFiles, ...ofState.filter(isUnreadable)];
  const stateGaps = ofState.filter(leavesGap);
  for (const problem of unread) io.err(problemLine('error', problem));
  for (const problem of ofState.filter(each => !isUnreadable(each))) io.err(problemLine('warning', problem));
  if (paths.length > 0 && read.documents.length + read.problems.length === unreadFiles.length) throw new UsageError(nothingRead(paths, read));
  const parts: ManifestSetParts = {
    files: read.documents,
    state: state?.documents,
    namespace: namespace ?? configuration.namespace,
    closedWorld: options.closedWorld ?? configuration.closedWorld,
  };
  return {
    set: new ManifestSet(parts),
    parts,
    options: {
      ...configuration.options,
      defaultDeny: [...configuration.options.defaultDeny ?? [], ...defaultDeny],
      ...(zone === undefined ? {} : { zone }),
    },
    problems: read.problems,
    files: read.files - read.skipped.filter(isOwnFile).length,
    skipped: read.skipped.filter(file => !isOwnFile(file)),
    unread,
    gaps: read.problems.filter(leavesGap),
    stateGaps,
    incomplete: unread.length + stateGaps.length > 0,
    sourceOf: sources(read, stdin),
  };
}

/** `readInputs` for commands that print no findings: what is broken in the files is printed too, and makes the result incomplete. */
export async function readInputsWhole(...[paths, options, io, reading]: Parameters<typeof readInputs>): Promise<Inputs> {
  const inputs = await readInputs(paths, options, io, reading);
  for (const problem of inputs.gaps.filter(gap => !isUnreadable(gap))) io.err(problemLine('error', problem));
  return { ...inputs, incomplete: inputs.incomplete || inputs.gaps.length > 0 };
}

function configurationOf(named: string | undefined): Configuration {
  try {
    return loadConfiguration(named);
  } catch (error) {
    throw error instanceof ConfigurationError ? new UsageError(error.message) : error;
  }
}

function isUnreadable({ kind }: ReadProblem): boolean {
  return kind === 'unreadable';
}

/** Whether something is missing after a problem, which might be what decides. */
function leavesGap(problem: ReadProblem): boolean {
  return isUnreadable(problem) || ['syntax', 'template', 'excessive'].includes(problem.kind);
}

/** Files of the state are not linted, even where they lie in a folder that is; where the user names one, they are. */
function withoutState(read: ReadFiles, state: ReadFiles | undefined, paths: readonly string[]): ReadFiles {
  if (!state) return read;
  const ofState = new Set(filesOf(state).map(realPath));
  const left = new Set(filesOf(read).filter(file => !paths.includes(file) && ofState.has(realPath(file))));
  return {
    documents: read.documents.filter(({ file }) => !left.has(file)),
    problems: read.problems.filter(({ position }) => !left.has(position.file)),
    files: read.files - left.size,
    skipped: read.skipped,
  };
}

function filesOf({ documents, problems }: ReadFiles): string[] {
  return [...new Set([...documents.map(({ file }) => file), ...problems.map(({ position }) => position.file)])];
}

/** What a descriptor leads to need not have a path. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** A configuration file that lies in a folder of manifests is none of them, and nobody wonders why it is not linted. */
function isOwnFile(file: string): boolean {
  return basename(file) === CONFIGURATION_FILE;
}

function nothingRead(paths: readonly string[], { files }: ReadFiles): string {
  if (files === 0) return `nothing was read from ${paths.join(', ')}`;
  return `nothing was read: ${paths.join(', ')} ${files === 1 ? 'is one file that holds' : `has ${files} files, which hold`} no manifest`;
}

function sources({ documents }: ReadFiles, stdin: string | undefined): Inputs['sourceOf'] {
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  return (file) => {
    if (file === STDIN_NAME) return stdin;
    return texts.get(file) ?? (existsSync(file) ? decodeText(readFileSync(file)) : undefined);
  };
}

/** What to print of a problem. */
export function problemLine(severity: 'error' | 'warning', { position, message, fix }: ReadProblem): string {
  return `${position.file}:${position.line}:${position.column} ${severity} ${message}; ${fix}\n`;
}
