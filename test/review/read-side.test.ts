import { ManifestSet, readText } from '../../src/manifest';
import { comparable, ReadSide, unreadFiles } from '../../src/review';

const BROKEN = 'a: b\n\tc: d\n';
const config = (name: string) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;

/** A side of files, by their names. */
function side(texts: Readonly<Record<string, string>>): ReadSide {
  const read = Object.entries(texts).map(([file, text]) => readText(file, text));
  const parts = { files: read.flatMap(({ documents }) => documents) };
  const problems = read.flatMap(each => each.problems);
  return { set: new ManifestSet(parts), parts, problems, gaps: problems.filter(({ kind }) => kind === 'syntax') };
}

/** A side of which a path could not be read at all. */
function unreadable(file: string): ReadSide {
  const position = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const gaps = [{ kind: 'unreadable', message: 'reading it is not permitted', fix: 'give the right to read it', position } as const];
  return { ...side({}), problems: gaps, gaps };
}

/** The objects that are left of a side. */
function left(own: ReadSide, other: ReadSide, nameInOther = (file: string) => file): string[] {
  return comparable(own, other, nameInOther).set.objects.map(({ name }) => name);
}

test('a side stays what it is where both could be read', () => {
  const own = side({ 'a.yaml': config('a') });
  expect(comparable(own, side({}), file => file)).toBe(own);
});

test('an object of a file that the other side could not read is left out', () => {
  expect(left(side({ 'a.yaml': config('a'), 'b.yaml': config('b') }), side({ 'a.yaml': BROKEN }))).toEqual(['b']);
});

test('an object of such a file that stands before the fault is compared', () => {
  expect(left(side({ 'a.yaml': config('a') + config('b') }), side({ 'a.yaml': `${config('a')}---\n${BROKEN}` }))).toEqual(['a']);
});

test('an object of such a file that moved to another file is compared', () => {
  expect(left(side({ 'a.yaml': config('a') }), side({ 'a.yaml': BROKEN, 'b.yaml': config('a') }))).toEqual(['a']);
});

test('what a side has in a file that it could not read whole itself is compared', () => {
  expect(left(side({ 'a.yaml': `${config('a')}---\n${BROKEN}` }), side({}))).toEqual(['a']);
});

test('the file is found under the name that it has in the other side', () => {
  expect(left(side({ 'old/a.yaml': config('a') }), side({ 'new/a.yaml': BROKEN }), file => file.replace('old', 'new'))).toEqual([]);
});

test.each([
  ['a file of a folder that could not be read', 'k8s/shop/a.yaml', 'k8s'],
  ['a file however it is spelled', './k8s//a.yaml', 'k8s/a.yaml'],
  ['the single file that stands for a folder of the other side', 'k8s', 'k8s/a.yaml'],
])('%s is left out', (_, file, unread) => {
  expect(left(side({ [file]: config('a') }), unreadable(unread))).toEqual([]);
});

test('a file whose name begins like that of an unread one stays', () => {
  expect(left(side({ 'k8s/a.yaml': config('a') }), unreadable('k8s/a'))).toEqual(['a']);
});

test('what is wrong with a file that one side could not read whole is left out of both', () => {
  const twice = 'a: 1\na: 2\n';
  const [own, other] = [side({ 'a.yaml': `${twice}---\n${BROKEN}`, 'b.yaml': twice }), side({ 'a.yaml': twice, 'b.yaml': twice })];
  const files = (problems: ReadSide['problems']): string[] => problems.map(({ position }) => position.file);
  expect([comparable(own, other, file => file), comparable(other, own, file => file)].map(({ problems }) => files(problems))).toEqual([['b.yaml'], ['b.yaml']]);
});

test('an unread file is told once, with its first fault', () => {
  const head = side({ 'a.yaml': `${BROKEN}---\n${BROKEN}`, 'b.yaml': BROKEN });
  expect(unreadFiles(unreadable('k8s'), head).map(({ side: of, file, line }) => [of, file, line])).toEqual([['base', 'k8s', 1], ['head', 'a.yaml', 2], ['head', 'b.yaml', 2]]);
});
