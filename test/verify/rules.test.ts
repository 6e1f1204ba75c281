import { existsSync } from 'fs';
import { basename, join } from 'path';
import { Rule, RULES } from '../../src/verify';
import { expectedLines, FIXTURES, fixturesOf, lintFixture } from '../support/rule-fixtures';

describe.each(RULES.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  const { severity } = rule;
  // Rules about suppressions look at what all others say.
  const alone = code.startsWith('LINT') ? RULES : [rule];

  test('has a bad and a good fixture', () => {
    expect(existsSync(join(FIXTURES, code)) && [fixturesOf(code, 'bad').length > 0, fixturesOf(code, 'ok').length > 0]).toEqual([true, true]);
  });

  if (!existsSync(join(FIXTURES, code))) return;

  test.each(fixturesOf(code, 'bad').map(fixture => [fixture.path.slice(FIXTURES.length + 1), fixture] as const))('%s is reported where it says so', (_, fixture) => {
    const found = lintFixture(fixture, alone).filter(finding => finding.code === code).map(finding => `${finding.position.line} ${finding.severity}`);
    expect(expectedLines(fixture.text, severity)).not.toEqual([]);
    expect(found).toEqual(expectedLines(fixture.text, severity));
  });

  test.each(fixturesOf(code, 'ok').map(fixture => [fixture.path.slice(FIXTURES.length + 1), fixture] as const))('%s is fine', (_, fixture) => {
    expect(lintFixture(fixture, alone).filter(finding => finding.code === code)).toEqual([]);
  });

  test('the example of what is correct has no error and no warning of any rule', () => {
    const [example] = fixturesOf(code, 'ok').filter(({ path }) => basename(path) === 'ok.yaml');
    expect(lintFixture(example).filter(({ severity: found }) => found !== 'advice').map(finding => `${finding.code} ${finding.message}`)).toEqual([]);
  });

  test('looks at each fact that it declares', () => {
    const read = new Set<string | symbol>();
    const recording: Rule = {
      ...rule,
      check: facts => rule.check(new Proxy(facts, { get: (_, name) => { read.add(name); return Reflect.get(facts, name, facts); } })),
    };
    for (const fixture of [...fixturesOf(code, 'bad'), ...fixturesOf(code, 'ok')]) lintFixture(fixture, [recording]);
    expect(rule.reads.filter(name => !read.has(name))).toEqual([]);
  });
});

test('no code is given twice', () => {
  const codes = RULES.map(rule => rule.code);
  expect(codes).toEqual([...new Set(codes)]);
});
