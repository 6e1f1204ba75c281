import { readFileSync } from 'fs';
import { join } from 'path';

/** What this package says of itself. */
export interface PackageJson {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The package.json of this package. */
export function packageJson(): PackageJson {
  return JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as PackageJson;
}

/** The version of the package. */
export function version(): string {
  return packageJson().version;
}
