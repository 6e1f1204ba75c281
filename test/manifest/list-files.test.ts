import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { listFiles } from '../../src/manifest/list-files';

let folder: string;

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'listed-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const listed = (): string[] => listFiles(folder).files.map(file => relative(folder, file));

function write(path: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), '');
}

test('files of three endings are listed by name, folders among them', () => {
  ['c.json', 'b/d.yml', 'a.yaml', 'a.yaml.bak', 'yaml'].forEach(write);
  expect(listed()).toEqual(['a.yaml', 'b/d.yml', 'c.json']);
});

test('hidden folders and node_modules are left out, hidden files are not', () => {
  ['.git/a.yaml', 'node_modules/a/b.yaml', '.hidden.yaml'].forEach(write);
  expect(listed()).toEqual(['.hidden.yaml']);
});

test('a folder that is linked twice is entered once', () => {
  write('a/b.yaml');
  symlinkSync(join(folder, 'a'), join(folder, 'z'));
  symlinkSync(folder, join(folder, 'a', 'up'));
  expect(listed()).toEqual(['a/b.yaml']);
});

test('a pipe is no file, whatever its name', () => {
  execFileSync('mkfifo', [join(folder, 'a.yaml')]);
  expect(listed()).toEqual([]);
});

test('a folder that is not there is a failure', () => {
  expect(listFiles(join(folder, 'none')).failures.map(({ error }) => (error as NodeJS.ErrnoException).code)).toEqual(['ENOENT']);
});
