import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { run } from '../../src/cli';
import { runIn, RunResult } from '../support/command-line';

const CONFIG = (level: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\ndata: { LEVEL: ${level} }\n`;
const SECRET = (value: string) => `apiVersion: v1\nkind: Secret\nmetadata: { name: keys, namespace: shop }\nstringData: { LEVEL: ${value} }\n`;
const BROKEN = 'apiVersion: v1\nkind: x\n\ty: z\n';
const CHANGED = { 'old/a.yaml': CONFIG('info'), 'new/a.yaml': CONFIG('debug') };

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

describe('diff of folders', () => {
  test('ends in 0 where nothing changes', async () => {
    expect(await runIn({ 'old/a.yaml': CONFIG('info'), 'new/b.yaml': CONFIG('info') }, ['diff', 'old', 'new'])).toEqual({ code: 0, out: 'no change\n', err: '' });
  });

  test('ends in 1 where something does', async () => {
    expect(await runIn(CHANGED, ['diff', 'old', 'new'])).toMatchObject({ code: 1, out: expect.stringContaining('LEVEL: info -> debug') });
  });

  test('takes files', async () => {
    expect(await runIn(CHANGED, ['diff', 'old/a.yaml', 'new/a.yaml'])).toMatchObject({ code: 1, err: '' });
  });

  test('takes one side from standard input', async () => {
    expect(await runIn(CHANGED, ['diff', 'old', '-'], { stdin: () => Promise.resolve(CONFIG('info')) })).toMatchObject({ code: 0 });
  });

  test('does not take both from it', async () => {
    expect(await runIn({}, ['diff', '-', '-'])).toEqual({
      code: 2, out: '', err: 'petrosa-nats: standard input cannot be both sides; write one of them to a file\n',
    });
  });

  test.each(['text', 'json', 'markdown'])('never shows the value of a Secret as %s', async (format) => {
    const { code, out } = await runIn({ 'old/a.yaml': SECRET('hunter1'), 'new/a.yaml': SECRET('hunter2') }, ['diff', 'old', 'new', '-f', format]);
    expect([code, out.includes('LEVEL'), /hunter|aHVudGVy/.test(out)]).toEqual([1, true, false]);
  });

  test('is JSON for programs', async () => {
    const { out } = await runIn(CHANGED, ['diff', 'old', 'new', '-f', 'json']);
    expect(JSON.parse(out)).toMatchObject({ version: 1, values: [{ name: 'LEVEL', before: 'info', after: 'debug' }], removed: [] });
  });

  test('knows the state of the cluster, and says once what is wrong with it', async () => {
    const { out, err } = await runIn({
      ...CHANGED,
      'state.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api, namespace: shop }\nspec: { template: { spec: { containers: [{ name: a, envFrom: [{ configMapRef: { name: settings } }] }] } } }\n---\na: b\n\tc\n',
    }, ['diff', 'old', 'new', '-s', 'state.yaml']);
    expect([out.includes('needs a restart: shop/api[Deployment]'), err.split('\n').length - 1]).toEqual([true, 1]);
  });

  test('ends in 2 where a file is broken, and prints what is known', async () => {
    expect(await runIn({ ...CHANGED, 'new/b.yaml': BROKEN }, ['diff', 'old', 'new']))
      .toMatchObject({ code: 2, out: expect.stringContaining('LEVEL'), err: expect.stringMatching(/^new\/b\.yaml:3:/) });
  });

  test('takes what is wrong with a file for the same on both sides', async () => {
    const lost = `${CONFIG('info')}# caf\ufffd\n`;
    expect(await runIn({ 'old/a.yaml': lost, 'new/a.yaml': lost }, ['diff', 'old', 'new'])).toMatchObject({ code: 0, out: 'no change\n' });
  });

  describe('of which one has a file that is broken', () => {
    test.each([
      ['head', 'a file', { 'old/b.yaml': SECRET('x'), 'new/b.yaml': BROKEN }, ['old', 'new'], 'new/b.yaml:3 of the head'],
      ['base', 'a file', { 'old/b.yaml': BROKEN, 'new/b.yaml': SECRET('x') }, ['old', 'new'], 'old/b.yaml:3 of the base'],
      ['head', 'the file', { 'old/b.yaml': SECRET('x'), 'new/c.yaml': BROKEN }, ['old/b.yaml', 'new/c.yaml'], 'new/c.yaml:3 of the head'],
      ['base', 'a file', { 'old/b.yaml': BROKEN, 'new/b.yaml': SECRET('x') }, ['./old/', './new'], 'old/b.yaml:3 of the base'],
      ['base', 'the folder', { 'old/b.yaml': BROKEN, 'new/c.yaml': SECRET('x') }, ['old', 'new/c.yaml'], 'old/b.yaml:3 of the base'],
    ])('says nothing of its objects: the %s, %s', async (_, __, files, sides, place) => {
      expect(await runIn(files, ['diff', ...sides])).toMatchObject({
        code: 2,
        out: `Could not be read, so that nothing is said of the objects that stand there\n  ${place}: a tab as indentation\n    indent with spaces\n\n1 file could not be read\n`,
      });
    });

    test('takes standard input for the file of the other side', async () => {
      const { code, out } = await runIn({ 'new/b.yaml': SECRET('x') }, ['diff', '-', 'new/b.yaml'], { stdin: () => Promise.resolve(BROKEN) });
      expect([code, out]).toEqual([2, expect.stringMatching(/^Could not be read.*\n {2}stdin:3 of the base: .*\n.*\n\n1 file could not be read\n$/)]);
    });

    test.each([
      ['json', /^\{\s+"version": 1,\s+"unread": \[\s+\{\s+"side": "head",\s+"file": "new\/b.yaml",\s+"line": 3,[^]*"removed": \[\]/],
      ['markdown', /^.*: 1 file could not be read\n\n<details open><summary>Could not be read[^]*<\/details>\n$/],
    ])('says so on top as %s', async (format, expected) => {
      const { code, out } = await runIn({ 'old/b.yaml': SECRET('x'), 'new/b.yaml': BROKEN }, ['diff', 'old', 'new', '-f', format]);
      expect([code, out]).toEqual([2, expect.stringMatching(expected)]);
    });

    test('tells what vanishes from the other files', async () => {
      const { out } = await runIn({ ...CHANGED, 'old/b.yaml': SECRET('x'), 'old/c.yaml': SECRET('x').replace('keys', 'more'), 'new/b.yaml': BROKEN }, ['diff', 'old', 'new']);
      expect(out.slice(out.indexOf('Objects'))).toBe('Objects that vanish\n  Secret shop/more (old/c.yaml:2)\n\nValues\n  ConfigMap shop/settings\n'
        + '    LEVEL: info -> debug, read by no workload that is known\n  Secret shop/more\n    LEVEL: gone, read by no workload that is known\n\n'
        + '1 file could not be read, 2 values change, 1 object vanishes\n');
    });
  });

  test('says so where there is no git', async () => {
    const { PATH } = process.env;
    process.env.PATH = '';
    const { code, err } = await runIn(CHANGED, ['diff', 'main', 'new']);
    process.env.PATH = PATH;
    expect([code, err]).toEqual([2, 'petrosa-nats: main is no file or folder, and revisions cannot be read without git; correct it, or install git\n']);
  });

  test('refuses a side that is nothing', async () => {
    expect((await runIn(CHANGED, ['diff', 'old', 'nowhere'])).err)
      .toBe('petrosa-nats: nowhere is no file or folder, and no git revision of a repository around the current folder; correct it, or fetch the revision first\n');
  });

  test('refuses --path without a revision', async () => {
    expect(await runIn(CHANGED, ['diff', 'old', 'new', '--path', 'k8s'])).toMatchObject({ code: 2, err: expect.stringContaining('leave it out') });
  });
});

describe('diff of git revisions', () => {
  const started = process.cwd();
  let folder: string;

  /** Two commits on main, of which `first` tags the older; k8s/a.yaml differs between them. A branch is named as a folder is. */
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'petrosa-nats-repository-'));
    process.chdir(folder);
    git('init', '--quiet', '--initial-branch=main', '.');
    for (const name of ['k8s', 'empty', 'deep/k8s']) mkdirSync(name, { recursive: true });
    writeFileSync('k8s/a.yaml', CONFIG('info'));
    writeFileSync('deep/k8s/a.yaml', CONFIG('info'));
    writeFileSync('readme.md', 'x');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'first');
    git('tag', 'first');
    writeFileSync('k8s/a.yaml', CONFIG('debug'));
    writeFileSync('deep/k8s/a.yaml', CONFIG('trace'));
    git('commit', '--quiet', '-am', 'second');
    git('branch', 'empty');
  });

  afterAll(() => {
    process.chdir(started);
    rmSync(folder, { recursive: true });
  });

  async function diffed(...argv: readonly string[]): Promise<RunResult> {
    const printed = { out: '', err: '' };
    const code = await run(['diff', ...argv], {
      out: (text) => { printed.out += text; },
      err: (text) => { printed.err += text; },
      stdin: () => Promise.resolve(CONFIG('info')),
      env: {},
      isTTY: false,
    });
    return { code, ...printed };
  }

  test('reads both from the repository, with the names that files have there', async () => {
    const { code, out, err } = await diffed('first', 'main', '--path', 'k8s', '-f', 'json');
    const { values, findings } = JSON.parse(out) as { values: object[]; findings: { file: string }[] };
    expect([code, err, values, [...new Set(findings.map(({ file }) => file))]]).toEqual([1, '', [expect.objectContaining({ before: 'info', after: 'debug' })], []]);
  });

  test('names files that are broken as the repository does', async () => {
    writeFileSync('k8s/broken.yaml', BROKEN);
    git('add', '-A');
    git('commit', '--quiet', '-m', 'broken');
    const { code, err } = await diffed('first', 'HEAD', '--path', 'k8s');
    git('reset', '--quiet', '--hard', 'HEAD~1');
    expect([code, err]).toEqual([2, expect.stringMatching(/^k8s\/broken\.yaml:3:1 error /)]);
  });

  test('says nothing of the objects of a file that is broken in the folder', async () => {
    process.chdir('deep');
    writeFileSync('k8s/a.yaml', BROKEN);
    const { code, out } = await diffed('main', 'k8s');
    git('checkout', '--quiet', '--', 'k8s');
    process.chdir('..');
    expect([code, out]).toEqual([2, expect.stringMatching(/^Could not be read.*\n {2}k8s\/a.yaml:3 of the head: .*\n.*\n\n1 file could not be read\n$/)]);
  });

  test('says nothing of the objects of a file of several paths that is broken', async () => {
    writeFileSync('k8s/a.yaml', BROKEN);
    git('commit', '--quiet', '-am', 'broken');
    const { code, out } = await diffed('first', 'HEAD', '--path', 'k8s', '--path', 'deep');
    git('reset', '--quiet', '--hard', 'HEAD~1');
    expect([code, out.includes('vanish'), out.includes('LEVEL: info -> trace')]).toEqual([2, false, true]);
  });

  test('takes no path for another one where there are several', async () => {
    git('rm', '--quiet', '-r', 'k8s');
    writeFileSync('deep/k8s/a.yaml', BROKEN);
    git('commit', '--quiet', '-am', 'broken');
    const { code, out } = await diffed('first', 'HEAD', '--path', 'k8s', '--path', 'deep/k8s');
    git('reset', '--quiet', '--hard', 'HEAD~1');
    expect([code, out]).toEqual([2, expect.stringContaining('Objects that vanish\n  ConfigMap shop/settings (k8s/a.yaml:2)\n')]);
  });

  test('of the same revision ends in 0', async () => {
    expect(await diffed('main', 'HEAD', '--path', 'k8s')).toEqual({ code: 0, out: 'no change\n', err: '' });
  });

  test('takes several paths', async () => {
    expect(await diffed('first', 'main', '--path', 'k8s/a.yaml', '--path', 'deep')).toMatchObject({ code: 1, out: expect.stringContaining('trace') });
  });

  test('compares a revision with what is in a folder now, without --path', async () => {
    writeFileSync('k8s/a.yaml', CONFIG('warning'));
    const { out } = await diffed('main', 'k8s');
    git('checkout', '--quiet', '--', 'k8s');
    expect(out).toContain('LEVEL: debug -> warning');
  });

  test('finds paths from the folder of the run', async () => {
    process.chdir('deep');
    const { out } = await diffed('first', 'main', '--path', 'k8s');
    process.chdir('..');
    expect(out).toContain('LEVEL: info -> trace');
  });

  test('takes the repository whole', async () => {
    expect(await diffed('first', 'main', '--path', '.')).toMatchObject({ code: 1, err: '' });
  });

  test('takes an absolute path of the repository', async () => {
    expect(await diffed('first', 'main', '--path', join(process.cwd(), 'k8s'))).toMatchObject({ code: 1, err: '' });
  });

  test('says so where git cannot read a file', async () => {
    const blob = git('rev-parse', 'first:k8s/a.yaml').trim();
    const file = join('.git/objects', blob.slice(0, 2), blob.slice(2));
    renameSync(file, 'lost');
    const { code, err } = await diffed('first', 'main', '--path', 'k8s');
    renameSync('lost', file);
    expect([code, err]).toEqual([2, expect.stringMatching(/^petrosa-nats: git cannot read k8s of [0-9a-f]{12}: \S/)]);
  });

  test('takes a path that one revision does not have as empty', async () => {
    mkdirSync('later');
    writeFileSync('later/a.yaml', CONFIG('info'));
    git('add', '-A');
    git('commit', '--quiet', '-m', 'later');
    const { code, out } = await diffed('main~1', 'main', '--path', 'later');
    git('reset', '--quiet', '--hard', 'HEAD~1');
    expect([code, out]).toEqual([1, expect.stringContaining('New objects\n  ConfigMap shop/settings (later/a.yaml:2)')]);
  });

  test('refuses a path that neither has', async () => {
    expect(await diffed('first', 'main', '--path', 'nowhere')).toEqual({
      code: 2, out: '', err: 'petrosa-nats: neither first nor main has a path nowhere; correct --path\n',
    });
  });

  test('refuses a path outside of the repository', async () => {
    expect(await diffed('first', 'main', '--path', '../x')).toMatchObject({ code: 2, err: expect.stringContaining('../x lies outside of the repository') });
  });

  test.each([['main', 'first'], ['-', 'main']])('refuses %s and %s without --path', async (base, head) => {
    expect(await diffed(base, head)).toMatchObject({ code: 2, err: expect.stringContaining('is a git revision; say with --path where its manifests lie') });
  });

  test('refuses what is a path and a revision, and takes each under a name that is clear', async () => {
    expect(await diffed('empty', 'main', '--path', 'k8s')).toMatchObject({ code: 2, err: expect.stringContaining('write ./empty for the path') });
    expect(await diffed('refs/heads/empty', 'main', '--path', 'k8s')).toMatchObject({ code: 0 });
  });

  test('refuses what looks like an option of git', async () => {
    expect(await diffed('--path', 'k8s', '--', '--all', 'main')).toMatchObject({ code: 2, err: expect.stringContaining('--all is no file or folder') });
  });

  test('leaves nothing behind, and neither the work tree nor the index changed', async () => {
    writeFileSync('readme.md', 'staged');
    git('add', 'readme.md');
    writeFileSync('readme.md', 'changed');
    const [folders, status] = [temporary(), git('status', '--short')];
    await diffed('first', 'main', '--path', 'k8s');
    await diffed('first', 'main', '--path', 'k8s', '-c', 'no-such-file');
    const after = [temporary(), git('status', '--short')];
    git('reset', '--quiet', '--hard');
    expect(after).toEqual([folders, status]);
  });

  function temporary(): string[] {
    return readdirSync(tmpdir()).filter(name => name.startsWith('petrosa-nats-revision-'));
  }
});
