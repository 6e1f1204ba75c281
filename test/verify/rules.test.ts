import { existsSync } from 'fs';
import { join } from 'path';
import { RULES } from '../../src/verify';
import { expectedLines, FIXTURES, fixturesOf, lintFixture } from '../support/rule-fixtures';

describe.each(RULES.map(rule => [rule.code, rule] as const))('%s', (code, { severity }) => {
  test('has a bad and a good fixture', () => {
    expect(existsSync(join(FIXTURES, code)) && [fixturesOf(code, 'bad').length > 0, fixturesOf(code, 'ok').length > 0]).toEqual([true, true]);
  });

  if (!existsSync(join(FIXTURES, code))) return;

  test.each(fixturesOf(code, 'bad').map(fixture => [fixture.path.slice(FIXTURES.length + 1), fixture] as const))('%s is reported where it says so', (_, fixture) => {
    const found = lintFixture(fixture).filter(finding => finding.code === code).map(finding => `${finding.position.line} ${finding.severity}`);
    expect(expectedLines(fixture.text, severity)).not.toEqual([]);
    expect(found).toEqual(expectedLines(fixture.text, severity));
  });

  test.each(fixturesOf(code, 'ok').map(fixture => [fixture.path.slice(FIXTURES.length + 1), fixture] as const))('%s is fine', (_, fixture) => {
    expect(lintFixture(fixture).filter(finding => finding.code === code)).toEqual([]);
  });
});

test('no code is given twice', () => {
  const codes = RULES.map(rule => rule.code);
  expect(codes).toEqual([...new Set(codes)]);
});
