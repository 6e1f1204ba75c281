import { existsSync, readdirSync, readFileSync } from 'fs';
import { deployment, runIn } from '../support/command-line';

const bad = deployment('twice');
const good = deployment('once');

test('a finding at the threshold ends in 1', async () => {
  const { code, out } = await runIn({ 'a.yaml': bad }, ['lint', 'a.yaml']);
  expect([code, out]).toEqual([1, expect.stringContaining('a.yaml:17:23 error CFG205 ')]);
});

test('findings below the threshold end in 0', async () => {
  expect((await runIn({ 'a.yaml': bad, 'petrosa-nats.yaml': 'severities: { CFG205: warning }\n' }, ['lint', 'a.yaml'])).code).toBe(0);
});

test('--fail-on lowers the threshold', async () => {
  expect((await runIn({ 'a.yaml': bad, 'petrosa-nats.yaml': 'severities: { CFG205: warning }\n' }, ['lint', '--fail-on', 'warning', 'a.yaml'])).code).toBe(1);
});

test('- reads standard input', async () => {
  const { code, out } = await runIn({}, ['lint', '-'], { stdin: () => Promise.resolve(bad) });
  expect([code, out]).toEqual([1, expect.stringContaining('stdin:17:23 error CFG205 ')]);
});

test('an annotation leaves a finding out', async () => {
  expect((await runIn({ 'a.yaml': deployment('twice', { 'petrosa-nats/ignore.CFG205': 'known' }) }, ['lint', 'a.yaml'])).code).toBe(0);
});

test('each format goes to its place', async () => {
  let version = '';
  const { out } = await runIn({ 'a.yaml': bad }, ['lint', '--format', 'text', '--format', 'sarif=out.sarif', 'a.yaml'], {}, () => {
    version = (JSON.parse(readFileSync('out.sarif', 'utf8')) as { version: string }).version;
  });
  expect([version, out]).toEqual(['2.1.0', expect.stringContaining('1 error')]);
});

test.each([
  ['json', /^\{\n {2}"version": 1,/],
  ['sarif', /"version": "2\.1\.0"/],
  ['markdown', /^\*\*petrosa-nats:\*\* 1 error/],
  ['github', /^::error file=a\.yaml,line=17,/],
])('--format %s prints that format', async (format, expected) => {
  expect((await runIn({ 'a.yaml': bad }, ['lint', '--format', format, 'a.yaml'])).out).toMatch(expected);
});

test.each([
  ['an unknown format', ['--format', 'txt'], 'there is no format txt; did you mean text?'],
  ['a format that is near to none', ['--format', 'spreadsheet'], 'there is no format spreadsheet; write one of text, json, sarif, markdown, github'],
  ['two formats for standard output', ['--format', 'text', '--format', 'json'], 'two formats go to standard output; write one as FORMAT=FILE'],
  ['two formats for one file', ['--format', 'text=a', '--format', 'json=a'], 'two formats go to a; give each a file of its own'],
  ['one file in two spellings', ['--format', 'text=a', '--format', 'json=./a'], 'two formats go to ./a; give each a file of its own'],
  ['a format without its file', ['--format', 'json='], '--format json= names no file; write json=FILE, or json for standard output'],
])('%s ends in 2', async (_, options, message) => {
  expect(await runIn({ 'a.yaml': good }, ['lint', ...options, 'a.yaml'])).toEqual({ code: 2, out: '', err: `petrosa-nats: ${message}\n` });
});

test('a file that cannot be written ends in 2 and leaves nothing behind', async () => {
  let left: string[] = [];
  const { code, err } = await runIn({ 'a.yaml': good, 'taken/x': '' }, ['lint', '--format', 'json=taken', 'a.yaml'], {}, () => { left = readdirSync('.'); });
  expect([code, err, left]).toEqual([2, expect.stringContaining('taken cannot be written: '), ['a.yaml', 'taken']]);
});

test('colours are for terminals, and not for those who refuse them', async () => {
  const coloured = async (isTTY: boolean, env: Record<string, string>): Promise<boolean> =>
    (await runIn({ 'a.yaml': bad }, ['lint', 'a.yaml'], { isTTY, env })).out.includes('\u001b[');
  expect([await coloured(true, {}), await coloured(false, {}), await coloured(true, { NO_COLOR: '1' }), await coloured(true, { TERM: 'dumb' })])
    .toEqual([true, false, false, false]);
});

test('what cannot be read ends in 2, and the rest is linted', async () => {
  const { code, out, err } = await runIn({ 'a.yaml': bad }, ['lint', 'a.yaml', 'gone.yaml']);
  expect([code, out, err]).toEqual([2, expect.stringContaining('CFG205'), 'gone.yaml:1:1 error there is no such file or folder; correct the path\n']);
});

test('where nothing was read the run says so and ends in 2', async () => {
  expect(await runIn({ 'empty/x.txt': '' }, ['lint', 'empty'])).toEqual({
    code: 2, out: '', err: expect.stringContaining('petrosa-nats: nothing was read from empty\n'),
  });
});

test('a state that is missing is not counted against the files', async () => {
  const { code, out, err } = await runIn({ 'b.yaml': bad }, ['lint', 'b.yaml', '-s', 'gone.yaml']);
  expect([code, out, err]).toEqual([2, expect.stringContaining('CFG205'), 'gone.yaml:1:1 error there is no such file or folder; correct the path\n']);
});

test('a broken document is not told as nothing to lint where the state is missing', async () => {
  expect((await runIn({ 'a.yaml': 'kind: [\n' }, ['lint', 'a.yaml', '-s', 'gone.yaml'])).out).toContain('FILE001');
});

test('a file without a manifest is nothing to lint', async () => {
  expect((await runIn({ 'a.yaml': '# later\n' }, ['lint', 'a.yaml'])).err).toBe('petrosa-nats: nothing was read: a.yaml is one file that holds no manifest\n');
});

test('a folder of other files is nothing to lint', async () => {
  const files = { 'k8s/values.yaml': 'replicas: 1\n', 'k8s/more.yaml': 'replicas: 2\n' };
  expect((await runIn(files, ['lint', 'k8s'])).err).toBe('petrosa-nats: nothing was read: k8s has 2 files, which hold no manifest\n');
});

test('a file that is no YAML is shown where it is wrong', async () => {
  const { code, out } = await runIn({ 'a.yaml': 'apiVersion: v1\nkind: *pod\n' }, ['lint', 'a.yaml']);
  expect([code, out]).toEqual([1, expect.stringMatching(/^a\.yaml:2:7 error FILE001 .*\n {2}2 \| kind: \*pod\n/)]);
});

test('the state of the cluster may come from standard input', async () => {
  const state = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: other, namespace: apps }\n';
  const used = good.replace('env:', 'envFrom: [{ configMapRef: { name: quotes } }]\n          env:');
  const { out } = await runIn({ 'a.yaml': used }, ['lint', 'a.yaml', '-s', '-'], { stdin: () => Promise.resolve(state) });
  expect(out).toContain('ConfigMap quotes');
});

test.each([
  ['--namespace', 'Apps', 'name of a namespace; write at most 63 of a-z, 0-9 and inner hyphens'],
  ['--default-deny', 'a.b', 'name of a namespace; write at most 63 of a-z, 0-9 and inner hyphens'],
  ['--zone', 'cluster_local', 'DNS zone; write labels of a-z, 0-9 and inner hyphens with dots between them, such as cluster.local'],
])('%s %s ends in 2', async (option, name, rest) => {
  expect(await runIn({ 'a.yaml': good }, ['lint', option, name, 'a.yaml'])).toEqual({ code: 2, out: '', err: `petrosa-nats: ${option} '${name}' is no ${rest}\n` });
});

test('standard input is either the files or the state', async () => {
  expect((await runIn({}, ['lint', '-', '-s', '-'])).err).toMatch(/^petrosa-nats: standard input cannot be both /);
});

test('--zone says which names are of the cluster', async () => {
  const manifest = bad.replaceAll('{ name: LOG_LEVEL, value: info }', '{ name: NATS_URL, value: "nats://bus.apps.svc.cluster.local:4222" }');
  const codes = async (...options: string[]): Promise<boolean> => (await runIn({ 'a.yaml': manifest }, ['lint', ...options, 'a.yaml'])).out.includes('zone');
  expect([await codes(), await codes('--zone', 'k8s.internal'), await codes('--zone', 'cluster.local.')]).toEqual([false, true, false]);
});

test('the state of the cluster is not linted, even where it lies in a folder that is', async () => {
  const { code, out } = await runIn({ 'k8s/a.yaml': good, 'k8s/state.yaml': bad.replace('name: quotes', 'name: other') }, ['lint', 'k8s', '-s', 'k8s/state.yaml']);
  expect([code, out]).toEqual([0, expect.stringContaining('in 1 file, 1 object\n')]);
});

test('a state that is not whole ends in 2', async () => {
  const { code, err } = await runIn({ 'a.yaml': good, 'state.yaml': 'a: [\n' }, ['lint', 'a.yaml', '-s', 'state.yaml']);
  expect([code, err]).toEqual([2, expect.stringMatching(/^state\.yaml:\d+:\d+ warning /)]);
});

test('the paths of a configuration are relative to it', async () => {
  const files = { 'a.yaml': good, 'ci/lint.yaml': 'clusterState: [state.yaml]\n', 'ci/state.yaml': good };
  expect(await runIn(files, ['lint', '--config', 'ci/lint.yaml', 'a.yaml'])).toMatchObject({ code: 0, err: '' });
});

test('the configuration file is no file without manifests', async () => {
  const { out } = await runIn({ 'a.yaml': good, 'petrosa-nats.yaml': 'zone: cluster.local\n' }, ['lint', '.']);
  expect(out).toMatch(/ in 1 file, 1 object\n$/);
});

test('a wrong configuration ends in 2 with its place', async () => {
  expect(await runIn({ 'a.yaml': good, 'petrosa-nats.yaml': 'zonee: x\n' }, ['lint', 'a.yaml'])).toEqual({
    code: 2, out: '', err: 'petrosa-nats: the configuration is wrong\n  petrosa-nats.yaml:1:1 unknown key zonee; did you mean zone?\n',
  });
});

test('a configuration that is named must be there', async () => {
  expect((await runIn({ 'a.yaml': good }, ['lint', '--config', 'gone.yaml', 'a.yaml'])).err).toContain('the configuration file gone.yaml cannot be read: ');
});

test('a report of findings leaves no temporary file', async () => {
  await runIn({ 'a.yaml': bad }, ['lint', '--format', 'json=out.json', 'a.yaml'], {}, () => {
    expect([existsSync('out.json'), readdirSync('.')]).toEqual([true, ['a.yaml', 'out.json']]);
  });
});
