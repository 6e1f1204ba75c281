import { statSync } from 'fs';
import { coloursOf } from './colours';
import { UsageError } from './errors';
import { EXIT, ExitCode } from './exit-code';
import { explainFailure } from './explain-failure';
import { InputOptions, problemLine, readInputs } from './inputs';
import { Io } from './io';
import { OriginalText, originalTexts } from './original-texts';
import { parseServer } from './parse-server';
import { rewriteFiles } from './rewrite-files';
import { nearest } from '../address/private/nearest';
import { ReadProblem, STDIN_PATH } from '../manifest';
import { migrate as correct, Migration, planOf } from '../migrate';
import { formatMigration, formatMigrationDiff, formatMigrationScript } from '../report';
import { RULES } from '../verify';

/** The options of `migrate`. */
export interface MigrateOptions extends InputOptions {
  readonly server?: string;
  readonly only?: readonly string[];
  readonly write?: boolean;
  readonly check?: boolean;
  readonly script?: boolean;
}

/** Corrects manifests in place. */
export async function migrate(paths: readonly string[], options: MigrateOptions, io: Io): Promise<ExitCode> {
  for (const path of paths) refuseOutsideFiles(path);
  if (options.check && options.write) throw new UsageError('--check writes nothing; leave out --check or --write');
  const only = options.only && new Set(options.only.map(knownCode));
  const inputs = await readInputs(paths, options, io);
  const [gap] = inputs.stateGaps;
  if (gap && options.write) throw new UsageError(`${gap.position.file}, which tells the state of the cluster, cannot be read whole, so nothing is written; correct it first`);
  const broken = inputs.gaps.filter(({ kind }) => kind !== 'unreadable');
  for (const problem of broken) io.err(problemLine(severityOf(problem), problem));
  const server = options.server === undefined ? undefined : parseServer(options.server, inputs.set);
  const originals = originalTexts(inputs.parts.files);
  const migration = correct({
    ...inputs.parts,
    problems: inputs.problems,
    options: { ...inputs.options, ...(server && { server }) },
    only,
    locked: lockedFiles(originals, io),
  });
  for (const failure of migration.failures) io.err(explainFailure(failure, io));
  // What broke down might have objected.
  if (migration.failures.length > 0) return EXIT.error;
  if (options.write) write(migration, originals);
  print(migration, originals, options, inputWords(paths, options), io);
  if (inputs.unread.length + inputs.stateGaps.length > 0) return EXIT.error;
  const errors = broken.filter(problem => severityOf(problem) === 'error');
  return errors.length + migration.left.length > 0 || (options.check && migration.files.length > 0) ? EXIT.findings : EXIT.ok;
}

/** As the rules for files say it, of which a template alone does not end `lint` in exit code 1. */
function severityOf({ kind }: ReadProblem): 'error' | 'warning' {
  return kind === 'template' ? 'warning' : 'error';
}

/** Refuses what has no place that another content could take. */
function refuseOutsideFiles(path: string): void {
  if (path === STDIN_PATH) throw new UsageError('standard input cannot be corrected in place; name files or folders');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && !stats.isFile() && !stats.isDirectory()) throw new UsageError(`${path} is a pipe or a device, which cannot be corrected in place; name files or folders`);
}

/** The words that tell another command the same files and state. */
function inputWords(paths: readonly string[], { clusterState = [], namespace, config, zone, closedWorld, defaultDeny = [] }: InputOptions): string[] {
  return [
    ...paths,
    ...clusterState.flatMap(path => ['--cluster-state', path]),
    ...(namespace === undefined ? [] : ['--namespace', namespace]),
    ...(config === undefined ? [] : ['--config', config]),
    ...(zone === undefined ? [] : ['--zone', zone]),
    ...(closedWorld ? ['--closed-world'] : []),
    ...defaultDeny.flatMap(name => ['--default-deny', name]),
  ];
}

function knownCode(text: string): string {
  const codes = RULES.map(({ code }) => code);
  const code = text.toUpperCase();
  if (codes.includes(code)) return code;
  const near = nearest(code, codes);
  throw new UsageError(`--only ${text} is no code of a rule; ${near.startsWith('did you mean') ? near : 'petrosa-nats rules prints all of them'}`);
}

/** The files that hold more than their text, so that writing the text would change other bytes. */
function lockedFiles(originals: ReadonlyMap<string, OriginalText>, io: Io): ReadonlyMap<string, string> {
  const unfaithful = [...originals].filter(([, { isFaithful }]) => !isFaithful).map(([file]) => file);
  for (const file of unfaithful) io.err(`${file}:1:1 warning the file is no clean UTF-8, so it is left as it is; save it as UTF-8\n`);
  return new Map(unfaithful.map(file => [file, `${file} is left alone, since it is no clean UTF-8`]));
}

function write({ files }: Migration, originals: ReadonlyMap<string, OriginalText>): void {
  rewriteFiles(files.map(({ file, after }) => {
    const { bytes, mark } = originals.get(file)!;
    return { file, before: bytes, after: mark + after };
  }));
}

function print(
  migration: Migration,
  originals: ReadonlyMap<string, OriginalText>,
  { write: isWritten = false, script }: MigrateOptions,
  inputs: readonly string[],
  io: Io,
): void {
  const plan = planOf(migration, inputs);
  if (script) {
    io.out(formatMigrationScript(plan, { isWritten }));
    io.err(formatMigration(migration, [], { isWritten }));
    return;
  }
  const colours = coloursOf(io);
  if (!isWritten) printDiff(migration, originals, colours, io);
  io.out(formatMigration(migration, plan, { colours, isWritten }));
}

function printDiff({ files }: Migration, originals: ReadonlyMap<string, OriginalText>, colours: ReturnType<typeof coloursOf>, io: Io): void {
  const whole = files.map(({ file, before, after }) => {
    const { mark } = originals.get(file)!;
    return { file, before: mark + before, after: mark + after };
  });
  const { text, hidden } = formatMigrationDiff(whole, process.cwd(), { colours });
  if (text !== '') io.out(`${text}\n`);
  if (hidden > 0) io.err(`${hiddenLines(hidden)}, so it cannot be applied; --write writes the files\n`);
}

function hiddenLines(count: number): string {
  return count === 1 ? '1 line of the diff may hold a credential and is hidden' : `${count} lines of the diff may hold credentials and are hidden`;
}
