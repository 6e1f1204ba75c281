import { matchFindings, positionsAmong } from '../../../src/migrate/private/match-findings';
import { Finding } from '../../../src/verify';

function finding(message: string, changes: Partial<Finding> = {}): Finding {
  const position = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
  return {
    code: 'URL901',
    severity: 'error',
    message,
    fix: '',
    path: 'data.a',
    fingerprint: '',
    related: [],
    position,
    object: { kind: 'ConfigMap', name: 'a', namespace: 'b' },
    ...changes,
  };
}

/** The messages of what became of findings. */
function matched(before: readonly Finding[], after: readonly Finding[]): Record<string, string[]> {
  const { gone, reworded, added } = matchFindings(before, after);
  const messages = (findings: readonly Finding[]): string[] => findings.map(({ message }) => message);
  return { gone: messages(gone), reworded: messages(reworded), added: messages(added) };
}

test('a finding that says the same is the same', () => {
  expect(matched([finding('bad')], [finding('bad')])).toEqual({ gone: [], reworded: [], added: [] });
});

test('an entry that moved in its list is the same', () => {
  expect(matched([finding('bad', { path: 'env[1].value' })], [finding('bad', { path: 'env[2].value' })])).toEqual({ gone: [], reworded: [], added: [] });
});

test('a finding in other words of the same field is reworded', () => {
  expect(matched([finding('bad')], [finding('worse')])).toEqual({ gone: [], reworded: ['bad'], added: [] });
});

test('a finding of another field of the object is reworded', () => {
  expect(matched([finding('bad')], [finding('worse', { path: 'data.b' })])).toEqual({ gone: [], reworded: ['bad'], added: [] });
});

test('of two, the one of the same field is the reworded one', () => {
  expect(matched([finding('first', { path: 'data.b' }), finding('second')], [finding('worse')])).toEqual({ gone: ['first'], reworded: ['second'], added: [] });
});

test('equal findings are counted', () => {
  expect(matched([finding('bad'), finding('bad')], [finding('bad')])).toEqual({ gone: ['bad'], reworded: [], added: [] });
});

test('a further one like another is new', () => {
  expect(matched([finding('bad')], [finding('bad'), finding('bad')])).toEqual({ gone: [], reworded: [], added: ['bad'] });
});

test.each<[string, Partial<Finding>]>([
  ['another rule', { code: 'URL902' }],
  ['another severity', { severity: 'warning' }],
  ['another object', { object: { kind: 'ConfigMap', name: 'b', namespace: 'b' } }],
])('a finding of %s is new', (_, changes) => {
  expect(matched([finding('bad')], [finding('bad', changes)])).toEqual({ gone: ['bad'], reworded: [], added: ['bad'] });
});

test('findings of files are told apart by the file', () => {
  const [a, b] = ['a.yaml', 'b.yaml'].map(file => finding(file, { object: undefined, path: '', position: { file, line: 1, column: 1, endLine: 1, endColumn: 2 } }));
  expect(matched([a], [b])).toEqual({ gone: ['a.yaml'], reworded: [], added: ['b.yaml'] });
});

/** The lines where findings stood, of an entry each. */
const linesBefore = (after: readonly Finding[], before: readonly Finding[]): (number | undefined)[] =>
  positionsAmong(after, before).map(position => position?.line);
const entry = (message: string, index: number): Finding =>
  finding(message, { path: `env[${index}].value`, position: { file: 'a.yaml', line: 10 + index, column: 1, endLine: 10 + index, endColumn: 2 } });

test.each<[string, readonly Finding[], readonly Finding[], readonly (number | undefined)[]]>([
  ['that says the same stood where that stood, also behind an entry that is gone', [entry('bad', 0)], [entry('bad', 1)], [11]],
  ['in other words stood where its entry stands', [entry('now bad', 1)], [entry('bad', 0), entry('bad', 1)], [11]],
  ['in other words stood not where another stands that says the same', [entry('now bad', 0), entry('bad', 0)], [entry('bad', 0), entry('was bad', 1)], [11, 10]],
  ['of a field that had none stood nowhere', [entry('bad', 0)], [finding('bad', { path: 'data.b' })], [undefined]],
])('a finding %s', (_, after, before, lines) => {
  expect(linesBefore(after, before)).toEqual(lines);
});
