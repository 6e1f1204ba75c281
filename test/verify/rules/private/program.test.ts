import { ManifestSet, readText } from '../../../../src/manifest';
import { programOf } from '../../../../src/verify/rules/private/program';

function program(command: string[], args: string[] = []): string {
  const spec = { containers: [{ name: 'x', command, args }] };
  const { documents } = readText('pod.yaml', JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, spec }));
  return programOf(new ManifestSet({ files: documents }).workloads[0].containers[0]);
}

test('options and what follows them do not belong to the program', () => {
  expect(program(['loader', 'candles', '--period', '5m'])).toBe('loader candles');
});

test.each(['-m', '-c', '-jar'])('what %s runs does', (option) => {
  expect(program(['run', option, 'jobs.candles'], ['--period=5m'])).toBe(`run ${option} jobs.candles`);
});

test('arguments continue the command', () => {
  expect(program(['loader'], ['serve', '--port=8080'])).toBe('loader serve');
});

test('a wrapper is left out', () => {
  expect(program(['opentelemetry-instrument', 'python', '-m', 'jobs'])).toBe(program(['python', '-m', 'jobs']));
});

test('a container without a command runs what the image decides', () => {
  expect(program([])).toBe('');
});

test('an option at the end needs no value', () => {
  expect(program(['sh', '-c'])).toBe('sh');
});
