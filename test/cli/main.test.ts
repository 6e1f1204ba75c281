import { readFileSync } from 'fs';
import { join } from 'path';
import { runIn } from '../support/command-line';

test('--help names all commands, with examples and exit codes', async () => {
  const { code, out } = await runIn({}, ['--help']);
  expect([code, ['lint', 'why', 'connections', 'checklist', 'explain', 'rules', 'Examples:', 'Exit codes:'].filter(word => !out.includes(word))]).toEqual([0, []]);
});

test('--help ends with a line break', async () => {
  expect((await runIn({}, ['lint', '--help'])).out).toMatch(/[^\n]\n$/);
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  expect(await runIn({}, ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each([
  ['no command', []],
  ['an unknown command', ['lnt']],
  ['an unknown option', ['lint', '--frmat', 'json', '.']],
  ['a missing path', ['lint']],
  ['an unknown threshold', ['lint', '--fail-on', 'never', '.']],
])('%s ends in 2 and prints nothing to standard output', async (_, argv) => {
  const { code, out } = await runIn({}, argv);
  expect([code, out]).toEqual([2, '']);
});

test('a mistyped command comes with the nearest one', async () => {
  expect((await runIn({}, ['lnt'])).err).toContain('Did you mean lint?');
});

test('an error of the program ends in 2 without a stack trace', async () => {
  const { code, err } = await runIn({}, ['lint', '-']);
  expect([code, err]).toEqual([2, 'petrosa-nats: this is an error of petrosa-nats: nobody reads standard input here\nPETROSA_NATS_DEBUG=1 prints where\n']);
});

test('what is thrown and no error is printed as it is', async () => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  const { code, err } = await runIn({}, ['lint', '-'], { stdin: () => Promise.reject('no terminal') });
  expect([code, err]).toEqual([2, expect.stringContaining('this is an error of petrosa-nats: no terminal\n')]);
});

test('a variable asks for the stack trace', async () => {
  expect((await runIn({}, ['lint', '-'], { env: { PETROSA_NATS_DEBUG: '1' } })).err).toContain('\n    at ');
});
