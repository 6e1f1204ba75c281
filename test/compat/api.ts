import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { judge, Judgement } from './judgement';

const ROOT = join(__dirname, '../..');

/** Compares the compiled API with that of a release, which a file holds. */
export function judgeApi(file: string, version: string): Judgement {
  const released = JSON.parse(readFileSync(file, 'utf8'));
  const { status, stdout, stderr } = inFolder(released, folder => spawnSync(join(ROOT, 'node_modules/.bin/jsii-diff'), [folder, ROOT], { encoding: 'utf8' }));
  const said = `${stdout}${stderr}`.trim();
  if (status !== 0 && status !== 1) throw new Error(`jsii-diff cannot compare ${file} with what is compiled: ${said}`);
  return judge(released.version, version, status === 1 ? [said] : []);
}

/** Lays an API out as a package, where jsii-diff finds the libraries that it is made of. */
function inFolder<T>(api: { readonly dependencies: unknown }, use: (folder: string) => T): T {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'compat-'));
  try {
    writeFileSync(join(folder, '.jsii'), JSON.stringify(api));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ jsii: {}, peerDependencies: api.dependencies }));
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The API without its texts, places and dependencies: what a comparison needs of a `.jsii`. */
export function apiOf(assembly: Readonly<Record<string, unknown>>): unknown {
  const { readme, dependencyClosure, fingerprint, ...api } = assembly;
  return withoutTexts(api);
}

function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([key]) => key !== 'locationInModule' && key !== 'symbolId')
    .map(([key, field]) => [key, key === 'docs' ? promisesOfDocs(field) : withoutTexts(field)])
    .filter(([, field]) => field !== undefined));
}

function promisesOfDocs({ deprecated, subclassable, stability }: Readonly<Record<string, unknown>>): unknown {
  const docs = Object.entries({ deprecated, subclassable, stability }).filter(([, said]) => said !== undefined);
  return docs.length > 0 ? Object.fromEntries(docs) : undefined;
}
