import { existsSync } from 'fs';
import { join, relative } from 'path';
import { coloursOf } from './colours';
import { UsageError } from './errors';
import { EXIT, ExitCode } from './exit-code';
import { explainFailure } from './explain-failure';
import { findRevision, GitRevision, hasGit, withRevision } from './git-revision';
import { InputOptions, Inputs, readInputsWhole } from './inputs';
import { Io } from './io';
import { PartMemo, STDIN_NAME, STDIN_PATH } from '../manifest';
import { formatReviewJson, formatReviewMarkdown, formatReviewText } from '../report';
import { comparable, isUnchanged, Review, review, unreadFiles } from '../review';
import { verify } from '../verify';

/** The options of `diff`. */
export interface DiffOptions extends InputOptions {
  readonly path?: readonly string[];
  readonly format: 'text' | 'json' | 'markdown';
}

/** A side of a comparison as the user names it. */
type Side = { readonly path: string } | { readonly revision: GitRevision; readonly text: string };

/** What was read of a side. */
interface ReadSide extends Inputs {
  /** Where its files lie, as positions name it; undefined for several places. */
  readonly root?: string;
}

/** Says what a change of manifests means. */
export async function diff({ base, head }: { readonly base: string; readonly head: string }, options: DiffOptions, io: Io): Promise<ExitCode> {
  if (base === STDIN_PATH && head === STDIN_PATH) throw new UsageError('standard input cannot be both sides; write one of them to a file');
  const sides = [sideOf(base), sideOf(head)];
  if (options.path && sides.every(side => 'path' in side)) {
    throw new UsageError(`--path says where the manifests of a revision lie, and ${base} and ${head} are files or folders; leave it out`);
  }
  const once = printingOnce(io);
  const memo: PartMemo = new Map();
  const [before, after] = [await readSide(sides[0], sides[1], options, once, memo), await readSide(sides[1], sides[0], options, once, memo)];
  if (before.files + after.files === 0) throw new UsageError(`neither ${base} nor ${head} has a path ${options.path?.join(', ')}; correct --path`);
  const nameInHead = nameIn(after, before);
  const compared = [comparable(before, after, nameInHead), comparable(after, before, nameIn(before, after))];
  const [old, current] = compared.map(({ set, problems, options: given }) => verify(set, problems, given));
  const found = review(old, current, { unread: unreadFiles(before, after), nameInHead });
  io.out(render(found, { base, head }, options.format, io));
  const failures = [...old.failures, ...current.failures];
  for (const failure of failures) once.err(explainFailure(failure, io));
  if (before.incomplete || after.incomplete || failures.length > 0) return EXIT.error;
  return isUnchanged(found) ? EXIT.ok : EXIT.findings;
}

function sideOf(text: string): Side {
  const isPath = text === STDIN_PATH || existsSync(text);
  const revision = findRevision(text);
  if (isPath && revision) {
    throw new UsageError(`${text} is both a path and a git revision; write ./${text} for the path, or the hash or full name of the revision (refs/heads/${text})`);
  }
  if (isPath) return { path: text };
  if (revision) return { revision, text };
  if (!hasGit()) throw new UsageError(`${text} is no file or folder, and revisions cannot be read without git; correct it, or install git`);
  throw new UsageError(`${text} is no file or folder, and no git revision of a repository around the current folder; correct it, or fetch the revision first`);
}

async function readSide(side: Side, other: Side, options: DiffOptions, io: Io, memo: PartMemo): Promise<ReadSide> {
  if ('path' in side) return { ...await readInputsWhole([side.path], options, io, { memo }), root: side.path === STDIN_PATH ? STDIN_NAME : side.path };
  const paths = options.path ?? ('path' in other && other.path !== STDIN_PATH ? [other.path] : undefined);
  if (!paths) throw new UsageError(`${side.text} is a git revision; say with --path where its manifests lie`);
  return withRevision(side.revision, paths, async ({ paths: present, nameOf }) => ({
    ...await readInputsWhole(present, options, io, { nameOf, memo }),
    root: present.length === 1 ? nameOf(present[0]) : undefined,
  }));
}

/** The name that a file of one side has in another. */
function nameIn({ root: there }: ReadSide, { root: here }: ReadSide): (file: string) => string {
  return file => (here === undefined || there === undefined ? file : join(there, relative(here, file)));
}

function render(found: Review, sides: { readonly base: string; readonly head: string }, format: DiffOptions['format'], io: Io): string {
  switch (format) {
    case 'text': return formatReviewText(found, { colours: coloursOf(io) });
    case 'json': return formatReviewJson(found);
    case 'markdown': return formatReviewMarkdown(found, sides);
  }
}

/** What is wrong with the state of the cluster is read with both sides, and printed once. */
function printingOnce(io: Io): Io {
  const printed = new Set<string>();
  return { ...io, err: text => void (printed.has(text) || (printed.add(text), io.err(text))) };
}
