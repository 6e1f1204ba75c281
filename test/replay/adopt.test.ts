import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { Proof, prove } from '../../src/adopt';
import { adoptSet } from '../../src/adopt/map';
import { ManifestSet, readPaths, readText, SourceDocument } from '../../src/manifest';
import { verify } from '../../src/verify';
import { styleFaults } from '../adopt/support/style';
import { TOOLCHAIN } from '../adopt/support/toolchain';
import { describeWithShared, PETROSA, PROJECT, SHARED } from '../support/shared';

const CORPUS = join(SHARED, 'nats-corpus');
const STATE = join(PETROSA, 'cluster-state.yaml');

/** The folders with the manifests of the platform's systems. */
function systems(): string[] {
  return readdirSync(PETROSA, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => join(PETROSA, name, 'k8s'));
}

/** Every third file of the corpus that holds a Deployment, and each that holds a StatefulSet. */
function workloads(): string[] {
  const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter(file => /\.ya?ml$/.test(file)).map(file => join(CORPUS, file)).sort();
  const holding = (kind: string) => files.filter(file => new RegExp(`^kind: ${kind}\\s*$`, 'm').test(readFileSync(file, 'utf8')));
  return [...new Set([...holding('Deployment').filter((_, i) => i % 3 === 0), ...holding('StatefulSet')])];
}

/** The app for some manifests, and the proof of it. */
function adopted(path: string, state?: readonly SourceDocument[]): Proof {
  const { documents, problems } = readPaths([path]);
  const setOf = (files: readonly SourceDocument[]): ManifestSet => new ManifestSet({ files, state });
  const input = verify(setOf(documents), problems);
  return prove({
    input,
    write: asked => adoptSet(input, asked),
    setOf: yaml => setOf(readText('rendered.yaml', yaml).documents),
    toolchain: TOOLCHAIN,
  });
}

/** What the compiler says of files, which it takes to lie in examples/. */
function typeErrors(files: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(PROJECT, 'examples/tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(PROJECT, 'examples'));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, directoryExists } = host;
  host.readFile = file => files.get(file) ?? readFile(file);
  host.fileExists = file => files.has(file) || fileExists(file);
  host.directoryExists = folder => [...files.keys()].some(file => file.startsWith(`${folder}/`)) || directoryExists!(folder);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap(file => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(error => `${error.file?.fileName}: ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`);
}

describeWithShared('adopted manifests', () => {
  const state = readPaths([STATE]).documents;
  const paths = [...systems().map(path => ({ path, state })), ...workloads().map(path => ({ path, state: undefined }))];
  const proofs = new Map<string, Proof>();
  const proofOf = (path: string): Proof => proofs.get(path)!;
  beforeAll(() => {
    for (const { path, state: beside } of paths) proofs.set(path, adopted(path, beside));
  }, 120_000);

  test.each(paths.map(({ path }) => path))('%s differs in nothing that is not explained', (path) => {
    expect(proofOf(path).unexplained.map(({ before, after, field }) => [before?.id, after?.id, field])).toEqual([]);
  });

  test.each(paths.map(({ path }) => path))('%s gets no finding', (path) => {
    expect(proofOf(path).newFindings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  test('all code compiles', () => {
    const files = [...proofs.values()].flatMap((proof, i) =>
      [...proof.files].map(([file, text]) => [join(PROJECT, 'examples', `adopted-${i}`, file), text] as const));
    expect(typeErrors(new Map(files))).toEqual([]);
  }, 60_000);

  test('no code says any', () => {
    const withoutTexts = (text: string) => text.replace(/'[^'\n]*'|`[^`]*`|\/\/.*/g, '');
    const files = [...proofs.values()].flatMap(proof => [...proof.files.values()]);
    expect(files.filter(text => /(?::|\bas) any\b/.test(withoutTexts(text)))).toEqual([]);
  });

  test('the code of the systems keeps the style of this project', () => {
    expect(systems().flatMap(path => [...proofOf(path).files.values()].flatMap(styleFaults))).toEqual([]);
  });

  test('workloads of one image that differ in data are a loop', () => {
    const loops = systems().flatMap(path => [...proofOf(path).files.values()].flatMap(text => text.match(/^ +for \(const /gm) ?? []));
    expect(loops.length).toBeGreaterThan(1);
  });
});
