import { execFileSync, spawn } from 'child_process';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Io } from '../../src/cli';
import { writeOutput } from '../../src/cli/outputs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outputs-'));
  file = join(folder, 'report.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (text: string): void => writeOutput(text, file, {} as Io);

test('a file is replaced whole, and nothing lies beside it', () => {
  writeFileSync(file, 'an older and longer report');
  write('report');
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['report', ['report.json']]);
});

test('a file keeps its mode', () => {
  writeFileSync(file, '');
  chmodSync(file, 0o666);
  write('report');
  expect(statSync(file).mode.toString(8)).toBe('100666');
});

test('a link stays, and its target gets the report', () => {
  writeFileSync(join(folder, 'target.json'), '');
  symlinkSync('target.json', file);
  write('report');
  expect([lstatSync(file).isSymbolicLink(), readFileSync(join(folder, 'target.json'), 'utf8')]).toEqual([true, 'report']);
});

test('a pipe stays, and its reader gets the report', async () => {
  execFileSync('mkfifo', [file]);
  const reader = spawn('cat', [file]);
  const read = new Promise<string>(resolve => reader.stdout.once('data', (data: Buffer) => resolve(data.toString())));
  write('report');
  expect([await read, lstatSync(file).isFIFO()]).toEqual(['report', true]);
});
