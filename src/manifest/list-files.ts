import { Dirent, readdirSync, realpathSync, statSync } from 'fs';
import { join } from 'path';
import { isKustomizationFile } from './kustomization-file';

/** What a folder holds. */
export interface ListedFiles {
  readonly files: readonly string[];

  /** Folders that could not be listed, and links in the place of files that lead nowhere. */
  readonly failures: readonly { readonly path: string; readonly error: unknown }[];
}

/**
 * The `.yaml`, `.yml` and `.json` files and kustomizations of a folder and of those below it, by name. Folders whose names begin with a dot, and
 * `node_modules`, are left out; links are followed, and each folder is entered once.
 */
export function listFiles(folder: string): ListedFiles {
  const listing = new Listing();
  listing.enter(folder);
  return listing;
}

class Listing implements ListedFiles {
  readonly files: string[] = [];
  readonly failures: { path: string; error: unknown }[] = [];
  private readonly entered = new Set<string>();

  enter(folder: string): void {
    try {
      const real = realpathSync.native(folder);
      if (this.entered.has(real)) return;
      this.entered.add(real);
      const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) this.entry(join(folder, entry.name), entry);
    } catch (error) {
      this.failures.push({ path: folder, error });
    }
  }

  private entry(path: string, entry: Dirent): void {
    if (entry.isSymbolicLink()) {
      this.link(path, entry.name);
    } else if (entry.isDirectory() || entry.isFile()) {
      this.add(path, entry.name, entry.isDirectory());
    }
  }

  private link(path: string, name: string): void {
    try {
      this.add(path, name, statSync(path).isDirectory());
    } catch (error) {
      if (isManifestFile(name)) this.failures.push({ path, error });
    }
  }

  private add(path: string, name: string, folder: boolean): void {
    if (!folder && isManifestFile(name)) this.files.push(path);
    if (folder && !isLeftOut(name)) this.enter(path);
  }
}

function isManifestFile(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name) || isKustomizationFile(name);
}

function isLeftOut(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}
