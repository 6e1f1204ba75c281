import { readFileSync } from 'fs';
import { join } from 'path';
import { PAGES, read } from './support/pages';
import { PROJECT } from '../support/shared';

const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
const plugins = PAGES.flatMap(page => [...read(page).matchAll(/- package: \S*cdk8s-petrosa\n.*\n +version: (.*)$/gm)].map(([, named]) => [page, named]));

test.each(plugins)('%s names the plugin of cdk8s-cli in the version of the package', (_, named) => {
  expect(named).toBe(version);
});
