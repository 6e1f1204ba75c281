import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { run } from './programs';
import { PROJECT } from '../../support/shared';

/** The package for npm, as `npm pack` makes it. */
export interface Tarball {
  readonly path: string;
  readonly packedSize: number;
  readonly unpackedSize: number;

  /** Paths of all files, those of bundled packages too. */
  readonly files: readonly string[];
}

/** Makes the package for npm of what is compiled. */
export function packInto(folder: string): Tarball {
  const [{ filename, size, unpackedSize, files }] = JSON.parse(run(PROJECT, ['npm', 'pack', '--json', '--pack-destination', folder]));
  return { path: join(folder, filename), packedSize: size, unpackedSize, files: files.map(({ path }: { path: string }) => path) };
}

/** A new folder outside the repository; `remove` takes it away. */
export function newFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'package-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
