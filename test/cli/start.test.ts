import { spawnSync } from 'child_process';
import { join } from 'path';
import { deployment } from '../support/command-line';

const ROOT = join(__dirname, '../..');
const START = 'node --import tsx -e \'require("./src/cli").start()\' petrosa-nats';

/** Runs a shell command in which `petrosa-nats` stands for the process. */
function shell(command: string, input: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command.replace('petrosa-nats', () => START)], { cwd: ROOT, input, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

test('a process reads standard input and ends with the exit code of the run', () => {
  expect(shell('petrosa-nats lint -', deployment('twice'))).toMatchObject({ code: 1, out: expect.stringContaining('stdin:17:23 error CFG205'), err: '' });
});

test('a reader that has seen enough ends the output without an error', () => {
  const pods = Array.from({ length: 300 }, (_, i) => `---\n${deployment('twice').replace('name: quotes', `name: quotes-${i}`)}`).join('');
  expect(shell('{ petrosa-nats lint -; echo "ended in $?" >&2; } | head -n 1', pods)).toMatchObject({ out: expect.stringMatching(/^stdin:.*\n$/), err: 'ended in 1\n' });
});
