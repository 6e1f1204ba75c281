import { existsSync, readdirSync, readFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import * as ts from 'typescript';
import { parseAllDocuments } from 'yaml';
import { synthQuickstart } from './examples/support/synth';

const ROOT = resolve(__dirname, '..');
const PAGES = [
  'README.md', 'ARCHITECTURE.md', 'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter(page => page.endsWith('.md')).sort().map(page => `docs/${page}`),
];
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const blocks = (page: string, language: string) => [...read(page).matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, code]) => code);

/** Each TypeScript block of the pages, as a file that the compiler takes to lie in examples/. */
const snippets = new Map(PAGES.flatMap(page => blocks(page, 'ts').map((code, i) => [join(ROOT, 'examples', `${page.replace(/\W/g, '-')}-${i}.ts`), code])));

function typeErrors(): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'examples/tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(ROOT, 'examples'));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = file => snippets.get(file) ?? readFile(file);
  host.fileExists = file => snippets.has(file) || fileExists(file);
  const program = ts.createProgram([...snippets.keys()], options, host);
  return [...snippets.keys()].flatMap(file => ts.getPreEmitDiagnostics(program, program.getSourceFile(file))).map(error => `${error.file?.fileName}: ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`);
}

/** Runs a snippet and returns what its app renders, or nothing if it has none. */
function run(code: string): void {
  const { outputText } = ts.transpileModule(code.replace(/^app\.synth\(\);$/m, ''), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  new Function('require', 'exports', outputText)((name: string) => require(name), {});
}

test('the TypeScript of every page compiles', () => {
  expect(typeErrors()).toEqual([]);
});

test.each([...snippets])('%s runs', (_, code) => {
  expect(() => run(code)).not.toThrow();
});

test('the quickstart of the README is the one in examples', () => {
  const body = (code: string) => code.split('\n').map(line => line.trim().replace(/\bthis\b/g, 'chart')).filter(line => /nats|common|extractor|metadata|labels|config|containers/.test(line));
  const [quickstart] = blocks('README.md', 'ts');
  const example = read('examples/quickstart/quickstart.ts');
  const statements = (code: string) => body(code.slice(code.indexOf('const nats'), code.indexOf('all other egress is closed')));
  expect(statements(quickstart)).toEqual(statements(example));
});

test('the output in the README is part of what the quickstart renders', () => {
  const [shown] = blocks('README.md', 'yaml').map(text => parseAllDocuments(text).map(document => document.toJS()));
  expect(JSON.parse(JSON.stringify(synthQuickstart()))).toMatchObject(shown);
});

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link);
  expect(links.filter(link => !existsSync(resolve(ROOT, dirname(page), link)))).toEqual([]);
});

test('every path that the architecture names exists', () => {
  const named = [...read('ARCHITECTURE.md').matchAll(/`((?:src|test|examples|scripts)\/[\w./-]+)`/g)].map(([, path]) => path);
  expect(named.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
});
