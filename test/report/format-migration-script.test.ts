import { execFileSync, spawnSync } from 'child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Plan } from '../../src/migrate';
import { formatMigrationScript } from '../../src/report';

const plan: Plan = [
  { title: 'apply', steps: [{ command: ['kubectl', 'apply', '--filename', 'k8s/it\'s $HOME; a.yaml'], note: 'ConfigMap apps/colours' }] },
  { title: 'restart', steps: [{ note: 'apps/report[CronJob] takes it at its next run\n rm -rf' }, { command: ['kubectl', 'rollout', 'restart', 'deployment/quotes'], note: '' }] },
  {
    title: 'verify',
    steps: [
      { command: ['petrosa-nats', 'why', 'apps/quotes[Deployment]'], note: 'quotes reaches it now', isOffline: true },
      { command: ['kubectl', 'logs', 'deployment/quotes'], note: 'look for: Connected', lookFor: 'Connected to|lost' },
    ],
  },
];
const script = formatMigrationScript(plan, { isWritten: true });

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'script-')); });
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script with a kubectl that writes down its words, one a line, and then does something. */
function run(kubectl: string): { readonly calls: string; readonly status: number | null; readonly out: string } {
  writeFileSync(join(folder, 'calls'), '');
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\nprintf '%s|' "$@" >> ${join(folder, 'calls')}\necho >> ${join(folder, 'calls')}\n${kubectl}\n`);
  chmodSync(join(folder, 'kubectl'), 0o755);
  const { status, stdout } = spawnSync('sh', ['-s'], { input: script, env: { ...process.env, PATH: `${folder}:${process.env.PATH}` }, encoding: 'utf8' });
  return { calls: readFileSync(join(folder, 'calls'), 'utf8'), status, out: stdout };
}

test('a shell takes the script', () => {
  expect(() => execFileSync('sh', ['-n'], { input: script })).not.toThrow();
});

test('the commands run in their order, with their words as they are', () => {
  expect(run('true')).toMatchObject({ calls: 'apply|--filename|k8s/it\'s $HOME; a.yaml|\nrollout|restart|deployment/quotes|\nlogs|deployment/quotes|\n', status: 0 });
});

test('the first command that fails ends the script', () => {
  const { calls, status } = run('test "$1" != rollout');
  expect([calls.split('\n').length - 1, status]).toEqual([2, 1]);
});

test('of the logs, only the lines that tell something are shown', () => {
  expect(run('case $1 in logs) echo Starting; echo Connected to NATS;; esac').out).toBe('Connected to NATS\n');
});

test('logs without such lines say so, and do not end the script', () => {
  expect(run('case $1 in logs) echo Starting;; esac')).toMatchObject({ out: 'none of these in the logs: Connected to|lost\n', status: 0 });
});

test('what is only known, and what looks at files, is a comment', () => {
  expect(script.split('\n').filter(line => line.startsWith('# ') && !/^# \d/.test(line))).toEqual([
    '# ConfigMap apps/colours', '# apps/report[CronJob] takes it at its next run\ufffd rm -rf', '# quotes reaches it now', "# petrosa-nats why 'apps/quotes[Deployment]'", '# look for: Connected',
  ]);
});

test('a command gets the file that it reads from standard input', () => {
  const reading = formatMigrationScript([{ title: 'apply', steps: [{ command: ['cat', '-'], input: join(folder, 'a, b.yaml'), note: '' }] }], { isWritten: true });
  writeFileSync(join(folder, 'a, b.yaml'), 'kind: ConfigMap');
  expect(execFileSync('sh', ['-s'], { input: reading, encoding: 'utf8' })).toBe('kind: ConfigMap');
});

test('a script for files that are not written says so', () => {
  expect(formatMigrationScript(plan, { isWritten: false }).split('\n').slice(0, 3)).toEqual(['#!/bin/sh', '# the files are not written yet: petrosa-nats migrate --write writes them', 'set -eu']);
});

test('an empty plan is a script that does nothing', () => {
  expect(formatMigrationScript([], { isWritten: false })).toBe('#!/bin/sh\nset -eu\n\n# nothing to do\n');
});
