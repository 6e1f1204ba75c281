import { readFileSync } from 'fs';
import { join } from 'path';
import { RULES } from '../../src/verify';
import { describeWithShared, PROJECT, SHARED } from '../support/shared';
import { read } from './support/pages';

const page = read('docs/rule-book.md');
const [, ...sections] = page.split(/^## /m);
const beyond = sections.pop()!;
const titleOf = (section: string) => section.split('\n')[0];
const section = (number: string) => sections.find(text => text.startsWith(`§${number} `)) ?? '';
const codesIn = (text: string) => [...text.matchAll(/\[([A-Z]+\d+)\]/g)].map(([, code]) => code);
const row = (text: string, number: string) => text.split('\n').find(line => line.startsWith(`| ${number} |`)) ?? '';

describeWithShared('the page about the rule book', () => {
  const book = readFileSync(join(SHARED, 'reference/rule-book.md'), 'utf8');
  const original = readFileSync(join(SHARED, 'rule-book-original.md'), 'utf8');
  const rows = (text: string, form: RegExp) => [...text.matchAll(form)].map(([, number]) => number);
  const inBook = (number: number) => book.split(/^## /m).find(text => text.startsWith(`§${number} `))!;

  test('has each of its sections, by number and title', () => {
    expect(sections.map(titleOf)).toEqual([...book.matchAll(/^## (.*?)(?: \(.*\))?$/gm)].map(([, title]) => title));
  });

  test('has each step of the troubleshooting', () => {
    expect(rows(section('7'), /^\| §(7\.\d) \|/gm)).toEqual(rows(inBook(7), /^\| (7\.\d) \|/gm));
  });

  test.each([8, 10])('has each row of §%d', (number) => {
    expect(rows(section(String(number)), /^\| (\d) \|/gm)).toEqual(rows(inBook(number), /^\| (\d) \|/gm));
  });

  test('repeats no sentence', () => {
    const sentences = `${book}\n${original}`.split(/[.!?:|\n]+/).map(text => text.replace(/[*`-]/g, '').trim()).filter(text => !text.startsWith('#') && text.split(' ').length > 6);
    const own = page.replace(/[*`-]/g, '').replace(/\s+/g, ' ');
    expect(sentences.filter(sentence => own.includes(sentence))).toEqual([]);
  });
});

test('each rule stands in a section or beyond them, and no other code does', () => {
  expect([...new Set(codesIn(page))].sort()).toEqual(RULES.map(({ code }) => code).sort());
});

test('no rule of a section is said to be beyond the rule book', () => {
  expect(codesIn(beyond).filter(code => codesIn(sections.join('\n')).includes(code))).toEqual([]);
});

test.each(RULES.filter(({ source }) => source.startsWith('§')).map(({ code, source }) => [code, source.slice(1)]))('%s stands in its section §%s', (code, number) => {
  expect(codesIn(section(number))).toContain(code);
});

test.each(RULES.flatMap(({ code, checklist }) => (checklist ? [[code, checklist]] : [])))('%s stands at item %d of the checklist', (code, item) => {
  expect(codesIn(row(section('10'), String(item)))).toContain(code);
});

test('the rules of the references have them as their source', () => {
  const references = /docs\.nats\.io|services-networking\/(service|dns-pod-service)\//;
  expect(RULES.filter(({ code, source }) => codesIn(section('16')).includes(code) && !references.test(source))).toEqual([]);
});

test('each construct is in the API', () => {
  const api = readFileSync(join(PROJECT, 'API.md'), 'utf8');
  const named = [...page.matchAll(/^- Constructs:.*(?:\n {2}.*)*/gm)].flatMap(([item]) => [...item.matchAll(/`([A-Z][a-z]\w+)`/g)]).map(([, name]) => name);
  expect([named.length > 20, named.filter(name => !api.includes(`id="cdk8s-petrosa.${name}"`))]).toEqual([true, []]);
});

test.each(sections.map(text => [titleOf(text), text]))('%s says what covers it, or that nothing does', (_, text) => {
  expect(text).toMatch(/^(- (Constructs|Rules|Doctor|Guides|Not covered): |\| no\. \||\| step \|)/m);
});
