import { closeSync, openSync, readFileSync, realpathSync, statSync } from 'fs';
import { UsageError } from './errors';
import { StagedFile } from './staged-file';

/** A file with its content as it was read, and as it is to be. */
export interface Rewrite {
  readonly file: string;
  readonly before: Buffer;
  readonly after: string;
}

/** Replaces files, all of them or none; links stay, and so do modes and, where the system permits it, owners. Refuses where a file is not any more what was read. */
export function rewriteFiles(rewrites: readonly Rewrite[]): void {
  const staged: StagedFile[] = [];
  const done: Rewrite[] = [];
  let file = '';
  try {
    for (const { after, ...rewrite } of rewrites) {
      file = rewrite.file;
      // The right to write its folder is not the right to write it.
      closeSync(openSync(file, 'r+'));
      staged.push(stage(file, after));
    }
    for (const rewrite of rewrites) {
      file = rewrite.file;
      if (!readFileSync(file).equals(rewrite.before)) throw new UsageError(`${file} was changed while this command ran; nothing is written, run it again`);
    }
    rewrites.forEach((rewrite, i) => {
      file = rewrite.file;
      staged[i].commit();
      done.push(rewrite);
    });
  } catch (error) {
    staged.forEach(each => each.discard());
    for (const { file: written, before } of done) stage(written, before.toString('utf8')).commit();
    throw error instanceof UsageError ? error : new UsageError(`${file} cannot be written: ${(error as Error).message}; nothing is written`);
  }
}

function stage(file: string, text: string): StagedFile {
  const target = realpathSync.native(file);
  return new StagedFile(target, text, statSync(target));
}
