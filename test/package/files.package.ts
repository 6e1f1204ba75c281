import { readdirSync, readFileSync } from 'fs';
import { builtinModules } from 'module';
import { join } from 'path';
import { run } from './support/programs';
import { newFolder, packInto, Tarball } from './support/tarball';
import { PROJECT } from '../support/shared';

const OWN = /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|\.jsii|bin\/petrosa-nats|assets\/[\w-]+\.sh|docs\/rules\/(README|[A-Z]+\d+)\.md|lib\/.*(\.js|\.d\.ts|\.json))$/;

const folder = newFolder();
const unpacked = join(folder.path, 'package');
let tarball: Tarball;
let own: readonly string[];

beforeAll(() => {
  tarball = packInto(folder.path);
  own = tarball.files.filter(file => !file.startsWith('node_modules/'));
  run(folder.path, ['tar', '-xzf', tarball.path]);
});
afterAll(folder.remove);

const read = (file: string): string => readFileSync(join(unpacked, file), 'utf8');
const json = (file: string) => JSON.parse(read(file));
const filesIn = (path: string): string[] => readdirSync(join(PROJECT, path), { recursive: true, encoding: 'utf8' }).map(file => `${path}/${file}`);
const packageOf = (module: string): string => module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/');

/** The packages that lib loads, or whose types it names. */
function packagesOf(ending: string, importing: RegExp): string[] {
  const modules = own.filter(file => file.startsWith('lib/') && file.endsWith(ending)).flatMap(file => [...read(file).matchAll(importing)].map(([, module]) => module));
  return [...new Set(modules.filter(module => !module.startsWith('.') && !module.startsWith('node:') && !builtinModules.includes(module)).map(packageOf))].sort();
}

/** Packages with all that they depend on. */
function withDependencies(packages: readonly string[]): string[] {
  const all = new Set(packages);
  for (const name of all) Object.keys(json(`node_modules/${name}/package.json`).dependencies ?? {}).forEach(each => all.add(each));
  return [...all].sort();
}

test('the package holds no file that users do not need', () => {
  expect(own.filter(file => !OWN.test(file))).toEqual([]);
});

test('lib holds each source in compiled form with the data beside it, and nothing else', () => {
  const sources = filesIn('src').filter(file => /\.\w+$/.test(file)).map(file => file.replace(/^src/, 'lib'));
  const expected = sources.flatMap(file => (file.endsWith('.ts') ? ['.d.ts', '.js'].map(ending => file.replace(/\.ts$/, ending)) : [file]));
  expect(own.filter(file => file.startsWith('lib/')).sort()).toEqual(expected.sort());
});

test('the scripts and the pages of all rules are there', () => {
  const needed = [...filesIn('assets'), ...filesIn('docs/rules'), 'bin/petrosa-nats', '.jsii', 'LICENSE', 'CHANGELOG.md'];
  expect(needed.filter(file => !own.includes(file))).toEqual([]);
});

test('the code names no map of sources', () => {
  expect(own.filter(file => file.endsWith('.js') && read(file).includes('sourceMappingURL'))).toEqual([]);
});

test('what package.json names is in the package', () => {
  const { main, types, bin } = json('package.json');
  expect([main, types, ...Object.values(bin)].filter(file => !own.includes(file))).toEqual([]);
});

test('what is bundled is what lib loads beside the peers', () => {
  const { bundledDependencies, peerDependencies } = json('package.json');
  const loaded = packagesOf('.js', /\b(?:require|import)\(['"]([^'"]+)['"]\)/g);
  expect(loaded).toEqual([...bundledDependencies, ...Object.keys(peerDependencies)].sort());
});

test('no other package is there than those that are bundled, and what they depend on', () => {
  const present = tarball.files.flatMap(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? []);
  expect(present.sort()).toEqual(withDependencies(json('package.json').bundledDependencies));
});

test('what the types name is installed with the package', () => {
  const { bundledDependencies, peerDependencies } = json('package.json');
  const named = packagesOf('.d.ts', /\b(?:from |import\()['"]([^'"]+)['"]/g);
  expect(named.filter(name => ![...bundledDependencies, ...Object.keys(peerDependencies)].includes(name))).toEqual([]);
});

test('each bundled package comes with its licence', () => {
  const licensed = new Set(tarball.files.flatMap(file => /^node_modules\/(.*)\/LICEN[CS]E(\.\w+)?$/i.exec(file)?.[1] ?? []));
  expect(withDependencies(json('package.json').bundledDependencies).filter(name => !licensed.has(name))).toEqual([]);
});

test('packed it takes at most 2 MB', () => {
  expect(tarball.packedSize).toBeLessThan(2e6);
});

test('unpacked it takes at most 8 MB', () => {
  expect(tarball.unpackedSize).toBeLessThan(8e6);
});
