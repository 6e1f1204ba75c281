import { readFileSync } from 'fs';
import { join } from 'path';

/** The API of the last release. It is not called .jsii, since jsii-docgen takes any file of that name. */
export const RELEASED_API = join(__dirname, 'baseline/api.json');

/** The names and selectors that the last release rendered. */
export const RELEASED_MANIFESTS = join(__dirname, 'baseline/manifests.yaml');

/** The version that is being made. */
export function currentVersion(): string {
  return JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).version;
}
