import * as fc from 'fast-check';
import { Finding, pairFindings } from '../../src/verify';

/** A finding of the line that its path ends in. */
function finding(message: string, changes: Partial<Finding> = {}): Finding {
  const line = Number(/\d+/.exec(changes.path ?? '')?.[0] ?? 1);
  return {
    code: 'URL901',
    severity: 'error',
    message,
    fix: '',
    path: 'data.a',
    fingerprint: '',
    related: [],
    position: { file: 'a.yaml', line, column: 1, endLine: line, endColumn: 2 },
    object: { kind: 'ConfigMap', name: 'a', namespace: 'b' },
    ...changes,
  };
}

const entry = (message: string, index: number): Finding => finding(message, { path: `env[${index}].value` });
const inFile = (message: string, file: string): Finding =>
  finding(message, { object: undefined, path: '', position: { file, line: 1, column: 1, endLine: 1, endColumn: 2 } });
const told = ({ message, path }: Finding): string => `${message} at ${path}`;

/** What became of findings, as text. */
function paired(before: readonly Finding[], after: readonly Finding[], within: 'field' | 'object' = 'object'): Record<string, string[]> {
  const { pairs, gone, added } = pairFindings(before, after, within);
  return { pairs: pairs.map(pair => `${told(pair.before)} -> ${told(pair.after)}`), gone: gone.map(told), added: added.map(told) };
}

test('a finding that says the same is the same', () => {
  expect(paired([finding('bad')], [finding('bad')])).toEqual({ pairs: ['bad at data.a -> bad at data.a'], gone: [], added: [] });
});

test('an entry that moved in its list is the same', () => {
  expect(paired([entry('bad', 1)], [entry('bad', 2)], 'field').pairs).toEqual(['bad at env[1].value -> bad at env[2].value']);
});

test('a finding in other words of the same field is the same', () => {
  expect(paired([finding('bad')], [finding('worse')], 'field').pairs).toEqual(['bad at data.a -> worse at data.a']);
});

test('a finding of another field is new', () => {
  expect(paired([finding('bad')], [finding('bad', { path: 'data.b' })], 'field')).toEqual({ pairs: [], gone: ['bad at data.a'], added: ['bad at data.b'] });
});

test('a finding of another field of the object is the same where that is asked for', () => {
  expect(paired([finding('bad')], [finding('bad', { path: 'data.b' })], 'object').pairs).toEqual(['bad at data.a -> bad at data.b']);
});

test.each<[string, readonly Finding[], readonly Finding[], readonly string[]]>([
  ['that says the same of the same entry, before any that says the same', [entry('bad', 0), entry('bad', 1)], [entry('bad', 1)], ['bad at env[1].value -> bad at env[1].value']],
  ['that says the same, before one of the same entry', [entry('bad', 1), entry('other', 0)], [entry('bad', 0)], ['bad at env[1].value -> bad at env[0].value']],
  ['of the same entry, before one of the same field', [entry('first', 0), entry('second', 1)], [entry('now', 1)], ['second at env[1].value -> now at env[1].value']],
  ['of the same field, before one of the same object', [finding('first', { path: 'data.b' }), entry('second', 1)], [entry('now', 2)], ['second at env[1].value -> now at env[2].value']],
])('a finding goes to the one %s', (_, before, after, pairs) => {
  expect(paired(before, after).pairs).toEqual(pairs);
});

test('equal findings are counted', () => {
  expect(paired([finding('bad'), finding('bad')], [finding('bad')]).gone).toEqual(['bad at data.a']);
});

test('a further one like another is new', () => {
  expect(paired([finding('bad')], [finding('bad'), finding('bad')]).added).toEqual(['bad at data.a']);
});

test.each<[string, Partial<Finding>]>([
  ['rule', { code: 'URL902' }],
  ['severity', { severity: 'warning' }],
  ['object', { object: { kind: 'ConfigMap', name: 'b', namespace: 'b' } }],
  ['namespace', { object: { kind: 'ConfigMap', name: 'a', namespace: 'c' } }],
  ['kind', { object: { kind: 'Secret', name: 'a', namespace: 'b' } }],
])('a finding of another %s is new', (_, changes) => {
  expect(paired([finding('bad')], [finding('bad', changes)])).toEqual({ pairs: [], gone: ['bad at data.a'], added: ['bad at data.a'] });
});

test('an object that moves to another file keeps its findings', () => {
  const { position } = inFile('', 'b.yaml');
  expect(paired([finding('bad')], [finding('bad', { position })]).added).toEqual([]);
});

test('findings of files are told apart by the file', () => {
  expect(paired([inFile('bad', 'a.yaml')], [inFile('bad', 'b.yaml')])).toEqual({ pairs: [], gone: ['bad at '], added: ['bad at '] });
});

test('a file is the same however it is spelled', () => {
  expect(paired([inFile('bad', 'a.yaml')], [inFile('bad', './b/../a.yaml')]).added).toEqual([]);
});

describe('of any findings', () => {
  const some = fc.record({
    message: fc.constantFrom('bad', 'worse'),
    code: fc.constantFrom('URL901', 'URL902'),
    severity: fc.constantFrom('error', 'warning'),
    object: fc.option(fc.record({ kind: fc.constant('ConfigMap'), namespace: fc.constant('b'), name: fc.constantFrom('a', 'b') }), { nil: undefined }),
    path: fc.constantFrom('env[0].value', 'env[1].value', 'data.a'),
  });
  const findings = fc.array(some.map(({ message, ...changes }) => finding(message, changes)), { maxLength: 12 });
  const within = fc.constantFrom('field' as const, 'object' as const);
  const ownerOf = ({ code, severity, object }: Finding): string => [code, severity, object?.name].join();

  test('each is in one pair at most, or left over', () => {
    fc.assert(fc.property(findings, findings, within, (before, after, limit) => {
      const { pairs, gone, added } = pairFindings(before, after, limit);
      const [earlier, later] = [[...pairs.map(pair => pair.before), ...gone], [...pairs.map(pair => pair.after), ...added]];
      const counted = (list: readonly Finding[]) => [new Set(list), list.length];
      expect([counted(earlier), counted(later)]).toEqual([counted(before), counted(after)]);
    }));
  });

  test('a pair is of one rule, severity and object, and of one field unless told otherwise', () => {
    const field = ({ path }: Finding): string => path.replace(/\d/, '');
    fc.assert(fc.property(findings, findings, within, (before, after, limit) => pairFindings(before, after, limit).pairs
      .every(({ before: a, after: b }) => ownerOf(a) === ownerOf(b) && (limit === 'object' || field(a) === field(b)))));
  });

  test('none is left over on both sides that could be a pair', () => {
    fc.assert(fc.property(findings, findings, (before, after) => {
      const { gone, added } = pairFindings(before, after, 'object');
      expect(gone.map(ownerOf).filter(owner => added.map(ownerOf).includes(owner))).toEqual([]);
    }));
  });

  test('equal lists pair fully, each with its own', () => {
    fc.assert(fc.property(findings, within, (list, limit) => {
      const { pairs, gone, added } = pairFindings(list, list.map(each => ({ ...each })), limit);
      expect([pairs.map(pair => pair.after), gone, added]).toEqual([list, [], []]);
    }));
  });

  test('the order in which they come changes nothing', () => {
    const shuffled = (list: readonly Finding[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    const inTwoOrders = findings.chain(list => fc.tuple(fc.constant(list), shuffled(list)));
    const sorted = (result: Record<string, string[]>): string[][] => Object.values(result).map(texts => [...texts].sort());
    fc.assert(fc.property(inTwoOrders, inTwoOrders, within, ([before, reordered], [after, others], limit) => {
      expect(sorted(paired(reordered, others, limit))).toEqual(sorted(paired(before, after, limit)));
    }));
  });
});
