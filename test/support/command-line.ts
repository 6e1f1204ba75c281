import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { Io, run } from '../../src/cli';

/** What a run printed, and how it ended. */
export interface RunResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in a folder of its own that holds some files. */
export async function runIn(
  files: Readonly<Record<string, string>>, argv: readonly string[], world: Partial<Io> = {}, look?: () => void,
): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), 'petrosa-nats-'));
  const before = process.cwd();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const printed = { out: '', err: '' };
  try {
    process.chdir(folder);
    const code = await run(argv, {
      out: (text) => { printed.out += text; },
      err: (text) => { printed.err += text; },
      stdin: () => Promise.reject(new Error('nobody reads standard input here')),
      env: {},
      isTTY: false,
      ...world,
    });
    look?.();
    return { code, ...printed };
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

/** A Deployment `quotes` in namespace `apps` with one variable, `twice` in its env or not. */
export function deployment(times: 'once' | 'twice', annotations: Readonly<Record<string, string>> = {}): string {
  const entry = '            - { name: LOG_LEVEL, value: info }\n';
  return `\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: quotes
  namespace: apps
  annotations: ${JSON.stringify(annotations)}
spec:
  selector: { matchLabels: { app: quotes } }
  template:
    metadata: { labels: { app: quotes } }
    spec:
      containers:
        - name: quotes
          image: example/quotes:1.4.2
          env:
${times === 'twice' ? entry + entry : entry}`;
}
