import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { checkNewFolder, writeNewFolder } from '../../src/cli/new-folder';
import { runIn } from '../support/command-line';

const guide = readFileSync(join(__dirname, '../../docs/adopt.md'), 'utf8');
const [quotes] = blocks('yaml');

function blocks(language: string): string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
}

test('the guide shows what the command writes', async () => {
  let written = '';
  const { code, err } = await runIn({ 'quotes.yaml': quotes }, ['adopt', 'quotes.yaml', '--out', 'app'], {}, () => { written = readFileSync('app/quotes.ts', 'utf8'); });
  expect([code, err, written]).toEqual([0, '', blocks('ts')[0]]);
});

test('the project has what cdk8s needs, with the versions of this package', async () => {
  const own = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  let versions = {};
  let files: string[] = [];
  await runIn({ 'quotes.yaml': quotes }, ['adopt', 'quotes.yaml', '-o', 'My App'], {}, () => {
    const { name, dependencies } = JSON.parse(readFileSync('My App/package.json', 'utf8'));
    versions = { name, ...dependencies };
    files = readdirSync('My App').sort();
  });
  expect({ versions, files }).toEqual({
    versions: { 'name': 'my-app', 'cdk8s-petrosa': `^${own.version}`, ...own.peerDependencies },
    files: ['.gitignore', 'cdk8s.yaml', 'main.ts', 'package.json', 'quotes.ts', 'tsconfig.json'],
  });
});

test('a folder that holds something is refused, and stays as it is', async () => {
  let files: string[] = [];
  const { code, err } = await runIn({ 'quotes.yaml': quotes, 'app/mine.ts': '' }, ['adopt', 'quotes.yaml', '-o', 'app'], {}, () => { files = readdirSync('app'); });
  expect([code, err, files]).toEqual([2, 'petrosa-nats: app is not empty; name a folder that is new or empty\n', ['mine.ts']]);
});

test('a file is no folder', async () => {
  const { code, err } = await runIn({ 'quotes.yaml': quotes }, ['adopt', 'quotes.yaml', '-o', 'quotes.yaml']);
  expect([code, err]).toEqual([2, 'petrosa-nats: quotes.yaml is no folder; name one that is new or empty\n']);
});

test('a folder without a name is refused, so that the current one stays as it is', async () => {
  let files: string[] = [];
  const { code, err } = await runIn({ 'quotes.yaml': quotes, 'main.ts': 'mine' }, ['adopt', 'quotes.yaml', '--out', ''], {}, () => { files = readdirSync('.').sort(); });
  expect([code, err, files]).toEqual([2, 'petrosa-nats: the folder to write has no name; name one that is new or empty\n', ['main.ts', 'quotes.yaml']]);
});

test.each(['in/app', 'in/deep/er/app'])('an app in the folder that is read is refused: %s', async (out) => {
  const { code, err } = await runIn({ 'in/quotes.yaml': quotes }, ['adopt', 'in', '-o', out]);
  expect([code, err]).toEqual([2, `petrosa-nats: ${out} lies in in, so that the next run would read it as input; name a folder outside of it\n`]);
});

test('an app behind a link into the folder that is read is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petrosa-nats-'));
  mkdirSync(join(folder, 'in'));
  symlinkSync(join(folder, 'in'), join(folder, 'link'));
  expect(() => checkNewFolder(join(folder, 'link', 'app'), [join(folder, 'in')])).toThrow('would read it as input');
  rmSync(folder, { recursive: true });
});

test('a folder beside the one that is read may begin with its name', async () => {
  expect(await runIn({ 'in/quotes.yaml': quotes }, ['adopt', 'in', '-o', 'in-app'])).toMatchObject({ code: 0 });
});

test('an empty folder is filled', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'petrosa-nats-'));
  await runIn({ 'quotes.yaml': quotes }, ['adopt', 'quotes.yaml', '-o', folder]);
  const files = readdirSync(folder);
  rmSync(folder, { recursive: true });
  expect(files).toContain('main.ts');
});

test('the folders above a new one are made', async () => {
  let written = false;
  const { code } = await runIn({ 'in/quotes.yaml': quotes }, ['adopt', 'in', '-o', 'out/deep/app'], {}, () => { written = existsSync('out/deep/app/main.ts'); });
  expect([code, written]).toEqual([0, true]);
});

test('nothing is written where a file cannot be read whole', async () => {
  let files: string[] = [];
  const { code, err } = await runIn({ 'in/quotes.yaml': quotes, 'in/bad.yaml': 'kind: [\n' }, ['adopt', 'in', '-o', 'app'], {}, () => { files = readdirSync('.'); });
  expect([code, files.sort(), /^in\/bad\.yaml:\d+:\d+ error .*\npetrosa-nats: nothing is written/.test(err)]).toEqual([2, ['in'], true]);
});

test('nothing is written of what cannot be adopted, and each reason is a line with its place', async () => {
  let files: string[] = [];
  const faulty = `${quotes}---\n${quotes.replace('LOG_LEVEL: info', 'constructor: x')}`;
  const { code, err } = await runIn({ 'quotes.yaml': faulty }, ['adopt', 'quotes.yaml', '-o', 'app'], {}, () => { files = readdirSync('.'); });
  expect([code, files, err.split('\n')]).toEqual([2, ['quotes.yaml'], [
    expect.stringMatching(/^quotes\.yaml:30:3 error ConfigMap shop\/quotes-config: cdk8s cannot render the key constructor of data/),
    expect.stringMatching(/^quotes\.yaml:25:1 error ConfigMap shop\/quotes-config: it is defined in another way at quotes\.yaml:1:1/),
    'petrosa-nats: nothing is written, since not all of the input can be adopted',
    '',
  ]]);
});

test('an object that two files define in the same words is written once, and brings nothing new', async () => {
  const { code, out } = await runIn({ 'k8s/a.yaml': quotes, 'b/k8s/a.yaml': quotes }, ['adopt', 'k8s', 'b', '-o', 'app']);
  expect([code, out.match(/NatsAwareDeployment/g)]).toEqual([0, ['NatsAwareDeployment']]);
});

test('a Kustomization that changes what is applied is something to decide, and not proven', async () => {
  const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [quotes.yaml]\nnamePrefix: prod-\n';
  const { code, out } = await runIn({ 'in/quotes.yaml': quotes, 'in/kustomization.yaml': kustomization }, ['adopt', 'in', '-o', 'app']);
  expect([code, out]).toEqual([1, expect.stringContaining('To decide:\n  in/kustomization.yaml:1:1 Kustomization: what is applied is changed by namePrefix; render')]);
});

test('a folder that cannot be made is an error of usage, and leaves nothing', async () => {
  const { code, err } = await runIn({ 'quotes.yaml': quotes }, ['adopt', 'quotes.yaml', '-o', 'quotes.yaml/app']);
  expect([code, err]).toEqual([2, expect.stringContaining('petrosa-nats: quotes.yaml/app cannot be ')]);
});

test('a file that cannot be moved leaves nothing of the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petrosa-nats-'));
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'taken', 'file'), '');
  expect(() => writeNewFolder(folder, new Map([['first', 'a'], ['taken', 'b']]))).toThrow(`${folder} cannot be written: `);
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true });
  expect(left).toEqual(['taken']);
});

test('a file that came in the meantime stays as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petrosa-nats-'));
  writeFileSync(join(folder, 'main.ts'), 'mine');
  expect(() => writeNewFolder(folder, new Map([['first.ts', 'a'], ['main.ts', 'b']]))).toThrow(`${folder} cannot be written: main.ts is there already`);
  const left = readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')]);
  rmSync(folder, { recursive: true });
  expect(left).toEqual([['main.ts', 'mine']]);
});

describe('what runs the code', () => {
  afterEach(() => jest.dontMock('constructs').dontMock('typescript'));

  test('says how to install TypeScript where it is missing', () => {
    jest.isolateModules(() => {
      jest.doMock('typescript', () => { throw new Error('Cannot find module'); });
      const { toolchain } = jest.requireActual<typeof import('../../src/cli/toolchain')>('../../src/cli/toolchain');
      expect(() => toolchain('.')).toThrow('run: npm install --save-dev typescript');
    });
  });

  test.each([
    ['a package that is missing', Object.assign(new Error("Cannot find module 'constructs'\nRequire stack:"), { code: 'MODULE_NOT_FOUND' }),
      "the constructs cannot be loaded: Cannot find module 'constructs'; run: npm install cdk8s cdk8s-plus-28 constructs"],
    ['an error inside a package', new Error('broken'), 'broken'],
  ])('names %s', (_, error, message) => {
    jest.isolateModules(() => {
      jest.doMock('cdk8s', () => ({}));
      jest.doMock('cdk8s-plus-28', () => ({}));
      jest.doMock('constructs', () => { throw error; });
      const { toolchain } = jest.requireActual<typeof import('../../src/cli/toolchain')>('../../src/cli/toolchain');
      expect(() => toolchain('.')).toThrow(message);
    });
    jest.dontMock('cdk8s').dontMock('cdk8s-plus-28');
  });
});
