import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { UsageError } from './errors';

/** Refuses a folder that cannot become a new one: a file, or a folder that holds something. */
export function checkNewFolder(folder: string): void {
  const present = readable(() => lstatSync(folder, { throwIfNoEntry: false }), folder);
  if (!present) return;
  if (!present.isDirectory()) throw new UsageError(`${folder} is no folder; name one that is new or empty`);
  if (readable(() => readdirSync(folder), folder).length > 0) throw new UsageError(`${folder} is not empty; name a folder that is new or empty`);
}

/** Writes files into a new or empty folder: all of them are there afterwards, or none. */
export function writeNewFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const target = resolve(folder);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    mkdirSync(temporary);
    for (const [file, text] of files) writeFileSync(join(temporary, file), text);
    if (lstatSync(target, { throwIfNoEntry: false })) moveAll(temporary, target, [...files.keys()]);
    else renameSync(temporary, target);
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${(error as Error).message}`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The folder itself stays, as it may be the current one. */
function moveAll(from: string, to: string, files: readonly string[]): void {
  const moved: string[] = [];
  try {
    for (const file of files) {
      renameSync(join(from, file), join(to, file));
      moved.push(file);
    }
  } catch (error) {
    for (const file of moved) rmSync(join(to, file), { force: true });
    throw error;
  }
}

function readable<T>(read: () => T, folder: string): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${folder} cannot be read: ${(error as Error).message}`);
  }
}
