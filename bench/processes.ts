import { spawnSync } from 'child_process';

/** Seconds of CPU of a whole process, its children included. */
export function processSeconds(command: string, args: readonly string[]): number {
  const { status, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@" > /dev/null', 'bash', command, ...args], { encoding: 'utf8' });
  const times = /([\d.]+) ([\d.]+)\s*$/.exec(stderr);
  if (status !== 0 || !times) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  return Number(times[1]) + Number(times[2]);
}

/** The least of several runs: what else the machine does makes the others slower. */
export function least(runs: number, measure: () => number): number {
  return Math.min(...Array.from({ length: runs }, measure));
}
