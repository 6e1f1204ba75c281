import { resolve } from 'path';
import { RULES } from '../../../src/verify';
import { configMap, madeUpRule, verifyText } from '../../support/made-up-rules';
import { fixturesOf, lintFixture } from '../../support/rule-fixtures';

const perKey = madeUpRule({
  check: ({ objects }) => objects.flatMap(object => ['first', 'second'].map((_, i) => ({ at: object.at('spec', 'items', i), message: 'the same', fix: 'none' }))),
});
const fingerprints = (text: string, rules = [madeUpRule()]): string[] => verifyText(text, rules).findings.map(({ fingerprint }) => fingerprint);

test('a fingerprint stays when the object moves in its file', () => {
  expect(fingerprints(`# a comment\n\n${configMap('a')}`)).toEqual(fingerprints(configMap('a')));
});

test('objects of other names have other fingerprints', () => {
  expect(fingerprints(configMap('a'))).not.toEqual(fingerprints(configMap('b')));
});

test('an entry that is inserted into a list leaves the fingerprints of those behind it', () => {
  const at = (index: number) => madeUpRule({ check: ({ objects }) => objects.map(object => ({ at: object.at('spec', 'items', index), message: 'm', fix: 'f' })) });
  expect(fingerprints(configMap('a'), [at(1)])).toEqual(fingerprints(configMap('a'), [at(0)]));
});

test('equal findings of one object have fingerprints of their own', () => {
  expect(new Set(fingerprints(configMap('a'), [perKey])).size).toBe(2);
});

test('equal findings about two files have fingerprints of their own', () => {
  const inFile = (file: string) => madeUpRule({ check: () => [{ at: { file, line: 1, column: 1, endLine: 1, endColumn: 1 }, message: 'm', fix: 'f' }] });
  expect(fingerprints('', [inFile('a.yaml')])).not.toEqual(fingerprints('', [inFile('b.yaml')]));
});

test.each(['./b.yaml', 'gone/../b.yaml', resolve('b.yaml')])('%s is the same file as b.yaml', (spelling) => {
  const inFile = (file: string) => madeUpRule({ check: () => [{ at: { file, line: 1, column: 1, endLine: 1, endColumn: 1 }, message: 'm', fix: 'f' }] });
  expect(fingerprints('', [inFile(spelling)])).toEqual(fingerprints('', [inFile('b.yaml')]));
});

test.each(RULES.map(rule => [rule.code, rule] as const))('the fingerprints of the fixtures of %s stay when lines come before them', (code, rule) => {
  const prints = (prefix: string): string[][] => fixturesOf(code, 'bad')
    .map(fixture => lintFixture({ ...fixture, text: prefix + fixture.text }, [rule]).map(({ fingerprint }) => fingerprint));
  expect(prints('# one\n# two\n# three\n')).toEqual(prints(''));
});
