import * as fc from 'fast-check';
import * as ts from 'typescript';
import { array, call, Expression, imported, instance, literal, name, object, template } from '../../../src/adopt/code';
import { printExpression, WIDTH } from '../../../src/adopt/code/print-expression';
import { Json } from '../../../src/manifest';
import { styleFaults, wideLines } from '../support/style';

const print = (expression: Expression) => printExpression(expression, { indent: 0, column: 0, after: 1 });
const evaluated = (text: string): unknown => new Function(ts.transpile(`return (${text});`, { target: ts.ScriptTarget.ES2022 }))();
const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false } as fc.JsonSharedConstraints) as fc.Arbitrary<Json>;
const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\'', '"', '`', '$', '{', '\\', '\n', '\r', '\t', '\0', 'é', '\u2028', '\u202e', '\ud800', '😀', '/') });
const manifest = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof({ maxDepth: 4 }, texts, fc.integer(), fc.boolean(), fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b-c', 'd.e/f', '8080', '01', 'class', 'é', '$x'), tie('value'), { maxKeys: 4 })),
})).value;

test('a printed value evaluates to itself', () => {
  fc.assert(fc.property(fc.oneof(json, manifest), value => { expect(evaluated(print(literal(value)))).toEqual(value); }));
});

test.each([
  ['with a letter that compilers differ about', '\u{323b0}', '{ \'\u{323b0}\': 1 }'],
  ['with a sign among the Latin letters', 'a×', '{ \'a×\': 1 }'],
  ['of Latin letters', 'é', '{ é: 1 }'],
])('a key %s has quotes where it needs them', (_, key, text) => {
  expect(print(literal({ [key]: 1 }))).toBe(text);
});

test('what follows a call of several lines counts as part of its last line', () => {
  const target = call(template('\n'), 'made', literal('x'.repeat(WIDTH - 15)));
  const column = (text: string) => text.split('\n').at(-1)!.length;
  expect([0, 1].map(after => column(printExpression(call(target, 'to'), { indent: 0, column: 0, after })))).toEqual([WIDTH, 6]);
});

test('a zero below nothing stays one', () => {
  expect(evaluated(print(literal(-0)))).toBe(-0);
});

test('a field that is undefined is none', () => {
  expect([print(literal({ a: undefined, b: 1 })), print(object({ a: undefined, b: literal(1) }))]).toEqual(['{ b: 1 }', '{ b: 1 }']);
});

test('a key __proto__ is a key', () => {
  expect(Object.keys(evaluated(print(literal(JSON.parse('{ "__proto__": 1 }')))) as object)).toEqual(['__proto__']);
});

test('a template with texts around a name evaluates to the texts around its value', () => {
  fc.assert(fc.property(texts, texts, (before, after) => {
    expect(evaluated(print(template(before, literal('x'), after)))).toBe(`${before}x${after}`);
  }));
});

test('what is printed keeps the style of this project', () => {
  const line = (value: Json, i: number) => `export const value${i} = ${printExpression(literal(value), { indent: 0, column: 24, after: 1 })};\n`;
  fc.assert(fc.property(fc.array(manifest, { minLength: 20 }), values => { expect(styleFaults(values.map(line).join(''))).toEqual([]); }), { numRuns: 5 });
});

test('a line is broken where it is too long, and only there', () => {
  const fitting = literal(['x'.repeat(WIDTH - 5)]);
  expect([print(fitting), print(literal(['x'.repeat(WIDTH - 4)]))]).toEqual([`['${'x'.repeat(WIDTH - 5)}']`, `[\n  '${'x'.repeat(WIDTH - 4)}',\n]`]);
});

test.each([['object', object({})], ['list', array([])]])('a call that is too long is not broken in an empty %s', (_, last) => {
  expect(print(call(undefined, 'made', literal('x'.repeat(WIDTH - 12)), last)).split('\n')[0]).toBe('made(');
});

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 150 });
const made = fc.letrec<{ value: Expression }>(tie => {
  const args = fc.array(tie('value'), { maxLength: 4 });
  return {
    value: fc.oneof({ maxDepth: 5 },
      words.map(literal),
      fc.tuple(words, words).map(([before, after]) => template(before, name('x'), after)),
      fc.constantFrom('config', 'this.commonConfig', 'A_CONSTANT').map(name),
      fc.dictionary(fc.constantFrom('a', 'replicas', 'app.kubernetes.io/name'), tie('value'), { maxKeys: 3 }).map(object),
      args.map(array),
      args.map(values => instance(name('NatsAwareDeployment'), ...values)),
      args.map(values => call(undefined, 'made', ...values)),
      fc.tuple(tie('value'), args).map(([target, values]) => call(target, 'connectTo', ...values))),
  };
}).value;

test('no line of code is wider than it may be, but for a literal that is too wide alone', () => {
  fc.assert(fc.property(made, fc.nat({ max: 30 }), (expression, indent) => {
    const before = `${' '.repeat(indent)}config.used = `;
    const text = `${before}${printExpression(expression, { indent, column: before.length, after: 1 })};`;
    expect(wideLines(text)).toEqual([]);
  }), { numRuns: 200 });
});

test('arguments stand below each other where the last would begin too far right', () => {
  const rules = instance(name('Rules'), object({ port: literal('x'.repeat(60)), peer: literal('y'.repeat(60)) }));
  expect(print(call(undefined, 'made', literal('z'.repeat(WIDTH - 15)), rules)).split('\n').slice(0, 3)).toEqual([
    'made(', `  '${'z'.repeat(WIDTH - 15)}',`, '  new Rules({',
  ]);
});

test.each([
  ['on the next line where it fits there', WIDTH - 5, '\n    '],
  ['after its key where it fits nowhere', WIDTH, ' '],
])('a long text stands %s', (_, length, between) => {
  expect(print(literal({ key: 'x'.repeat(length - 2) }))).toBe(`{\n  key:${between}'${'x'.repeat(length - 2)}',\n}`);
});

test('what follows on the line counts', () => {
  const fitting = literal(['x'.repeat(WIDTH - 5)]);
  expect(printExpression(fitting, { indent: 0, column: 0, after: 2 })).toContain('\n');
});

test('keys have quotes where one of them needs them', () => {
  expect([print(literal({ a: 1, 8080: 2 })), print(literal({ 'a': 1, 'b-c': 2 }))]).toEqual(['{ 8080: 2, a: 1 }', '{ \'a\': 1, \'b-c\': 2 }']);
});

test('a text with an apostrophe is in double quotes', () => {
  expect(print(literal('it\'s'))).toBe('"it\'s"');
});

test('a text of three lines is a block, one of two is not', () => {
  expect([print(literal('a\nb\nc\n')), print(literal('a\nb\n'))]).toEqual(['`a\nb\nc\n`', '\'a\\nb\\n\'']);
});

test('what an editor does not show is escaped', () => {
  expect(print(literal('a\u00a0\u202eb'))).toBe('\'a\\u00a0\\u202eb\'');
});

test('a key whose value has the same name is written once', () => {
  expect(print(object({ name: name('name'), other: name('x') }))).toBe('{ name, other: x }');
});

test('the names of cdk8s-plus stand behind kplus', () => {
  expect(print(call(imported('cdk8s-plus-28', 'Cpu'), 'millis', literal(5)))).toBe('kplus.Cpu.millis(5)');
});

test.each([
  ['on its line', 10, '{ ...nats, a: ALPHA }'],
  ['on several', 130, `{\n  ...nats,\n  a: ${'A'.repeat(130)},\n}`],
])('the members of another object stand first %s', (_, width, text) => {
  const value = name(width === 10 ? 'ALPHA' : 'A'.repeat(width));
  expect(print({ kind: 'object', spread: name('nats'), entries: [{ key: 'a', value }] })).toBe(text);
});

test('a comment breaks an object, so that it stands above its entry', () => {
  expect(print({ kind: 'object', entries: [{ key: 'a', value: literal(1), comments: ['why\nso'] }] })).toBe('{\n  // why\n  // so\n  a: 1,\n}');
});

test('a comment breaks a list', () => {
  expect(print({ kind: 'array', items: [{ value: literal(1), comments: ['one'] }] })).toBe('[\n  // one\n  1,\n]');
});

test('the last argument of a long call is broken, and the others stay', () => {
  const props = object({ first: literal('x'.repeat(70)), second: literal('y'.repeat(70)) });
  expect(print(instance(name('Made'), name('this'), props)).split('\n')[0]).toBe('new Made(this, {');
});

test('the arguments of a long call stand below each other where the last cannot be broken', () => {
  expect(print(call(undefined, 'made', literal('x'.repeat(70)), literal('y'.repeat(70))))).toBe(`made(\n  '${'x'.repeat(70)}',\n  '${'y'.repeat(70)}',\n)`);
});

test('nothing stands in empty brackets', () => {
  expect([literal({}), literal([]), call(name('app'), 'synth')].map(print)).toEqual(['{}', '[]', 'app.synth()']);
});

test('nothing stands in empty brackets that begin far right', () => {
  const farRight = { indent: 0, column: WIDTH, after: 1 };
  expect([literal({}), literal([]), call(name('app'), 'synth')].map(expression => printExpression(expression, farRight))).toEqual(['{}', '[]', 'app.synth()']);
});

const COMMENTED: Expression = { kind: 'object', entries: [{ key: 'a', value: literal(1), comments: ['why'] }] };

test('a call follows the last line of what it is a method of', () => {
  expect(print(call(call(name('job'), 'with', COMMENTED), 'and', COMMENTED))).toBe('job.with({\n  // why\n  a: 1,\n}).and({\n  // why\n  a: 1,\n})');
});

test('arguments stand below each other where one before the last takes several lines', () => {
  expect(print(call(undefined, 'made', COMMENTED, COMMENTED))).toBe('made(\n  {\n    // why\n    a: 1,\n  },\n  {\n    // why\n    a: 1,\n  },\n)');
});

test.each([
  ['list', literal(['x'.repeat(60), 'y'.repeat(60)]), 'made([\n'],
  ['text of several lines', literal(`${'x'.repeat(120)}\n\n\n`), 'made(`x'],
  ['name', name('x'.repeat(120)), 'made(\n'],
])('the only argument of a long call, a %s, begins where it does in other code', (_, argument, begin) => {
  expect(print(call(undefined, 'made', argument)).slice(0, begin.length)).toBe(begin);
});
