import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdk8s';
import { Quickstart } from '../../../examples/quickstart/quickstart';
import { blocksOf } from '../../docs/support/pages';

const FILE = 'binance-data-extractor.k8s.yaml';

/** The program of the README, in TypeScript or Python. */
export function quickstartCode(language: 'ts' | 'python'): string {
  return blocksOf('README.md').find(block => block.language === language)!.code;
}

/** What a program has rendered to the folder `dist` beside it. */
export function renderedIn(folder: string): string {
  return readFileSync(join(folder, 'dist', FILE), 'utf8');
}

/** What the quickstart renders in this repository. */
export function quickstartYaml(): string {
  const outdir = mkdtempSync(join(tmpdir(), 'quickstart-'));
  try {
    const app = new App({ outdir });
    new Quickstart(app);
    app.synth();
    return readFileSync(join(outdir, FILE), 'utf8');
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
