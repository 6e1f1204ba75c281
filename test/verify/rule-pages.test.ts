import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { RULES } from '../../src/verify';
import { rulePage } from '../support/rule-pages';

const PAGES = join(__dirname, '../../docs/rules');

test('each rule has a page and each page a rule', () => {
  const codes = readdirSync(PAGES).filter(page => page !== 'README.md').map(page => page.replace('.md', ''));
  expect(codes.sort()).toEqual(RULES.map(rule => rule.code).sort());
});

test.each(RULES.map(rule => [rule.code, rule] as const))('the page of %s is current', (code, rule) => {
  expect(readFileSync(join(PAGES, `${code}.md`), 'utf8')).toBe(rulePage(rule));
});
