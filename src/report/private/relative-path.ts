import { isAbsolute, relative, sep } from 'path';

/** A path with forward slashes, relative to a folder where it lies below it; as it is elsewhere. */
export function relativePath(file: string, base: string): string {
  const below = isAbsolute(file) ? relative(base, file) : file;
  const path = isAbsolute(below) || (isAbsolute(file) && below.startsWith('..')) ? file : below;
  return path.split(sep).join('/').replace(/^(?:\.\/)+/, '');
}
