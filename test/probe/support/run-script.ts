import { execFile } from 'child_process';
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
