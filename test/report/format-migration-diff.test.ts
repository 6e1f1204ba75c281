import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { formatMigrationDiff } from '../../src/report';

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `line${i}: x\n`).join('');

/** The diff of one file from the folder /repo. */
function diffOf(before: string, after: string, file = 'k8s/a.yaml'): string {
  return formatMigrationDiff([{ file, before, after }], '/repo').text;
}

test('a change has three lines around it, and paths as git writes them', () => {
  expect(diffOf(lines(9), lines(9).replace('line4: x', 'line4: y'))).toBe(`\
--- a/k8s/a.yaml
+++ b/k8s/a.yaml
@@ -2,7 +2,7 @@
 line1: x
 line2: x
 line3: x
-line4: x
+line4: y
 line5: x
 line6: x
 line7: x
`);
});

test.each([
  ['/repo/k8s/a.yaml', 'a/k8s/a.yaml'],
  ['./k8s/a.yaml', 'a/k8s/a.yaml'],
  ['../other/a.yaml', 'a/other/a.yaml'],
  ['/srv/a.yaml', 'a/srv/a.yaml'],
])('the path of %s is %s', (file, path) => {
  expect(diffOf('a: b\n', 'a: c\n', file)).toContain(`--- ${path}\n`);
});

test('two files follow each other without a line between', () => {
  const files = ['a.yaml', 'b.yaml'].map(file => ({ file, before: 'a: b\n', after: 'a: c\n' }));
  expect(formatMigrationDiff(files, '/repo').text).toContain('+a: c\n--- a/b.yaml\n');
});

test('without files there is no diff', () => {
  expect(formatMigrationDiff([], '/repo')).toEqual({ text: '', hidden: 0 });
});

test('colours tell old lines from new ones', () => {
  expect(formatMigrationDiff([{ file: 'a.yaml', before: 'a: b\nz: z\n', after: 'a: c\nz: z\n' }], '/repo', { colours: 'ansi' }).text.split('\n')).toEqual([
    '\u001b[1m--- a/a.yaml\u001b[0m', '\u001b[1m+++ b/a.yaml\u001b[0m', '\u001b[36m@@ -1,2 +1,2 @@\u001b[0m', '\u001b[31m-a: b\u001b[0m', '\u001b[32m+a: c\u001b[0m', ' z: z', '',
  ]);
});

describe('a tool applies the diff', () => {
  const cases: [string, string, string, string][] = [
    ['k8s/a.yaml', 'lines that end in CR and LF', lines(9).replace(/\n/g, '\r\n'), lines(9).replace('line4: x', 'line4: y').replace(/\n/g, '\r\n')],
    ['k8s/a.yaml', 'no line end at the end', 'a: b', 'a: c'],
    ['k8s/a.yaml', 'a byte order mark', '\ufeffa: b\nc: d\n', '\ufeffa: x\nc: d\n'],
    ['k8s/a b.yaml', 'a space in its name', 'a: b\n', 'a: c\n'],
    ['k8s/größe.yaml', 'letters that are no ASCII in its name', 'a: ä\n', 'a: ö\n'],
    ['k8s/a.yaml', 'changes far from each other', lines(40), lines(40).replace('line3: x', 'line3: y\nadded: z').replace('line33: x\n', '')],
  ];

  test.each(['git apply', 'patch -p1 --binary'].flatMap(tool => cases.map(([file, ...rest]) => [tool, ...rest, file] as const)))('%s, to a file with %s', (tool, _, before, after, file) => {
    const folder = mkdtempSync(join(tmpdir(), 'diff-'));
    try {
      mkdirSync(join(folder, dirname(file)));
      writeFileSync(join(folder, file), before);
      const [command, ...words] = tool.split(' ');
      const input = `${formatMigrationDiff([{ file, before, after }], folder).text}\n1 finding to correct in 1 file: 1 URL101\n`;
      execFileSync(command, words, { cwd: folder, input, stdio: ['pipe', 'ignore', 'ignore'] });
      expect(readFileSync(join(folder, file), 'utf8')).toBe(after);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a line that may hold a credential is hidden', () => {
  const hidden = (before: string, after: string): string[] => diffOf(before, after).split('\n').filter(line => line.includes('(hidden'));

  test('where its text says so', () => {
    expect(hidden('a: b\nurl: redis://me:hunter2@host\n', 'a: c\nurl: redis://me:hunter2@host\n')).toEqual([' (hidden, it may hold a credential)']);
  });

  test('where the name of its variable says so', () => {
    const env = (level: string): string => `apiVersion: v1\nkind: Pod\nenv:\n  - name: DB_PASSWORD\n    value: hunter2\n  - { name: LEVEL, value: ${level} }\n`;
    expect(hidden(env('info'), env('debug'))).toEqual(['     (hidden, it may hold a credential)']);
  });

  test('where its key says so, in each of its lines', () => {
    const data = (level: string): string => `data:\n  API_TOKEN: |\n    abc\n    def\n  LEVEL: ${level}\n`;
    expect(diffOf(data('info'), data('debug'))).not.toMatch(/abc|def/);
  });

  test('in a list below a key that says so', () => {
    expect(diffOf('tokens: x\nNATS_TOKEN: [abc, def]\na: b\n', 'tokens: x\nNATS_TOKEN: [abc, def]\na: c\n')).not.toMatch(/abc/);
  });

  test('in the whole of a Secret, with its comments, and not in what stands beside it', () => {
    const text = (value: string): string => `kind: Secret\n# was c2VjcmV0\ndata:\n  a: aHVudGVy\n---\nkind: ConfigMap\ndata:\n  a: ${value}\n`;
    expect(diffOf(text('b'), text('c')).split('\n').slice(3)).toEqual([' ---', ' kind: ConfigMap', ' data:', '-  a: b', '+  a: c', '']);
  });

  test('also where it changes', () => {
    expect(hidden('a: nats://me:hunter2@old\n', 'a: nats://me:hunter2@new\n')).toEqual(['-(hidden, it may hold a credential)', '+(hidden, it may hold a credential)']);
  });

  test('and counted', () => {
    expect(formatMigrationDiff([{ file: 'a', before: 'a: b\nurl: redis://me:hunter2@host\n', after: 'a: c\nurl: redis://me:hunter2@host\n' }], '/').hidden).toBe(1);
  });

  test('but not one that names a Secret, or turns a token off', () => {
    expect(hidden('automountServiceAccountToken: false\nsecretKeyRef: { name: db-password, key: password }\na: b\n', 'automountServiceAccountToken: false\nsecretKeyRef: { name: db-password, key: password }\na: c\n')).toEqual([]);
  });
});
