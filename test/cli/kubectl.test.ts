import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { processKubectl } from '../../src/cli/kubectl';
import { Stopped } from '../../src/doctor';
import { writeProgram } from '../doctor/support/kubectl-program';

const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
afterAll(() => rmSync(folder, { recursive: true }));

function kubectl(script: string, stop = new AbortController()) {
  for (const trace of ['child', 'traces']) rmSync(join(folder, `kubectl.${trace}`), { force: true });
  writeProgram(folder, script);
  return processKubectl({ env: { PATH: `${folder}:${process.env.PATH}` }, stop: stop.signal });
}

test('what a command prints comes with its exit code', async () => {
  expect(await kubectl('echo out; echo err >&2; exit 3').run([], { timeoutSeconds: 5 })).toEqual({ type: 'ended', code: 3, out: 'out\n', err: 'err\n' });
});

test('a command reads what it is given', async () => {
  expect(await kubectl('cat').run([], { timeoutSeconds: 5, stdin: 'größe' })).toMatchObject({ out: 'größe' });
});

test('a command that does not read what it is given ends well', async () => {
  expect(await kubectl('exit 0').run([], { timeoutSeconds: 5, stdin: 'x'.repeat(1_000_000) })).toMatchObject({ code: 0 });
});

test('a command that is killed from outside has failed', async () => {
  expect(await kubectl('kill -9 $$').run([], { timeoutSeconds: 5 })).toMatchObject({ type: 'ended', code: 1 });
});

/** Starts a process that leaves a trace as long as it lives, half a minute, and has the output open. */
const CHILD = '(for i in $(seq 1500); do echo x >> "$0.traces"; sleep 0.02; done) & echo $! > "$0.child"';

/** Whether it lives. */
async function childLives(): Promise<boolean> {
  const size = (): number => statSync(join(folder, 'kubectl.traces')).size;
  const before = size();
  await new Promise(resolve => setTimeout(resolve, 300));
  return size() > before;
}

test('a command that is ended for its time takes with it what it has started', async () => {
  const result = await kubectl(`${CHILD}; wait`).run([], { timeoutSeconds: 0.5 });
  expect([result, await childLives()]).toEqual([{ type: 'timeout', seconds: 0.5 }, false]);
});

test('a command that has ended is not waited for as long as something else holds its output', async () => {
  const result = await kubectl(`${CHILD}; echo out; exit 3`).run([], { timeoutSeconds: 30 });
  expect([result, await childLives()]).toEqual([{ type: 'ended', code: 3, out: 'out\n', err: '' }, true]);
  process.kill(Number(readFileSync(join(folder, 'kubectl.child'), 'utf8')));
}, 20_000);

test('all of a long output comes', async () => {
  expect(await kubectl('head -c 3000000 /dev/zero | tr "\\0" x').run([], { timeoutSeconds: 20 })).toMatchObject({ code: 0, out: 'x'.repeat(3_000_000) });
}, 30_000);

test('four commands run at a time, and all in the end', async () => {
  const one = kubectl('echo + >> "$0.log"; until [ "$(grep -c + "$0.log")" -ge 4 ]; do sleep 0.01; done; sleep 0.1; echo - >> "$0.log"');
  await Promise.all(Array.from({ length: 6 }, () => one.run([], { timeoutSeconds: 5 })));
  let now = 0;
  const counts = readFileSync(join(folder, 'kubectl.log'), 'utf8').trim().split('\n').map(sign => (now += sign === '+' ? 1 : -1));
  expect([Math.max(...counts), counts.length]).toEqual([4, 12]);
});

describe('when the user asks to stop', () => {
  test('a command is ended', async () => {
    const stop = new AbortController();
    const run = kubectl('exec sleep 60', stop).run([], { timeoutSeconds: 5 });
    setTimeout(() => stop.abort(), 50);
    await expect(run).rejects.toBeInstanceOf(Stopped);
  });

  test('what it has started is ended too', async () => {
    const stop = new AbortController();
    const run = kubectl(`${CHILD}; wait`, stop).run([], { timeoutSeconds: 30 });
    const started = setInterval(() => existsSync(join(folder, 'kubectl.traces')) && stop.abort(), 50);
    await expect(run).rejects.toBeInstanceOf(Stopped);
    clearInterval(started);
    expect(await childLives()).toBe(false);
  });

  test('a command that makes something is left to finish', async () => {
    const stop = new AbortController();
    const run = kubectl('sleep 0.2; touch "$0.done"', stop).run([], { timeoutSeconds: 5, onStop: 'finish' });
    setTimeout(() => stop.abort(), 50);
    await run;
    expect(existsSync(join(folder, 'kubectl.done'))).toBe(true);
  });

  test.each(['end', 'finish'] as const)('none is begun that would %s', async (onStop) => {
    const stop = new AbortController();
    stop.abort();
    await expect(kubectl('exit 0', stop).run([], { timeoutSeconds: 5, onStop })).rejects.toBeInstanceOf(Stopped);
  });

  test('one that removes what was made is begun all the same', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await kubectl('exit 0', stop).run([], { timeoutSeconds: 5, onStop: 'run' })).toMatchObject({ code: 0 });
  });
});
