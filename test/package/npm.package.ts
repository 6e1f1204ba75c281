import { readFileSync } from 'fs';
import { join } from 'path';
import { installPackage, writeFiles } from './support/consumer';
import { run, start } from './support/programs';
import { quickstartCode, quickstartYaml, renderedIn } from './support/quickstart';
import { newFolder } from './support/tarball';
import { blocksOf } from '../docs/support/pages';
import { PROJECT } from '../support/shared';

/** A project that uses the package: its files, and the commands that build and run it. */
interface Project {
  readonly files: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
}

const TYPESCRIPT = quickstartCode('ts');
const WITH_REQUIRE = TYPESCRIPT.replace(/^import (\{.*\}) from ('.*');$/gm, 'const $1 = require($2);');
const BAD = TYPESCRIPT.replace('app.synth();', `
const { ApiObject, JsonPatch } = require('cdk8s');
ApiObject.of(extractor).addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/env/1/valueFrom/configMapKeyRef/key', 'NATS_URI'));
app.synth();`);

const tsconfig = (module: string, moduleResolution: string, options: { skipLibCheck: boolean; noEmit?: boolean }) =>
  JSON.stringify({ compilerOptions: { strict: true, target: 'ES2022', module, moduleResolution, types: ['node'], ...options } });

const PROJECTS: ReadonlyArray<readonly [string, Project]> = [
  ['JavaScript', {
    files: { 'package.json': '{}', 'main.js': WITH_REQUIRE },
    commands: ['node main.js'],
  }],
  ['JavaScript modules', {
    files: { 'package.json': '{ "type": "module" }', 'main.js': TYPESCRIPT },
    commands: ['node main.js'],
  }],
  ['TypeScript to CommonJS, node16, with all types checked', {
    files: { 'package.json': '{}', 'tsconfig.json': tsconfig('node16', 'node16', { skipLibCheck: false }), 'main.ts': TYPESCRIPT },
    commands: ['npx tsc', 'node main.js'],
  }],
  ['TypeScript to ES modules, node16', {
    files: { 'package.json': '{ "type": "module" }', 'tsconfig.json': tsconfig('node16', 'node16', { skipLibCheck: true }), 'main.ts': TYPESCRIPT },
    commands: ['npx tsc', 'node main.js'],
  }],
  ['TypeScript for a bundler', {
    files: { 'package.json': '{ "type": "module" }', 'tsconfig.json': tsconfig('esnext', 'bundler', { skipLibCheck: true, noEmit: true }), 'main.ts': TYPESCRIPT },
    commands: ['npx tsc', 'npx esbuild main.ts --bundle --platform=node --outfile=main.cjs --log-level=warning', 'node main.cjs'],
  }],
];

const folder = newFolder();
const app = folder.path;
const expected = quickstartYaml();

// The empty project is an app as `cdk8s init typescript-app` makes it; the others lie in it and share what is installed.
beforeAll(() => {
  installPackage(app);
  writeFiles(app, {
    'tsconfig.json': readFileSync(join(PROJECT, 'node_modules/cdk8s-cli/templates/typescript-app/tsconfig.json'), 'utf8'),
    'cdk8s.yaml': blocksOf('docs/pipelines.md').find(({ code }) => code.includes('PetrosaValidation'))!.code,
    'cluster.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: unrelated, namespace: petrosa-apps }\n',
    'main.ts': TYPESCRIPT,
    'bad/main.ts': BAD,
    'good.yaml': expected,
    'bad.yaml': expected.replace('key: NATS_URL', 'key: NATS_URI'),
  });
});
afterAll(folder.remove);

describe.each(PROJECTS)('%s', (name, { files, commands }) => {
  test('renders the quickstart as this repository does', () => {
    const project = join(app, 'projects', name.replace(/\W+/g, '-'));
    writeFiles(project, files);
    commands.forEach(command => run(project, command.split(' ')));
    expect(renderedIn(project)).toBe(expected);
  });
});

test('a program loads what it uses of the library alone', () => {
  const program = "const { NatsServer } = require('cdk8s-petrosa'); console.log(typeof NatsServer, Object.keys(require.cache).filter(file => /cdk8s-petrosa.lib.(workload|monitoring)/.test(file)));";
  writeFiles(app, { 'server.cjs': program });
  expect(run(app, ['node', 'server.cjs'])).toBe('function []\n');
});

test('an ES module can import each name that the package exports', () => {
  const program = "import * as names from 'cdk8s-petrosa'; console.log(Object.keys(names.default).filter(name => !(name in names)).join(), Object.keys(names).length > 40);";
  writeFiles(app, { 'names.mjs': program });
  expect(run(app, ['node', 'names.mjs'])).toBe(' true\n');
});

describe('an app of cdk8s init, with the plugin', () => {
  const synth = ['npx', 'cdk8s', 'synth', '--check-upgrade=false'];

  test('renders the quickstart', () => {
    run(app, synth);
    expect(renderedIn(app)).toBe(expected);
  });

  test('fails where the verifier finds an error', () => {
    const { code, out, err } = start(app, [...synth, '--app', 'npx ts-node bad/main.ts']);
    expect([code, out + err]).toEqual([2, expect.stringMatching(/CFG202.*\n[^]*NATS_URI/)]);
  });
});

describe('petrosa-nats', () => {
  const petrosaNats = (...args: string[]) => start(app, ['node_modules/.bin/petrosa-nats', ...args]);

  test('is what npx finds', () => {
    const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    expect(start(app, ['npx', 'petrosa-nats', '--version']).out).toBe(`${version}\n`);
  });

  test('ends in 0 where it finds nothing', () => {
    expect(petrosaNats('lint', 'good.yaml')).toMatchObject({ code: 0, out: expect.stringContaining('0 errors, 0 warnings') });
  });

  test('ends in 1 where it finds an error', () => {
    expect(petrosaNats('lint', 'bad.yaml')).toMatchObject({ code: 1, out: expect.stringMatching(/^bad\.yaml:\d+:\d+ error CFG202 .*NATS_URI/) });
  });

  test('prints its help', () => {
    expect(petrosaNats('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage: petrosa-nats') });
  });

  test.each([
    [['explain', 'CFG202'], 0],
    [['diff', 'good.yaml', 'bad.yaml'], 1],
    [['graph', 'good.yaml', '--format', 'svg'], 0],
    [['adopt', 'good.yaml', '--out', 'adopted'], 0],
    [['migrate', 'bad.yaml'], 0],
    [['checklist', 'good.yaml'], 0],
  ])('%j finds all that it loads', (args, code) => {
    expect(petrosaNats(...args)).toMatchObject({ code, out: expect.stringMatching(/./) });
  });
});
