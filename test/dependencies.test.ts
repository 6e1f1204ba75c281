import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { CONSTRUCTS, VALUES } from './support/rooms';

const ROOT = resolve(__dirname, '..');
const { bundledDependencies, dependencies, peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The rows of the table of dependencies: name, reason, who loads it. */
const rows = [...readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \| (constructs|engine) \|$/gm)]
  .map(([, name, reason, loadedBy]) => ({ name, reason, loadedBy }));

/** The packages that the files of some rooms import. */
function packagesOf(rooms: readonly string[]): Set<string> {
  const files = rooms.flatMap(room => readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts')).map(file => join(ROOT, 'src', room, file)));
  const imports = files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/(?:from |require\()'((?:@[\w-]+\/)?[\w.-]+)/g)].map(([, name]) => name));
  return new Set(imports);
}

test('the architecture has a reason for each dependency that users get, and for no other', () => {
  expect(rows.map(({ name }) => name).sort()).toEqual([...Object.keys(dependencies), ...Object.keys(peerDependencies)].sort());
});

test('what is no peer is bundled', () => {
  expect([...bundledDependencies].sort()).toEqual(Object.keys(dependencies).sort());
});

test('the architecture tells which dependencies the constructs load', () => {
  const loaded = packagesOf([...VALUES, ...CONSTRUCTS]);
  expect(rows.filter(({ loadedBy }) => loadedBy === 'constructs').map(({ name }) => name)).toEqual(rows.map(({ name }) => name).filter(name => loaded.has(name)));
});

test('each dependency is used', () => {
  const used = packagesOf(readdirSync(join(ROOT, 'src')).filter(room => !room.endsWith('.ts')));
  expect(Object.keys(dependencies).filter(name => !used.has(name))).toEqual([]);
});
