import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'path';
import { UsageError } from './errors';

/**
 * Refuses a folder that cannot become a new one: a file, a folder that holds something, or one whose files the next run would read.
 * @param inputs  the files and folders that are read
 */
export function checkNewFolder(folder: string, inputs: readonly string[] = []): void {
  if (folder === '') throw new UsageError('the folder to write has no name; name one that is new or empty');
  const target = readable(() => realTarget(folder), folder);
  const around = inputs.find(input => existsSync(input) && statSync(input).isDirectory() && isWithin(target, realpathSync(input)));
  if (around !== undefined) throw new UsageError(`${folder} lies in ${around}, so that the next run would read it as input; name a folder outside of it`);
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
      if (lstatSync(join(to, file), { throwIfNoEntry: false })) throw new Error(`${file} is there already`);
      renameSync(join(from, file), join(to, file));
      moved.push(file);
    }
  } catch (error) {
    for (const file of moved) rmSync(join(to, file), { force: true });
    throw error;
  }
}

/** Where a folder lies that need not be there. */
function realTarget(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) || dirname(path) === path ? realpathSync(path) : join(realTarget(dirname(path)), basename(path));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function readable<T>(read: () => T, folder: string): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${folder} cannot be read: ${(error as Error).message}`);
  }
}
