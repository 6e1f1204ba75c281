import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdk8s';

/** What a synth writes, by file, and the error that it ends with. */
export interface Written {
  readonly files: Readonly<Record<string, string>>;
  readonly error?: string;
}

/** Synthesises an app to a folder of its own. */
export function written(make: (outdir: string) => App): Written {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  let error: string | undefined;
  try {
    try {
      make(outdir).synth();
    } catch (thrown) {
      error = String(thrown);
    }
    return { files: filesIn(outdir), error };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function filesIn(folder: string): Written['files'] {
  return Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).map(file => {
    const path = join(file.parentPath, file.name);
    return [path.slice(folder.length + 1), file.isDirectory() ? 'a folder' : readFileSync(path, 'utf8')];
  }));
}
