import { execFileSync } from 'child_process';
import { PROJECT } from '../support/shared';

/** The rooms of src that a program has loaded. */
function roomsLoadedBy(program: string): string[] {
  const code = `${program}; process.stdout.write(JSON.stringify(Object.keys(require.cache)))`;
  const files = JSON.parse(execFileSync('node', ['--import', 'tsx', '-e', code], { cwd: PROJECT, encoding: 'utf8' })) as string[];
  return [...new Set(files.flatMap(file => /\/src\/(\w+)\//.exec(file)?.[1] ?? []))].sort();
}

test('importing the library loads nothing of the engine', () => {
  expect(roomsLoadedBy("require('./src')")).toEqual(['address', 'app', 'config', 'monitoring', 'network', 'probe', 'schedule', 'subject', 'synth', 'validation', 'workload']);
});
