import { ChildProcess, spawn } from 'child_process';
import { Kubectl, KubectlResult, Stopped } from '../doctor';

/** How kubectl is called. */
export interface KubectlSettings {
  /** What stands before the arguments of each command. */
  readonly flags?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;

  /** Aborted when the user asks to stop. */
  readonly stop: AbortSignal;
}

/** Processes at a time. */
const MOST = 4;

/** The kubectl of this machine. */
export function processKubectl({ flags = [], env, stop }: KubectlSettings): Kubectl {
  let free = MOST;
  const waiting: (() => void)[] = [];
  return {
    flags,
    run: async (args, { timeoutSeconds, stdin = '', onStop = 'end' }) => {
      if (free === 0) await new Promise<void>(resolve => waiting.push(resolve));
      else free--;
      try {
        if (stop.aborted && onStop !== 'run') throw new Stopped();
        return await runProcess([...args], { stdin, timeoutSeconds, env, stop: onStop === 'end' ? stop : undefined });
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free++;
      }
    },
  };
}

interface ProcessOptions {
  readonly stdin: string;
  readonly timeoutSeconds: number;
  readonly env: KubectlSettings['env'];
  readonly stop?: AbortSignal;
}

/** Milliseconds that output is waited for after kubectl has ended, where a process that it started still holds the pipe. */
const GRACE = 1000;

function runProcess(args: string[], { stdin, timeoutSeconds, env, stop }: ProcessOptions): Promise<KubectlResult> {
  return new Promise((resolve, reject) => {
    // In a group of its own, so that Ctrl-C does not reach what removes the probe.
    const child = spawn('kubectl', args, { env: { ...env } as NodeJS.ProcessEnv, detached: true });
    let ended: KubectlResult | undefined;
    const timer = setTimeout(() => {
      ended ??= { type: 'timeout', seconds: timeoutSeconds };
      killGroup(child);
    }, timeoutSeconds * 1000);
    const onStop = (): void => killGroup(child);
    stop?.addEventListener('abort', onStop);
    const release = (): void => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', onStop);
    };
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
    child.on('error', (error: NodeJS.ErrnoException) => {
      ended ??= { type: 'not-started', reason: error.code === 'ENOENT' ? 'there is no program kubectl in the PATH' : error.message };
    });
    child.on('exit', () => {
      release();
      setTimeout(() => setImmediate(() => [child.stdout, child.stderr].forEach(stream => stream.destroy())), GRACE).unref();
    });
    child.on('close', (code) => {
      release();
      if (stop?.aborted) reject(new Stopped());
      else resolve(ended ?? { type: 'ended', code: code ?? 1, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** kubectl and what it has started: a login, a wrapper. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
