import { execFile } from 'child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
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
  const folder = busybox(others);
  return new Promise((done) => {
    execFile(join(folder, 'sh'), ['-c', probeScript(name)], { env: { PATH: folder, ...env } }, (error, out) => {
      rmSync(folder, { recursive: true });
      done({ code: Number(error?.code ?? 0), lines: out.trimEnd().split('\n') });
    });
  });
}

/** A folder with nothing but the commands of busybox that its image has too. */
function busybox(others: Texts): string {
  const folder = mkdtempSync(join(tmpdir(), 'busybox-'));
  for (const command of ['sh', 'nc', 'timeout', 'sed', 'sleep', 'date', 'nslookup', 'echo']) {
    const path = join(folder, command);
    if (others[command] === undefined) symlinkSync(programPath('busybox')!, path);
    else writeFileSync(path, `#!${folder}/sh\n${others[command]}\n`, { mode: 0o755 });
  }
  return folder;
}
