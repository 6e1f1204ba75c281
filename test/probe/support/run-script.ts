import { execFile, spawn } from 'child_process';
import { on, once } from 'events';
import { mkdtempSync, rmSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { probeScript, ProbeScript } from '../../../src/probe';
import { programPath } from '../../support/tools';

type Texts = Readonly<Record<string, string>>;

/** How a script ended, and what it printed. */
export interface ScriptEnd {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Runs a script by the shell and the commands of busybox alone, as in its image; some may be others, given as scripts. */
export function runScript(name: ProbeScript, env: Texts, others: Texts = {}): Promise<ScriptEnd> {
  const folder = busybox();
  return new Promise((done) => {
    execFile(join(folder, 'sh'), ['-c', functions(others) + probeScript(name)], { env: { PATH: folder, ...env } }, (error, out) => {
      rmSync(folder, { recursive: true });
      done({ code: Number(error?.code ?? 0), lines: out.trimEnd().split('\n') });
    });
  });
}

/** How a script ends by SIGTERM, sent while it sleeps before it tries again: its exit code, and how many seconds that takes. */
export async function endByTerm(name: ProbeScript, env: Texts): Promise<{ readonly code: number | null; readonly seconds: number }> {
  const folder = busybox();
  const text = functions({ sleep: 'echo asleep; command sleep 10' }) + probeScript(name);
  const script = spawn(join(folder, 'sh'), ['-c', text], { env: { PATH: folder, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const chunk of on(script.stdout, 'data')) if (String(chunk).includes('asleep')) break;
  const sent = Date.now();
  script.kill('SIGTERM');
  const [code] = await once(script, 'exit');
  script.stdout.destroy();
  rmSync(folder, { recursive: true });
  return { code, seconds: (Date.now() - sent) / 1000 };
}

/** A folder with nothing but the commands of busybox that its image has too. */
function busybox(): string {
  const folder = mkdtempSync(join(tmpdir(), 'busybox-'));
  for (const command of ['sh', 'nc', 'timeout', 'sed', 'sleep', 'date', 'nslookup', 'echo']) symlinkSync(programPath('busybox')!, join(folder, command));
  return folder;
}

/** Functions, since a busybox built to stand alone takes its own commands before those of PATH; `timeout` would look past functions. */
function functions(others: Texts): string {
  const bodies = Object.keys(others).length === 0 ? {} : { timeout: 'shift; "$@"', ...others };
  return Object.entries(bodies).map(([command, body]) => `${command}() (\n${body}\n)\n`).join('');
}
