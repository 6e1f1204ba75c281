import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { parseAllDocuments } from 'yaml';
import { blocksOf, PAGES, read } from './docs/support/pages';
import { programsOf, runSnippet, snippetsOf } from './docs/support/snippets';
import { synthQuickstart } from './examples/support/synth';
import { PROJECT } from './support/shared';
import { typeErrors } from './support/type-errors';

const blocks = (page: string, language: string) => blocksOf(page).filter(block => block.language === language).map(({ code }) => code);
const snippets = PAGES.flatMap(snippetsOf);

test('the TypeScript of every page compiles', () => {
  expect(typeErrors(new Map(PAGES.flatMap(programsOf)))).toEqual([]);
});

test.each(snippets.filter(({ throws }) => throws === undefined))('$name runs', ({ code }) => {
  expect(() => runSnippet(code)).not.toThrow();
});

test.each(snippets.filter(({ throws }) => throws !== undefined))('$name throws what the page shows', ({ code, throws }) => {
  let message = '';
  try {
    runSnippet(code)?.synthYaml();
  } catch (error) {
    ({ message } = error as Error);
  }
  expect(message).toBe(throws);
});

test('the quickstart of the README is the one in examples', () => {
  const body = (code: string) => code.split('\n').map(line => line.trim().replace(/\bthis\b/g, 'chart')).filter(line => /nats|common|extractor|metadata|labels|config|containers/.test(line));
  const [quickstart] = blocks('README.md', 'ts');
  const example = readFileSync(join(PROJECT, 'examples/quickstart/quickstart.ts'), 'utf8');
  const statements = (code: string) => body(code.slice(code.indexOf('const nats'), code.indexOf('all other egress is closed')));
  expect(statements(quickstart)).toEqual(statements(example));
});

test('the output in the README is part of what the quickstart renders', () => {
  const shown = blocks('README.md', 'yaml').flatMap(text => parseAllDocuments(text).map(document => document.toJS()));
  expect(JSON.parse(JSON.stringify(synthQuickstart()))).toMatchObject(shown);
});

/** The anchors of a page, as GitHub makes them. */
const anchorsOf = (page: string) => [...read(page).replace(/^```.*?^```$/gms, '').matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));
const linksOf = (page: string) => [...read(page).replace(/^ *```.*?^ *```$/gms, '').matchAll(/\]\((?!https?:)([^)#]*)#?([^)]*)\)/g)]
  .map(([, link, anchor]) => ({ path: link === '' ? page : join(dirname(page), link), anchor }));

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const lost = linksOf(page).filter(({ path, anchor }) => !existsSync(join(PROJECT, path)) || (anchor !== '' && PAGES.includes(path) && !anchorsOf(path).includes(anchor)));
  expect(lost).toEqual([]);
});

test('each page of docs is at most three clicks away from the README', () => {
  let near = ['README.md'];
  for (let clicks = 0; clicks < 3; clicks++) {
    near = [...new Set([...near, ...near.flatMap(page => linksOf(page).map(({ path }) => path).filter(path => PAGES.includes(path)))])];
  }
  expect(PAGES.filter(page => page.startsWith('docs/') && !near.includes(page))).toEqual([]);
});

test('each guide has a line of its own in the index', () => {
  const index = read('docs/README.md').split('\n').flatMap(line => /^- \[.*?\]\((.*?)\): /.exec(line)?.[1] ?? []);
  const guides = PAGES.filter(page => /^docs\/(?!README)([\w-]+|[\w-]+\/README)\.md$/.test(page)).map(page => page.slice('docs/'.length));
  expect(index.sort()).toEqual(guides.sort());
});

test('every path that the architecture names exists', () => {
  const named = [...read('ARCHITECTURE.md').matchAll(/`((?:src|test|examples|scripts)\/[\w./-]+)`/g)].map(([, path]) => path);
  expect(named.filter(path => !existsSync(join(PROJECT, path)))).toEqual([]);
});
