/* Writes what the release workflow publishes beside the packages: version, tag and notes. Fails where the commit is not ready to be released. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { isDeepStrictEqual } from 'util';
import { apiOf } from '../test/compat/api';
import { currentVersion, RELEASED_API } from '../test/compat/current';
import { currentManifests, releasedManifests } from '../test/compat/released-manifests';

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');
const version = currentVersion();
const notes = join(ROOT, 'docs/releases', `${version}.md`);

function missing(): string[] {
  const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  return [
    existsSync(notes) ? [] : [`docs/releases/${version}.md is missing`],
    new RegExp(`^## ${version.replaceAll('.', '\\.')} - \\d{4}-\\d\\d-\\d\\d$`, 'm').test(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')) ? []
      : [`CHANGELOG.md has no heading "## ${version} - YYYY-MM-DD"`],
    isDeepStrictEqual(json(RELEASED_API), apiOf(json(join(ROOT, '.jsii')))) && isDeepStrictEqual(releasedManifests(), currentManifests()) ? []
      : ['test/compat/baseline is not of this version; run npm run compat:baseline'],
  ].flat();
}

const faults = missing();
if (faults.length > 0) throw new Error(`version ${version} cannot be released: ${faults.join('; ')}`);
mkdirSync(DIST, { recursive: true });
writeFileSync(join(DIST, 'version.txt'), version);
writeFileSync(join(DIST, 'releasetag.txt'), `v${version}`);
writeFileSync(join(DIST, 'changelog.md'), readFileSync(notes));
