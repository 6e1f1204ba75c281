import * as fc from 'fast-check';
import { formatMarkdown } from '../../src/report';
import { escapeMarkdown } from '../../src/report/private/escape-markdown';
import { configMap, madeUpRule, reportOf } from '../support/made-up-rules';

test('a finding is a row with its rule, place and fix', () => {
  expect(formatMarkdown(reportOf(configMap('a'))).split('\n').at(-2)).toBe(
    '| error | [URL901](https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/rules/URL901.md) | apps.yaml:4<br>apps/ConfigMap/a | a is bad<br>make it good |');
});

test('a finding about a file as a whole names no object', () => {
  const rule = madeUpRule({ check: () => [{ at: { file: 'apps.yaml', line: 2, column: 1, endLine: 2, endColumn: 1 }, message: 'm', fix: 'f' }] });
  expect(formatMarkdown(reportOf(configMap('a'), [rule])).split('\n').at(-2)).toContain(' | apps.yaml:2 | ');
});

test('without findings there is no table', () => {
  expect(formatMarkdown(reportOf(configMap('a'), []))).toBe('**petrosa-nats:** 0 errors, 0 warnings, 0 advice in 1 file, 1 object\n');
});

test.each([
  ['a pipe', 'a|b', 'a&#124;b'],
  ['HTML', '<img src=x>', '&lt;img src=x&gt;'],
  ['code', '`rm`', '\\`rm\\`'],
  ['a mention', '@team', '&#64;team'],
  ['an issue', '#1', '&#35;1'],
  ['a second line', 'a\n\n- b', 'a - b'],
])('%s in a text is no markup', (_, text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

test('no text adds a cell to a row', () => {
  fc.assert(fc.property(fc.string(), (message) => {
    const rule = madeUpRule({ check: ({ objects: [a] }) => [{ at: a.at(), message, fix: message }] });
    const row = formatMarkdown(reportOf(configMap('a'), [rule])).split('\n').at(-2)!;
    expect(row.split('|').length).toBe(6);
  }));
});

test('a report that is too long for a comment says how much is left out', () => {
  const rule = madeUpRule({ check: ({ objects: [a] }) => Array.from({ length: 1000 }, () => ({ at: a.at(), message: 'm'.repeat(100), fix: 'f' })) });
  const text = formatMarkdown(reportOf(configMap('a'), [rule]));
  expect([text.length < 65_536, /and \d+ more/.test(text)]).toEqual([true, true]);
});
