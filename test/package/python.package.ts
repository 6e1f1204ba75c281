import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { lockedVersion, writeFiles } from './support/consumer';
import { run, start } from './support/programs';
import { quickstartCode, quickstartYaml, renderedIn } from './support/quickstart';
import { newFolder } from './support/tarball';
import { blocksOf } from '../docs/support/pages';
import { PROJECT } from '../support/shared';

const WHEELS = join(PROJECT, 'dist/python');
const EXAMPLE = readFileSync(join(PROJECT, 'examples/quickstart/main.py'), 'utf8');
const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs'];
const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));

const folder = newFolder();
const bin = (program: string): string => join(folder.path, 'venv/bin', program);

beforeAll(() => {
  run(folder.path, ['python3', '-m', 'venv', 'venv']);
  run(PROJECT, ['npx', 'projen', 'package:python']);
  writeFiles(folder.path, { 'constraints.txt': PEERS.map(name => `${name}==${lockedVersion(name)}\n`).join('') });
  run(folder.path, [bin('pip'), 'install', '--quiet', '--constraint', 'constraints.txt', join(WHEELS, `cdk8s_petrosa-${version}-py3-none-any.whl`)]);
});
afterAll(folder.remove);

/** Writes a program of Python into a folder of its own, which it returns. */
function written(name: string, code: string): string {
  const own = join(folder.path, name);
  writeFiles(own, { 'main.py': code });
  return own;
}

/** Runs a program of Python that has to end well, in a folder of its own. */
function python(name: string, code: string): { readonly out: string; readonly folder: string } {
  const own = written(name, code);
  return { out: run(own, [bin('python'), 'main.py']), folder: own };
}

test('one wheel and its sources are made', () => {
  expect(readdirSync(WHEELS).sort()).toEqual([`cdk8s_petrosa-${version}-py3-none-any.whl`, `cdk8s_petrosa-${version}.tar.gz`]);
});

test('the peers come along, in versions that fit', () => {
  expect(run(folder.path, [bin('pip'), 'check'])).toContain('No broken requirements');
});

describe('the quickstart', () => {
  test('renders the same bytes as in TypeScript', () => {
    expect(renderedIn(python('quickstart', EXAMPLE).folder)).toBe(quickstartYaml());
  });

  test('renders them with PetrosaApp, too', () => {
    const code = EXAMPLE.replace('import HttpsApi', 'import PetrosaApp, HttpsApi').replace('app = App()', 'app = PetrosaApp()');
    expect(renderedIn(python('petrosa-app', code).folder)).toBe(quickstartYaml());
  });

  test('is what the README shows', () => {
    expect(quickstartCode('python')).toBe(EXAMPLE);
  });
});

describe('the page on PyPI', () => {
  const page = () => run(folder.path, [bin('python'), '-c', 'from importlib.metadata import metadata; print(metadata("cdk8s-petrosa").get_payload())']);
  const programsOf = (text: string) => [...text.matchAll(/^```python\n(.*?)^```$/gms)].map(([, code]) => code);

  test('shows no TypeScript as Python', () => {
    expect(programsOf(page()).filter(code => /\bconst |import \{/.test(code))).toEqual([]);
  });

  test('begins with a program of Python that renders the quickstart', () => {
    expect(renderedIn(python('page', programsOf(page())[0]).folder)).toBe(quickstartYaml());
  });

  test('gives props by their classes, since names of several words vanish from a dict', () => {
    expect(page()).not.toContain('containers=[{');
  });
});

const pages = blocksOf('docs/python.md');
const programs = pages.flatMap((block, i) => (block.language === 'python' ? [{ line: block.line, code: block.code, shown: pages[i + 1]?.language === 'text' ? pages[i + 1].code : '' }] : []));
const isError = ({ shown }: { readonly shown: string }): boolean => shown.includes('Error: ');

test.each(programs.filter(program => !isError(program)))('the program in line $line of the guide ends well, and prints what the guide shows', ({ line, code, shown }) => {
  expect(python(`guide-${line}`, code).out).toBe(shown);
});

test.each(programs.filter(isError))('the program in line $line of the guide fails with the error that the guide shows', ({ line, code, shown }) => {
  expect(start(written(`guide-${line}`, code), [bin('python'), 'main.py'])).toMatchObject({ code: 1, err: expect.stringContaining(`\n${shown}`) });
});

describe('a class of Python', () => {
  const APP = `
import jsii
from cdk8s import ApiObjectMetadata, App, Chart, IResolver
from cdk8s_petrosa import ExternalHost, IEndpoint, NatsAwareDeployment
from cdk8s_plus_28 import ContainerProps, ImagePullPolicy

@jsii.implements(IEndpoint)
class MarketStream:
    description = property(lambda self: "wss://stream.example.com:9443")
    url = property(lambda self: "wss://stream.example.com:9443/ws")
    in_cluster = property(lambda self: False)
    needs_dns = property(lambda self: True)
    egress = property(lambda self: ExternalHost.of(host="stream.example.com", port=9443).egress)
    variables = property(lambda self: [])

@jsii.implements(IResolver)
class Upper:
    def resolve(self, context):
        if context.value == "quotes-team":
            context.replace_value("QUOTES-TEAM")

app = App(resolvers=[Upper()])
chart = Chart(app, "quotes", namespace="apps")
def deployment(name, container):
    return NatsAwareDeployment(chart, name, metadata=ApiObjectMetadata(name=name, annotations={"team": "quotes-team"}), labels={"app": name}, containers=[container])
deployment("quotes", ContainerProps(name="quotes", image="example/quotes:1.4.2", image_pull_policy=ImagePullPolicy.NEVER)).connect_to(MarketStream(), env="MARKET_URL")
deployment("dict", {"name": "dict", "image": "example/dict:1.4.2", "image_pull_policy": ImagePullPolicy.IF_NOT_PRESENT})
print(app.synth_yaml())
`;
  let rendered: string;
  beforeAll(() => { rendered = python('classes', APP).out; });

  test('can be an endpoint', () => {
    expect(rendered).toContain('value: wss://stream.example.com:9443/ws');
  });

  test('can be an endpoint whose port the policy lets through', () => {
    expect(rendered).toContain('- port: 9443');
  });

  test('can be a resolver', () => {
    expect(rendered).toContain('team: QUOTES-TEAM');
  });

  test('is needed for the props of a list, since names of several words vanish from a dict', () => {
    expect([...rendered.matchAll(/imagePullPolicy: (\w+)/g)].map(([, policy]) => policy)).toEqual(['Never', 'Always']);
  });
});

describe('petrosa-nats of the wheel', () => {
  const petrosaNats = (...args: string[]) => start(folder.path, ['env', 'JSII_RUNTIME_PACKAGE_CACHE=enabled', bin('petrosa-nats'), ...args]);

  beforeAll(() => writeFiles(folder.path, { 'good.yaml': quickstartYaml(), 'bad.yaml': quickstartYaml().replace('key: NATS_URL', 'key: NATS_URI') }));

  test.each([['good.yaml', 0], ['bad.yaml', 1]])('lints %s and ends in %d', (file, code) => {
    expect(petrosaNats('lint', file).code).toBe(code);
  });

  test('prints the version of the package', () => {
    expect(petrosaNats('--version').out).toBe(`${version}\n`);
  });
});
