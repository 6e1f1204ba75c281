/* Writes down what this version promises: its compiled API, and the names and selectors of the examples. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { stringify } from 'yaml';
import { apiOf, judgeApi } from '../test/compat/api';
import { currentVersion, RELEASED_API, RELEASED_MANIFESTS } from '../test/compat/current';
import { currentManifests, judgeManifests, releasedManifests } from '../test/compat/released-manifests';

const HEAD = '# What may not change of what the examples render. Written by `npm run compat:baseline`, see "Compatibility" in CONTRIBUTING.md.\n';
const manifests = currentManifests();

if (existsSync(RELEASED_API)) {
  for (const { passes, text } of [judgeApi(RELEASED_API, currentVersion()), judgeManifests(releasedManifests(), manifests)]) {
    if (!passes) throw new Error(text);
  }
}
const api = apiOf(JSON.parse(readFileSync(join(__dirname, '../.jsii'), 'utf8')));
mkdirSync(dirname(RELEASED_API), { recursive: true });
writeFileSync(RELEASED_API, `${JSON.stringify(api, null, 1)}\n`);
writeFileSync(RELEASED_MANIFESTS, HEAD + stringify({ ...manifests, promises: Object.fromEntries(manifests.promises) }, { lineWidth: 0 }));
