import { readFileSync } from 'fs';
import { join } from 'path';
import { isUnchanged, Review } from '../../src/review';
import { runIn } from '../support/command-line';

const guide = readFileSync(join(__dirname, '../../docs/diff.md'), 'utf8');
const blocks = (language: string): string[] => [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
const [base, head] = blocks('yaml');
const files = { 'base.yaml': base, 'head.yaml': head };

test('the lists of the JSON are those of the table', async () => {
  const { version, ...lists } = JSON.parse((await runIn(files, ['diff', 'base.yaml', 'head.yaml', '-f', 'json'])).out) as Review & { version: number };
  expect([version, Object.keys(lists), isUnchanged(lists)]).toEqual([1, [...guide.matchAll(/^\| `(\w+)` \| `(?:side|kind|change|workload)`/gm)].map(([, name]) => name), false]);
});

test('each fact about pods is told with the words that are printed', async () => {
  const told = [...guide.matchAll(/^\| `([a-z ]+)` \| [^`]/gm)].map(([, words]) => words).filter(words => words.includes(' ') || words === 'rolls');
  expect(told).toEqual(['rolls', 'needs a restart', 'keeps its pods', 'takes it at the next run', 'has to be made anew', 'gets it while it runs']);
});
