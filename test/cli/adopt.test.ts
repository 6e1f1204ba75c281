import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { writeNewFolder } from '../../src/cli/new-folder';
import { runIn } from '../support/command-line';

const guide = readFileSync(join(__dirname, '../../docs/adopt.md'), 'utf8');
const [quotes] = blocks('yaml');

function blocks(language: string): string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
}

describe('the guide', () => {
  const [, ...argv] = /`(petrosa-nats adopt [^`]*)` prints/.exec(guide)![1].split(' ');

  test('shows what the command prints', async () => {
    expect(await runIn({ 'quotes.yaml': quotes }, argv)).toEqual({ code: 0, err: '', out: blocks('text')[0] });
  });

  test('shows what the command writes', async () => {
    let written = '';
    await runIn({ 'quotes.yaml': quotes }, argv, {}, () => { written = readFileSync('app/quotes.ts', 'utf8'); });
    expect(written).toBe(blocks('ts')[0]);
  });
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
  const { code, err } = await runIn({ 'quotes.yaml': quotes, 'bad.yaml': 'kind: [\n' }, ['adopt', '.', '-o', 'app'], {}, () => { files = readdirSync('.'); });
  expect([code, files.sort(), /^bad\.yaml:\d+:\d+ error .*\npetrosa-nats: nothing is written/.test(err)]).toEqual([2, ['bad.yaml', 'quotes.yaml'], true]);
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
