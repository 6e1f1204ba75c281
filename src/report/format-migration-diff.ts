import { isAbsolute, relative, resolve } from 'path';
import { FILE_HEADERS_ONLY, formatPatch, StructuredPatch, structuredPatch } from 'diff';
import { ChangedFile } from '../migrate';
import { TextOptions } from './format-text';
import { credentialLines } from './private/credential-lines';
import { visible } from './private/excerpt';
import { paint } from './private/paint';
import { relativePath } from './private/relative-path';

/** A unified diff, and how much of it is not shown. */
export interface MigrationDiff {
  readonly text: string;

  /** Lines in whose place stands that they may hold a credential; with any, the diff cannot be applied. */
  readonly hidden: number;
}

/** What stands in the place of a line that may hold a credential. */
const HIDDEN = '(hidden, it may hold a credential)';

/** Lines that are shown around a change, as many as git shows. */
const CONTEXT = 3;

/** The changes of files as `git apply` and `patch -p1` take them from a folder. */
export function formatMigrationDiff(files: readonly ChangedFile[], base: string, { colours = 'plain' }: TextOptions = {}): MigrationDiff {
  let hidden = 0;
  const texts = files.map((file) => {
    const patch = patchOf(file, base);
    const masked = withoutCredentials(patch, file);
    hidden += masked.hidden;
    return formatPatch(masked.patch, FILE_HEADERS_ONLY);
  });
  return { text: colours === 'ansi' ? coloured(texts.join('')) : texts.join(''), hidden };
}

function patchOf({ file, before, after }: ChangedFile, base: string): StructuredPatch {
  const path = diffPath(file, base);
  // As git does, so that patch sees where a name with spaces ends.
  const end = path.includes(' ') ? ' ' : undefined;
  return structuredPatch(`a/${path}`, `b/${path}`, before, after, end, end, { context: CONTEXT });
}

/** Relative to the folder; outside of it absolute, since no tool applies a path with `..`. */
function diffPath(file: string, base: string): string {
  const absolute = resolve(base, file);
  const below = relative(base, absolute);
  const isBelow = !below.startsWith('..') && !isAbsolute(below);
  return relativePath(isBelow ? below : absolute, base).replace(/^\/+/, '');
}

/** The patch without lines that may hold credentials, and how many those are. */
function withoutCredentials(patch: StructuredPatch, { file, before, after }: ChangedFile): { patch: StructuredPatch; hidden: number } {
  const old = credentialLines(file, before);
  const changed = credentialLines(file, after);
  let hidden = 0;
  const hunks = patch.hunks.map((hunk) => {
    let [oldLine, newLine] = [hunk.oldStart, hunk.newStart];
    return {
      ...hunk,
      lines: hunk.lines.map((line) => {
        const [sign] = line;
        if (sign === '\\') return line;
        const isHidden = (sign !== '+' && old.has(oldLine)) || (sign !== '-' && changed.has(newLine));
        if (sign !== '+') oldLine++;
        if (sign !== '-') newLine++;
        if (!isHidden) return line;
        hidden++;
        return `${/^.\s*/.exec(line)![0]}${HIDDEN}`;
      }),
    };
  });
  return { patch: { ...patch, hunks }, hidden };
}

function coloured(diff: string): string {
  const colour = paint('ansi');
  return diff.split('\n').map((line) => {
    const text = visible(line);
    if (/^(?:---|\+\+\+) /.test(line)) return colour.bold(text);
    if (line.startsWith('@@')) return colour.cyan(text);
    return line.startsWith('-') ? colour.red(text) : line.startsWith('+') ? colour.green(text) : text;
  }).join('\n');
}
