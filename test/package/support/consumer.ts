import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { run } from './programs';
import { packInto } from './tarball';
import { PROJECT } from '../../support/shared';

/** What an app has beside this package, in the versions of this repository. */
const INSTALLED = ['cdk8s', 'cdk8s-plus-28', 'constructs', 'cdk8s-cli', 'typescript', 'ts-node', 'esbuild', '@types/node'];

/** Writes files, by their paths in a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Installs the package into an empty project, from its tarball. */
export function installPackage(folder: string): void {
  writeFiles(folder, { 'package.json': '{ "private": true }\n' });
  const { path } = packInto(folder);
  run(folder, ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', path, ...INSTALLED.map(name => `${name}@${lockedVersion(name)}`)]);
}

/** The version of a package that this repository installs. */
export function lockedVersion(name: string): string {
  return JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')).packages[`node_modules/${name}`].version;
}
