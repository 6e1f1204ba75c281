import { createHash } from 'crypto';
import { readFileSync } from 'fs';
import { join } from 'path';
import { App } from 'cdk8s';
import { parse } from 'yaml';
import { currentVersion, RELEASED_MANIFESTS } from './current';
import { example as example010 } from './example-0.1.0';
import { judge, Judgement } from './judgement';
import { broken, Promises, promisesOf } from './promises';
import { ManifestSet, readText } from '../../src/manifest';

/** The examples by their files. Each has namespaces of its own. */
const EXAMPLES: ReadonlyMap<string, (app: App) => void> = new Map([['example-0.1.0.ts', example010]]);

/** The names and selectors of a version. */
export interface ReleasedManifests {
  readonly version: string;

  /** Fingerprints of the examples that render them, by their files. */
  readonly examples: Readonly<Record<string, string>>;

  readonly promises: Promises;
}

/** What the last release promised of the examples. */
export function releasedManifests(): ReleasedManifests {
  const { version, examples, promises } = parse(readFileSync(RELEASED_MANIFESTS, 'utf8'));
  return { version, examples, promises: new Map(Object.entries(promises)) };
}

/** What the examples promise as this version renders them. */
export function currentManifests(): ReleasedManifests {
  const files = [...EXAMPLES.values()].flatMap((example) => {
    const app = new App();
    example(app);
    return readText('example.yaml', app.synthYaml()).documents;
  });
  return {
    version: currentVersion(),
    examples: Object.fromEntries([...EXAMPLES.keys()].map(file => [file, fingerprintOf(join(__dirname, file))])),
    promises: promisesOf(new ManifestSet({ files }).objects),
  };
}

/** Compares what is rendered now with what a release rendered. */
export function judgeManifests(released: ReleasedManifests, now: ReleasedManifests): Judgement {
  const edited = Object.entries(released.examples).filter(([file, fingerprint]) => now.examples[file] !== fingerprint)
    .map(([file]) => `test/compat/${file} was edited, and no longer shows what a user of version ${released.version} gets`);
  return judge(released.version, now.version, [...broken(released.promises, now.promises), ...edited]);
}

function fingerprintOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
