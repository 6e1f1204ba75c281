import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Rewrite, rewriteFiles } from '../../src/cli/rewrite-files';

let folder: string;

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'rewrite-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);
const content = (name: string): string => readFileSync(path(name), 'utf8');

/** A file with the content `old`, to be replaced by `new`. */
function rewrite(name: string): Rewrite {
  writeFileSync(path(name), 'old');
  return { file: path(name), before: Buffer.from('old'), after: 'new' };
}

test('all files are replaced, and nothing lies beside them', () => {
  rewriteFiles([rewrite('a.yaml'), rewrite('b.yaml')]);
  expect([readdirSync(folder), content('a.yaml'), content('b.yaml')]).toEqual([['a.yaml', 'b.yaml'], 'new', 'new']);
});

test('a file keeps its mode', () => {
  const one = rewrite('a.yaml');
  chmodSync(one.file, 0o640);
  rewriteFiles([one]);
  expect(statSync(one.file).mode.toString(8)).toBe('100640');
});

test('a link stays, and its target is replaced', () => {
  rewrite('target.yaml');
  symlinkSync('target.yaml', path('link.yaml'));
  rewriteFiles([{ file: path('link.yaml'), before: Buffer.from('old'), after: 'new' }]);
  expect([lstatSync(path('link.yaml')).isSymbolicLink(), content('target.yaml')]).toEqual([true, 'new']);
});

test('where one file was changed meanwhile, none is written', () => {
  const both = [rewrite('a.yaml'), rewrite('b.yaml')];
  writeFileSync(path('b.yaml'), 'newer');
  expect(() => rewriteFiles(both)).toThrow(`${path('b.yaml')} was changed while this command ran; nothing is written, run it again`);
  expect([readdirSync(folder), content('a.yaml'), content('b.yaml')]).toEqual([['a.yaml', 'b.yaml'], 'old', 'newer']);
});

test('where one file is gone, none is written', () => {
  const both = [rewrite('a.yaml'), rewrite('b.yaml')];
  rmSync(path('b.yaml'));
  expect(() => rewriteFiles(both)).toThrow(/b\.yaml cannot be written: ENOENT.*; nothing is written$/);
  expect([readdirSync(folder), content('a.yaml')]).toEqual([['a.yaml'], 'old']);
});

test('where a file can no more take its place, those that did are put back', () => {
  mkdirSync(path('sub'));
  const both = [rewrite('a.yaml'), rewrite('sub/b.yaml')];
  const rename = jest.spyOn(jest.requireActual<typeof import('fs')>('fs'), 'renameSync');
  rename.mockImplementationOnce((from, to) => { writeFileSync(to, readFileSync(from)); rmSync(from); })
    .mockImplementationOnce(() => { throw new Error('EIO: disk'); });
  try {
    expect(() => rewriteFiles(both)).toThrow(/b\.yaml cannot be written: EIO: disk; nothing is written$/);
    expect([content('a.yaml'), content('sub/b.yaml'), readdirSync(folder), readdirSync(path('sub'))]).toEqual(['old', 'old', ['a.yaml', 'sub'], ['b.yaml']]);
  } finally {
    rename.mockRestore();
  }
});

test('a file that may not be written is refused, although its folder may', () => {
  const one = rewrite('a.yaml');
  chmodSync(one.file, 0o444);
  chmodSync(folder, 0o777);
  const user = process.geteuid!();
  // Root may write everything, so it becomes another user for a while.
  if (user === 0) {
    chownSync(one.file, 65534, 65534);
    process.seteuid!(65534);
  }
  try {
    expect(() => rewriteFiles([one])).toThrow(/a\.yaml cannot be written: EACCES/);
  } finally {
    process.seteuid!(user);
  }
});

test('where the second content cannot be laid beside its file, the first is taken away', () => {
  const both = [rewrite('a.yaml'), rewrite('b.yaml')];
  const chmod = jest.spyOn(jest.requireActual<typeof import('fs')>('fs'), 'chmodSync');
  chmod.mockImplementationOnce(() => undefined).mockImplementationOnce(() => { throw new Error('ENOSPC: no space'); });
  try {
    expect(() => rewriteFiles(both)).toThrow(/b\.yaml cannot be written: ENOSPC: no space; nothing is written$/);
    expect([readdirSync(folder), content('a.yaml')]).toEqual([['a.yaml', 'b.yaml'], 'old']);
  } finally {
    chmod.mockRestore();
  }
});
