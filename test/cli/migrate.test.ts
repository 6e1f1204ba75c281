import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { RULES } from '../../src/verify';
import { deployment, runIn } from '../support/command-line';

const config = (url: string): string => `\
# what all programs share
apiVersion: v1
kind: ConfigMap
metadata:
  name: quotes-config
  namespace: apps
data:
  NATS_URL: "${url}"   # the old server
`;
const before = config('nats://10.8.0.17:4222');
const after = config('nats://nats-server.nats.svc.cluster.local:4222');
const server = ['--server', 'nats/nats-server'];

/** The content of a file after a run, beside what the run printed. */
async function fileAfter(file: string, files: Readonly<Record<string, string>>, argv: readonly string[]) {
  let content = '';
  const result = await runIn(files, argv, {}, () => { content = readFileSync(file, 'latin1'); });
  return { ...result, content: Buffer.from(content, 'latin1').toString('utf8') };
}

test('without --write, the change is shown and no file is written', async () => {
  const { code, out, content } = await fileAfter('a.yaml', { 'a.yaml': before }, ['migrate', 'a.yaml', ...server]);
  expect([code, content, out.split('\n\n')[0]]).toEqual([0, before, `\
--- a/a.yaml
+++ b/a.yaml
@@ -5,4 +5,4 @@
   name: quotes-config
   namespace: apps
 data:
-  NATS_URL: "nats://10.8.0.17:4222"   # the old server
+  NATS_URL: "nats://nats-server.nats.svc.cluster.local:4222"   # the old server`]);
});

test('what it shows can be applied by git as it is', async () => {
  let result = '';
  const { out } = await runIn({ 'k8s/a.yaml': before }, ['migrate', 'k8s', ...server]);
  await runIn({ 'k8s/a.yaml': before }, ['rules'], {}, () => {
    execFileSync('git', ['apply'], { input: out, stdio: ['pipe', 'ignore', 'ignore'] });
    result = readFileSync('k8s/a.yaml', 'utf8');
  });
  expect(result).toBe(after);
});

test('with --write, the file is written and no diff is shown', async () => {
  const { code, out, content } = await fileAfter('a.yaml', { 'a.yaml': before }, ['migrate', 'a.yaml', '--write', ...server]);
  expect([code, content, out.split('\n')[0]]).toEqual([0, after, '1 finding corrected in 1 file: 1 URL101']);
});

test('what is suppressed stays as it is, and is not to be corrected', async () => {
  const suppressed = before.replace('metadata:\n', 'metadata:\n  annotations: { petrosa-nats/ignore.URL101: "the rack has no DNS" }\n');
  expect(await runIn({ 'a.yaml': suppressed }, ['migrate', 'a.yaml', '--check', ...server])).toMatchObject({ code: 0, out: 'nothing to correct\n' });
});

test('a second run finds nothing', async () => {
  expect(await runIn({ 'a.yaml': after }, ['migrate', 'a.yaml', '--check', ...server])).toMatchObject({ code: 0, out: 'nothing to correct\n' });
});

test('the byte order mark stays', async () => {
  expect((await fileAfter('a.yaml', { 'a.yaml': `\ufeff${before}` }, ['migrate', 'a.yaml', '--write', ...server])).content).toBe(`\ufeff${after}`);
});

test('--check ends in exit code 1 where there is something to correct, and writes nothing', async () => {
  const { code, content } = await fileAfter('a.yaml', { 'a.yaml': before }, ['migrate', 'a.yaml', '--check', ...server]);
  expect([code, content]).toEqual([1, before]);
});

test('--check beside --write is wrong usage', async () => {
  expect(await fileAfter('a.yaml', { 'a.yaml': before }, ['migrate', 'a.yaml', '--check', '--write', ...server]))
    .toMatchObject({ code: 2, err: 'petrosa-nats: --check writes nothing; leave out --check or --write\n', content: before });
});

test('what has to be decided ends in exit code 1', async () => {
  const { code, out } = await runIn({ 'a.yaml': before }, ['migrate', 'a.yaml']);
  expect([code, out]).toEqual([1, expect.stringContaining('To decide:\na.yaml:8:13 URL101 ')]);
});

test('standard input cannot be corrected', async () => {
  expect(await runIn({}, ['migrate', '-'])).toMatchObject({ code: 2, err: 'petrosa-nats: standard input cannot be corrected in place; name files or folders\n' });
});

test('--only corrects the findings of one rule', async () => {
  const text = `${before}---\n${deployment('twice')}`;
  const { content } = await fileAfter('a.yaml', { 'a.yaml': text }, ['migrate', 'a.yaml', '--write', '--only', 'url101', ...server]);
  expect(content).toBe(`${after}---\n${deployment('twice')}`);
});

test('--only with an unknown code names the nearest one', async () => {
  expect(await runIn({ 'a.yaml': before }, ['migrate', 'a.yaml', '--only', 'URL11'])).toMatchObject({ code: 2, err: expect.stringMatching(/^petrosa-nats: --only URL11 is no code of a rule; did you mean URL1\d1\?\n$/) });
});

test('--only with something else than a code names the command that lists them', async () => {
  expect((await runIn({ 'a.yaml': before }, ['migrate', 'a.yaml', '--only', 'everything-about-nats'])).err)
    .toBe('petrosa-nats: --only everything-about-nats is no code of a rule; petrosa-nats rules prints all of them\n');
});

test('a server that is no Service name is wrong usage', async () => {
  expect(await runIn({ 'a.yaml': before }, ['migrate', 'a.yaml', '--server', 'nats-server'])).toMatchObject({ code: 2, out: '' });
});

test('a file that cannot be parsed is left alone and named, and the others are written', async () => {
  const broken = 'apiVersion: v1\nkind: {\n';
  const { code, err, content } = await fileAfter('b.yaml', { 'a.yaml': broken, 'b.yaml': before }, ['migrate', 'a.yaml', 'b.yaml', '--write', ...server]);
  expect([code, err, content]).toEqual([1, expect.stringMatching(/^a\.yaml:\d+:\d+ error .*\n$/), after]);
});

test('a template is left alone and named, and is as little an error as to lint', async () => {
  const { code, err, content } = await fileAfter('b.yaml', { 'a.yaml': 'apiVersion: v1\n{{ .Values.rest }}\n', 'b.yaml': before }, ['migrate', 'a.yaml', 'b.yaml', '--write', ...server]);
  expect([code, err, content]).toEqual([0, expect.stringMatching(/^a\.yaml:\d+:\d+ warning the document is a template.*\n$/), after]);
});

test('a path that leads nowhere ends in exit code 2, and the others are written', async () => {
  const { code, content } = await fileAfter('a.yaml', { 'a.yaml': before }, ['migrate', 'a.yaml', 'b.yaml', '--write', ...server]);
  expect([code, content]).toEqual([2, after]);
});

describe('with a state of the cluster that cannot be read whole', () => {
  test.each([['that is not there', {}], ['that is broken', { 's.yaml': 'kind: {\n' }]])('%s, nothing is written', async (_, state) => {
    expect(await fileAfter('a.yaml', { 'a.yaml': before, ...state }, ['migrate', 'a.yaml', '-s', 's.yaml', '--write', ...server])).toEqual({
      code: 2, out: '', content: before, err: expect.stringMatching(/^s\.yaml:\d.*\npetrosa-nats: s\.yaml, which tells the state of the cluster, cannot be read whole, so nothing is written; correct it first\n$/),
    });
  });

  test('the changes are shown, and the exit code is 2', async () => {
    expect(await runIn({ 'a.yaml': before }, ['migrate', 'a.yaml', '-s', 's.yaml', ...server])).toMatchObject({ code: 2, out: expect.stringContaining('+++ b/a.yaml') });
  });
});

test('a pipe cannot be corrected, and nothing waits for its writer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-'));
  execFileSync('mkfifo', [join(folder, 'a.yaml')]);
  try {
    expect(await runIn({}, ['migrate', join(folder, 'a.yaml')]))
      .toEqual({ code: 2, out: '', err: `petrosa-nats: ${join(folder, 'a.yaml')} is a pipe or a device, which cannot be corrected in place; name files or folders\n` });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what a file that cannot be parsed could have corrected is left with the reason', async () => {
  const { content, out } = await fileAfter('a.yaml', { 'a.yaml': `${before}---\nkind: {\n` }, ['migrate', 'a.yaml', '--write', ...server]);
  expect([content.startsWith(before), out]).toEqual([true, expect.stringContaining('because a.yaml is left alone, since it cannot be read whole: line ')]);
});

test('a file that is no clean UTF-8 is left alone and named', async () => {
  let bytes = Buffer.of();
  const broken = Buffer.concat([Buffer.from(before), Buffer.from([0x23, 0xff, 0x0a])]);
  const { out, err } = await runInWithBytes({ 'a.yaml': broken }, ['migrate', 'a.yaml', '--write', ...server], () => { bytes = readFileSync('a.yaml'); });
  expect([bytes.equals(broken), err, out]).toEqual([
    true, 'a.yaml:1:1 warning the file is no clean UTF-8, so it is left as it is; save it as UTF-8\n', expect.stringContaining('because a.yaml is left alone, since it is no clean UTF-8'),
  ]);
});

test('the patch of a kustomization is not touched', async () => {
  const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\npatches: [{ path: patch.yaml }]\n';
  const { content } = await fileAfter('k8s/patch.yaml', { 'k8s/kustomization.yaml': kustomization, 'k8s/a.yaml': before, 'k8s/patch.yaml': before }, ['migrate', 'k8s', '--write', ...server]);
  expect(content).toBe(before);
});

test('credentials in the diff are hidden, and that it cannot be applied is said', async () => {
  const text = `${before}  SIGNING_SECRET: hunter2\n`;
  const { out, err } = await runIn({ 'a.yaml': text }, ['migrate', 'a.yaml', ...server]);
  expect([out.includes('hunter2'), err]).toEqual([false, '1 line of the diff may hold a credential and is hidden, so it cannot be applied; --write writes the files\n']);
});

test('--script prints the plan alone, and the rest to standard error', async () => {
  const { out, err } = await runIn({ 'a.yaml': before }, ['migrate', 'a.yaml', '--write', '--script', ...server]);
  expect([out, err]).toEqual([
    '#!/bin/sh\nset -eu\n\n# 1. apply the files, ConfigMaps first\n# ConfigMap apps/quotes-config\nkubectl apply --filename a.yaml\n\n# 2. restart what read the old values when it started\n'
    + '# who else reads ConfigMap apps/quotes-config is not known: --cluster-state tells what the cluster holds\n', '1 finding corrected in 1 file: 1 URL101\n',
  ]);
});

test('a check of the connections is told with the same files and options', async () => {
  const texts = {
    'a.yaml': `${before}---\n${deployment('once').replace('{ name: LOG_LEVEL, value: info }', '{ name: NATS_URL, valueFrom: { configMapKeyRef: { name: quotes-config, key: NATS_URL } } }').replace('  namespace: apps\n', '')}`,
    'c.yaml': 'zone: cluster.local\n',
    's.yaml': `apiVersion: v1
kind: Service
metadata: { name: nats-server, namespace: nats }
spec: { selector: { app: nats }, ports: [{ port: 4222 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: nats-0, namespace: nats, labels: { app: nats } }
spec: { containers: [{ name: nats, image: "nats:2.10", ports: [{ containerPort: 4222 }] }] }
`,
  };
  const options = ['--cluster-state', 's.yaml', '--namespace', 'apps', '--config', 'c.yaml', '--zone', 'cluster.local', '--closed-world', '--default-deny', 'other'];
  const { out } = await runIn(texts, ['migrate', 'a.yaml', ...options, '--only', 'URL101']);
  expect(out).toContain(`petrosa-nats why 'apps/quotes[Deployment]' nats-server.nats.svc.cluster.local:4222 a.yaml ${options.join(' ')}\n`);
});

/** `runIn` for files that are no text. */
async function runInWithBytes(files: Readonly<Record<string, Buffer>>, argv: readonly string[], look: () => void) {
  return runIn(files as unknown as Record<string, string>, argv, {}, look);
}

test('where a rule breaks down, nothing is written', async () => {
  const broken = jest.spyOn(RULES.find(({ code }) => code === 'URL104')!, 'check').mockImplementation(() => { throw new Error('oops'); });
  try {
    const { code, out, err, content } = await fileAfter('a.yaml', { 'a.yaml': before }, ['migrate', 'a.yaml', '--write', ...server]);
    expect([code, out, content, err]).toEqual([2, '', before, expect.stringContaining('rule URL104 broke down')]);
  } finally {
    broken.mockRestore();
  }
});

test('on a terminal the diff has colours', async () => {
  const { out } = await runIn({ 'a.yaml': before }, ['migrate', 'a.yaml', ...server], { isTTY: true });
  expect(out).toContain('\u001b[31m-  NATS_URL: "nats://10.8.0.17:4222"   # the old server\u001b[0m\n');
});

test('several hidden lines are counted', async () => {
  const { err } = await runIn({ 'a.yaml': `${before}  SIGNING_SECRET: hunter2\n  API_TOKEN: hunter2\n` }, ['migrate', 'a.yaml', ...server]);
  expect(err).toBe('2 lines of the diff may hold credentials and are hidden, so it cannot be applied; --write writes the files\n');
});

test('a file that cannot be written is named, and nothing is told as done', async () => {
  const rename = jest.spyOn(jest.requireActual<typeof import('fs')>('fs'), 'renameSync').mockImplementationOnce(() => { throw new Error('EROFS: read-only'); });
  try {
    expect(await runIn({ 'a.yaml': before }, ['migrate', 'a.yaml', '--write', ...server]))
      .toEqual({ code: 2, out: '', err: 'petrosa-nats: a.yaml cannot be written: EROFS: read-only; nothing is written\n' });
  } finally {
    rename.mockRestore();
  }
});
