import { lstatSync, writeFileSync } from 'fs';
import { resolve } from 'path';
import { UsageError } from './errors';
import { Io } from './io';
import { StagedFile } from './staged-file';
import { nearest } from '../address/private/nearest';

/** A format, and the file that it goes to; standard output without one. */
export interface Output<Format extends string> {
  readonly format: Format;
  readonly file?: string;
}

/** Reads `FORMAT` and `FORMAT=FILE`. At most one may go to standard output, and each file gets one. */
export function parseOutputs<Format extends string>(texts: readonly string[], formats: readonly Format[]): Output<Format>[] {
  const outputs = texts.map((text) => {
    const [name, ...rest] = text.split('=');
    const format = formats.find(known => known === name);
    if (!format) throw new UsageError(`there is no format ${name}; ${suggestion(name, formats)}`);
    const file = rest.join('=');
    if (rest.length > 0 && file === '') throw new UsageError(`--format ${text} names no file; write ${name}=FILE, or ${name} for standard output`);
    return { format, file: file || undefined };
  });
  const places = outputs.map(({ file }) => file && resolve(file));
  const twice = places.findIndex((file, i) => places.indexOf(file) !== i);
  if (twice >= 0) {
    const { file } = outputs[twice];
    throw new UsageError(file === undefined
      ? 'two formats go to standard output; write one as FORMAT=FILE'
      : `two formats go to ${file}; give each a file of its own`);
  }
  return outputs;
}

/** Writes a report to its place; a regular file is there whole or not at all, and keeps its mode and owner. */
export function writeOutput(text: string, file: string | undefined, io: Io): void {
  if (file === undefined) return io.out(text);
  try {
    const present = lstatSync(file, { throwIfNoEntry: false });
    // A link, pipe or device stays what it is.
    if (present && !present.isFile()) writeFileSync(file, text);
    else new StagedFile(file, text, present).commit();
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}`);
  }
}

function suggestion(wrong: string, formats: readonly string[]): string {
  const near = nearest(wrong, formats);
  return near.startsWith('did you mean') ? near : `write one of ${formats.join(', ')}`;
}
