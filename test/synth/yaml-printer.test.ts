import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { YamlPrinter } from '../../src/synth/private/yaml-printer';

const print = (...documents: unknown[]): string => new YamlPrinter().print(documents);

/** Texts that YAML may take as something else, or writes in several lines. */
const difficult = fc.oneof(
  fc.constantFrom('yes', 'No', 'null', '~', '12', '1e3', 'e0', 'E+1', '0x1f', '010', '1:30', '2026-11-23', '.inf', '<<', '=', '- a', '? b', 'a: b', 'a #b', '#', '%', '---', '...', '@a', '`', ''),
  fc.stringMatching(/^[ab:#\-.,[\]{}'"\\% \n\t]{0,12}$/),
  fc.stringMatching(/^[0-9a-fEox.+_-]{1,8}$/),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const scalar = fc.oneof(difficult, difficult, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const { tree } = fc.letrec(tie => ({
  tree: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(fc.oneof(fc.constantFrom('name', 'spec'), difficult), tie('tree'), { maxKeys: 4 })),
}));

test('values are printed as cdk8s prints them', () => {
  fc.assert(fc.property(tree, (value) => {
    expect(print(value)).toBe(Yaml.stringify(value));
  }), { numRuns: 300 });
});

test('texts are printed at any depth as cdk8s prints them', () => {
  fc.assert(fc.property(difficult, (text) => {
    const value = { text, list: [text, [text], { text, inner: { text } }] };
    expect(print(value)).toBe(Yaml.stringify(value));
  }), { numRuns: 300 });
});

const shared = { app: 'web' };

test.each([
  ['no document', []],
  ['two documents', [{ a: 1 }, { b: [] }]],
  ['a missing document', [{ a: 1 }, undefined]],
  ['an empty document', [{}]],
  ['a list', [[1]]],
  ['text', ['text']],
  ['an object that occurs twice', [{ first: shared, second: shared }]],
  ['an object that two documents share', [{ shared }, { shared }]],
  ['an undefined value', [{ a: undefined }]],
  ['a list that says what stands for it', [{ list: Object.assign([1], { toJSON: () => 'one' }) }]],
  ['a mapping that says what stands for it', [{ mapping: { one: 1, toJSON: () => 'one' } }]],
  ['a date', [{ at: new Date(0) }]],
  ['a map', [{ map: new Map([['a', 1]]) }]],
  ['a big integer', [{ size: 12345678901234567890n }]],
  ['an object without a prototype', [{ bare: Object.assign(Object.create(null), { a: 1 }) }]],
  ['minus zero after zero', [{ a: 0, b: -0, c: 0.5 }]],
  ['a key of a thousand and more characters', [{ ['k'.repeat(1100)]: 1 }]],
  ['a key that marks a document', [{ '---': 1, 'a': { '---': 1 } }]],
  ['a key of several lines', [{ 'a\nb': 1 }]],
  ['a long text that occurs twice', [{ a: `${'long '.repeat(60)}\n`, b: { c: `${'long '.repeat(60)}\n` } }]],
])('%s is printed as cdk8s prints it', (_, documents) => {
  expect(print(...documents)).toBe(Yaml.stringify(...documents));
});
