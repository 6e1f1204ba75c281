import { execFileSync, spawn } from 'child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { FILE_LIMIT, PartMemo, readPaths } from '../../src/manifest';

const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
let folder: string;

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'manifests-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Buffer = OBJECT): string {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, content);
  return full;
}

/** Files with documents, problems, and files left out, below the folder. */
function read(...paths: string[]): { files: string[]; problems: string[]; skipped: string[] } {
  const { documents, problems, skipped } = readPaths(paths.map(path => join(folder, path)));
  const below = (path: string): string => relative(folder, path);
  return {
    files: documents.map(({ file }) => below(file)),
    problems: problems.map(({ kind, position, message }) => `${kind} ${below(position.file)} ${message}`),
    skipped: skipped.map(below),
  };
}

test('folders are read with those below them, in the order of names', () => {
  ['b.yml', 'a/z.yaml', 'a/y.json', 'c.YAML'].forEach(path => write(path, path.endsWith('json') ? '{"apiVersion": "v1", "kind": "Pod"}' : OBJECT));
  write('notes.txt', 'no: manifest');
  expect(read('').files).toEqual(['a/y.json', 'a/z.yaml', 'b.yml', 'c.YAML']);
});

test('a text that another reading has parsed is not parsed again', () => {
  const memo: PartMemo = new Map();
  const [first, second] = ['old/a.yaml', 'new/a.yaml'].map(path => readPaths([write(path)], { memo }).documents[0]);
  expect([second.value === first.value, second.file]).toEqual([true, join(folder, 'new/a.yaml')]);
});

test('a file that is named is read whatever its name', () => {
  write('manifest.txt');
  expect(read('manifest.txt').files).toEqual(['manifest.txt']);
});

test('a file that several paths lead to is read once', () => {
  write('k8s/a.yaml');
  symlinkSync(join(folder, 'k8s'), join(folder, 'link'));
  expect(read('k8s/a.yaml', 'k8s', 'link').files).toEqual(['k8s/a.yaml']);
});

test('hidden folders and node_modules are left out, unless they are named', () => {
  write('.github/a.yaml');
  write('node_modules/b.yaml');
  write('c.yaml');
  expect([read('').files, read('.github').files]).toEqual([['c.yaml'], ['.github/a.yaml']]);
});

test('a path that the system refuses for another reason comes with its words', () => {
  const name = `${'a'.repeat(300)}.yaml`;
  expect(read(name).problems).toEqual([expect.stringMatching(/^unreadable a+\.yaml the file cannot be read: ENAMETOOLONG/)]);
});

describe('a pipe or device', () => {
  test('that nobody may ever write to is refused', () => {
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    expect(read('pipe.yaml').problems).toEqual(['unreadable pipe.yaml the file is a pipe or a device']);
  });

  test('that a link of a folder leads to is refused', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('pipe', join(folder, 'a.yaml'));
    expect(read('').problems).toEqual(['unreadable a.yaml the file is a pipe or a device']);
  });

  test('that holds nothing is read', () => {
    expect(readPaths(['/dev/null']).problems).toEqual([]);
  });

  test('that a shell has opened is read', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    // The writer stays a while, so that the pipe can be opened once more.
    spawn('sh', ['-c', 'exec 3> "$0"; printf %s "$1" >&3; sleep 0.3', join(folder, 'pipe'), OBJECT]);
    const descriptor = openSync(join(folder, 'pipe'), 'r');
    const { documents } = readPaths([`/dev/fd/${descriptor}`]);
    closeSync(descriptor);
    expect(documents.map(({ text }) => text)).toEqual([OBJECT]);
  });
});

test('standard input is the path -', () => {
  const { documents, files } = readPaths(['-'], { stdin: OBJECT });
  expect([documents.map(({ file }) => file), files]).toEqual([['stdin'], 1]);
});

test('standard input that is named twice is read once', () => {
  const { documents, files } = readPaths(['-', '-'], { stdin: OBJECT });
  expect([documents.length, files]).toEqual([1, 1]);
});

test('the path - without standard input is a problem', () => {
  expect(readPaths(['-']).problems).toEqual([expect.objectContaining({ kind: 'unreadable', message: 'nothing came from standard input' })]);
});

test('what is missing is a problem, and the rest is read', () => {
  write('a.yaml');
  expect(read('b.yaml', 'a.yaml')).toEqual({ files: ['a.yaml'], problems: ['unreadable b.yaml there is no such file or folder'], skipped: [] });
});

test('a folder without manifests is a problem', () => {
  write('docs/readme.txt');
  expect(read('docs').problems).toEqual(['unreadable docs the folder holds no .yaml, .yml or .json file, so nothing was read']);
});

test('a binary file is a problem', () => {
  write('a.yaml', Buffer.from([0x50, 0x4b, 0, 1]));
  expect(read('').problems).toEqual(['unreadable a.yaml the file is binary']);
});

test('a file beyond the limit is a problem', () => {
  write('a.yaml', Buffer.alloc(FILE_LIMIT * 1e6 + 1, '# comment\n'));
  expect(read('').problems).toEqual([`unreadable a.yaml the file has ${FILE_LIMIT + 1} MB, files above ${FILE_LIMIT} MB are not read`]);
});

test('links that lead nowhere or in a circle are problems, and circles of folders are left', () => {
  write('a.yaml');
  symlinkSync(join(folder, 'gone.yaml'), join(folder, 'b.yaml'));
  symlinkSync(join(folder, 'c.yaml'), join(folder, 'c.yaml'));
  symlinkSync(join(folder, 'gone'), join(folder, 'gone-link'));
  symlinkSync(folder, join(folder, 'circle'));
  expect(read('')).toEqual({
    files: ['a.yaml'],
    problems: [`unreadable b.yaml the link to ${join(folder, 'gone.yaml')} leads nowhere`, 'unreadable c.yaml the link leads back to itself'],
    skipped: [],
  });
});

/** Root may read everything, so it becomes another user for a while. */
function withoutPrivilege<T>(act: () => T): T {
  const user = process.geteuid!();
  if (user === 0) process.seteuid!(65534);
  try {
    return act();
  } finally {
    process.seteuid!(user);
  }
}

test('a file without the right to read it is a problem', () => {
  chmodSync(write('a.yaml'), 0);
  chmodSync(folder, 0o755);
  expect(withoutPrivilege(() => read('')).problems).toEqual(['unreadable a.yaml reading it is not permitted']);
});

test.each([
  ['values.yaml', 'image: {tag: 1.0.0}\n'],
  ['Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n'],
  ['package.json', '{"name": "a"}'],
  ['tsconfig.json', '// comment\n{"a": 1,}\n'],
])('a %s in a folder is left out', (name, content) => {
  write(name, content);
  expect(read('')).toEqual({ files: [], problems: [], skipped: [name] });
});

test.each(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])('a %s in a folder is read, since kustomize knows it by its name', (name) => {
  write(name, 'resources: [a.yaml]\n');
  expect(read('')).toEqual({ files: [name], problems: [], skipped: [] });
});

test('JSON of a folder that is no manifest is left out where YAML would be refused', () => {
  write('settings.json', '{\n"kind": "x"}\t');
  write('broken.json', '{"kind": }');
  expect(read('').skipped).toContain('settings.json');
});

test('a stray file that is named is read', () => {
  write('values.yaml', 'image: {tag: 1.0.0}\n');
  expect(read('values.yaml').files).toEqual(['values.yaml']);
});

test('a manifest of a folder that is no YAML is a problem', () => {
  write('a.yaml', 'kind: Pod\na: b: c\n');
  expect(read('').problems).toEqual([expect.stringMatching(/^syntax a\.yaml/)]);
});

test('a manifest of a folder that is broken JSON in one line is a problem', () => {
  write('a.json', '{"apiVersion": "v1", "kind": "Pod", "metadata": {');
  expect(read('').problems).toEqual([expect.stringMatching(/^syntax a\.json/)]);
});

test('documents of files with the same text share their values', () => {
  write('a.yaml');
  write('b.yaml');
  const [a, b] = readPaths([folder]).documents;
  expect(a.value).toBe(b.value);
});

describe('the patches of a kustomization', () => {
  const PATCH = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 2}\n';

  test.each([
    ['patches: [{path: more.yaml}]'], ['patchesStrategicMerge: [more.yaml]'], ['patchesJson6902: [{path: more.yaml, target: {kind: Deployment, name: a}}]'],
  ])('%s are left out', (field) => {
    write('k8s/kustomization.yaml', `kind: Kustomization\n${field}\n`);
    write('k8s/a.yaml');
    write('k8s/more.yaml', PATCH);
    write('more.yaml');
    expect(read('')).toMatchObject({ files: ['k8s/a.yaml', 'k8s/kustomization.yaml', 'more.yaml'], skipped: ['k8s/more.yaml'] });
  });

  test('are left out in other folders, and of a kustomization that names no kind', () => {
    write('overlays/kustomization.yaml', 'patches: [{path: ../base/more.yaml}]\n');
    write('base/more.yaml', PATCH);
    expect(read('overlays', 'base/more.yaml').files).toEqual(['overlays/kustomization.yaml']);
  });

  test('with their faults are nobody\'s business', () => {
    write('kustomization.yaml', 'kind: Kustomization\npatches: [{path: more.yaml}]\n');
    write('more.yaml', 'kind: Deployment\nspec: a: b\n');
    expect(read('')).toEqual({ files: ['kustomization.yaml'], problems: [], skipped: ['more.yaml'] });
  });

  test('that stand in it, or are of any shape, name no file', () => {
    write('kustomization.yaml', 'kind: Kustomization\npatches: [null, a.yaml, {path: 1}]\npatchesStrategicMerge: ["a.yaml\\n", {}]\npatchesJson6902: a.yaml\n');
    write('a.yaml');
    expect(read('').files).toEqual(['a.yaml', 'kustomization.yaml']);
  });

  test('are those of kustomizations alone', () => {
    write('b.yaml', 'apiVersion: v1\nkind: Other\nmetadata: {name: b}\npatches: [{path: a.yaml}]\n');
    write('a.yaml');
    expect(read('').files).toEqual(['a.yaml', 'b.yaml']);
  });
});
