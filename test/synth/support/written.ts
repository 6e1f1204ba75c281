import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdk8s';

/** What a synth writes, by file, or the error that it ends with. */
export type Written = Readonly<Record<string, string>> | string;

/** Synthesises an app to a folder of its own. */
export function written(make: (outdir: string) => App): Written {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  try {
    make(outdir).synth();
    const files = readdirSync(outdir, { recursive: true, withFileTypes: true });
    return Object.fromEntries(files.map(file => {
      const path = join(file.parentPath, file.name);
      return [path.slice(outdir.length + 1), file.isDirectory() ? 'a folder' : readFileSync(path, 'utf8')];
    }));
  } catch (error) {
    return String(error);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
