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

test('a file keeps its owner and group, and with them the bits of its mode', () => {
  const one = rewrite('a.yaml');
  // Who is not root owns all that they may write, and it stays theirs.
  if (process.geteuid!() === 0) chownSync(one.file, 65534, 65533);
  chmodSync(one.file, 0o4750);
  const { uid, gid } = statSync(one.file);
  rewriteFiles([one]);
  const after = statSync(one.file);
  expect([after.uid, after.gid, after.mode.toString(8)]).toEqual([uid, gid, '104750']);
});

test('a file of which the owner cannot be kept keeps its group', () => {
  const one = rewrite('a.yaml');
  const chown = jest.spyOn(jest.requireActual<typeof import('fs')>('fs'), 'chownSync').mockImplementation((_, uid) => { if (uid === 1234) throw new Error('EPERM'); });
  const stat = jest.spyOn(jest.requireActual<typeof import('fs')>('fs'), 'statSync');
  const { uid } = statSync(one.file);
  stat.mockImplementationOnce(() => Object.assign(statSync(folder), { uid: 1234, gid: 4321, mode: 0o100644 }));
  try {
    rewriteFiles([one]);
    expect([chown.mock.calls.map(([, ...owner]) => owner), content('a.yaml')]).toEqual([[[1234, 4321], [uid, 4321]], 'new']);
  } finally {
    chown.mockRestore();
    stat.mockRestore();
  }
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
