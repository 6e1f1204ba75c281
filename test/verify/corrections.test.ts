import { relative } from 'path';
import { applySplices, Edit, splicesOf } from '../../src/edit';
import { Finding, Rule, RULES } from '../../src/verify';
import { FIXTURES, fixturesOf, manifestOf, RuleFixture, verifyFixture } from '../support/rule-fixtures';

/** Each list of edits that a rule offers for a fixture. */
function offeredEdits(fixture: RuleFixture, rule: Rule): (readonly Edit[])[] {
  return [...verifyFixture(fixture, [rule]).corrections.values()].flatMap((correct) => {
    const correction = correct();
    return 'decide' in correction ? [] : [correction.edits];
  });
}

/** What stays the same of a finding when lines move. */
function told({ code, object, path, severity }: Finding): string {
  return `${severity} ${code} ${object?.kind} ${object?.name} ${path}`;
}

function count(findings: readonly Finding[], code: string): number {
  return findings.filter(finding => finding.code === code).length;
}

const corrected = RULES.flatMap(rule => fixturesOf(rule.code, 'bad').flatMap((fixture) => {
  const offers = offeredEdits(fixture, rule);
  return offers.length === 0 ? [] : [{ title: relative(FIXTURES, fixture.path), code: rule.code, fixture, offers }];
}));

test.each(corrected)('each correction of $title takes a finding away and brings no error and no warning', ({ code, fixture, offers }) => {
  const before = verifyFixture(fixture).findings;
  const known = new Set(before.map(told));
  for (const edits of offers) {
    const after = verifyFixture({ ...fixture, text: applySplices(manifestOf(fixture), splicesOf(edits)) }).findings;
    expect(after.filter(finding => finding.severity !== 'advice' && !known.has(told(finding)))).toEqual([]);
    expect(count(after, code)).toBeLessThan(count(before, code));
  }
});
