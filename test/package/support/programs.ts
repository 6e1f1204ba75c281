import { spawnSync } from 'child_process';
import { delimiter } from 'path';
import { PROJECT } from '../../support/shared';

/** How a program ended, and what it printed. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What npm and jest tell the programs that they start. */
const TOLD = /^(npm_(package|lifecycle)_.*|npm_config_local_prefix|INIT_CWD|NODE_ENV|NODE_OPTIONS|NODE_PATH|JEST_WORKER_ID)$/;

const OUTSIDE = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !TOLD.test(name))),
  PATH: process.env.PATH!.split(delimiter).filter(folder => !folder.startsWith(PROJECT)).join(delimiter),
};

/** Runs a program as somebody does who has no clone of this repository: nothing of it is in PATH. */
export function start(folder: string, [program, ...args]: readonly string[]): Ended {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, env: OUTSIDE, encoding: 'utf8', timeout: 600_000 });
  if (error) throw new Error(`${program} cannot run: ${error.message}`);
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** Runs a program that has to end well, and returns what it printed. */
export function run(folder: string, command: readonly string[]): string {
  const { code, out, err } = start(folder, command);
  if (code !== 0) throw new Error(`'${command.join(' ')}' ended in ${code}:\n${out}${err}`);
  return out;
}
