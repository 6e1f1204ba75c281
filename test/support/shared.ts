import { existsSync } from 'fs';
import { join, resolve } from 'path';
import { describeUnlessMissing } from './required';

/** The project's root. */
export const PROJECT = resolve(__dirname, '../..');

/** The folder that all checkouts of the project share; a plain clone has none. */
export const SHARED = resolve(PROJECT, '../shared');

/** The real manifests of the platform, a folder a system. */
export const PETROSA = join(SHARED, 'petrosa');

/** A `describe` that needs `../shared`: skipped with its reason where that is missing, failing there under PETROSA_REQUIRE_SHARED=1. */
export function describeWithShared(title: string, tests: () => void): void {
  describeUnlessMissing(title, existsSync(SHARED) ? undefined : `${SHARED} is missing`, 'PETROSA_REQUIRE_SHARED', tests);
}
