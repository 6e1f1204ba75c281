import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ConfigurationError, loadConfiguration } from '../../src/verify';

const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
const write = (text: string): string => {
  const file = join(folder, 'lint.yaml');
  writeFileSync(file, text);
  return file;
};

test('the paths of the state are relative to the file', () => {
  expect(loadConfiguration(write('clusterState: [state.yaml, ../other]\n')).clusterState).toEqual([join(folder, 'state.yaml'), join(folder, '../other')]);
});

test('without a file nothing is set', () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    expect(loadConfiguration()).toMatchObject({ options: {}, clusterState: [], closedWorld: false });
  } finally {
    process.chdir(before);
  }
});

test('all faults of a file are told at once, each with its line', () => {
  expect(() => loadConfiguration(write('zonee: x\nclosedWorld: sure\n'))).toThrow(/^the configuration is wrong\n {2}.*lint\.yaml:1:1 .*\n {2}.*lint\.yaml:2:14 /);
});

test('a file that is named and not there is refused', () => {
  expect(() => loadConfiguration(join(folder, 'gone.yaml'))).toThrow(ConfigurationError);
});
