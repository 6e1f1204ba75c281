import * as fc from 'fast-check';
import { SubjectIndex } from '../../../src/subject/private/subject-index';

test.each([
  ['a.b', 'a.b'],
  ['a.{x}', 'a.b'],
  ['a.{x}', '{y}.b'],
  ['a.b', '*.b'],
  ['a.b.c', 'a.>'],
  ['a.*', '*.b'],
  ['a.>', '*.b.>'],
])('%s and %s overlap, either way', (a, b) => {
  expect(new SubjectIndex([a]).overlaps(b)).toBe(true);
  expect(new SubjectIndex([b]).overlaps(a)).toBe(true);
});

test.each([
  ['a.b', 'a.c'],
  ['a', 'a.>'],
  ['a', 'a.b'],
  ['a.*', 'a.b.c'],
  ['A', 'a'],
  ['a.{x}.c', 'a.*.d'],
])('%s and %s do not overlap, either way', (a, b) => {
  expect(new SubjectIndex([a]).overlaps(b)).toBe(false);
  expect(new SubjectIndex([b]).overlaps(a)).toBe(false);
});

test('an empty set overlaps nothing', () => {
  expect(new SubjectIndex([]).overlaps('>')).toBe(false);
});

const tokens = fc.array(fc.constantFrom('a', 'b', '*'), { minLength: 1, maxLength: 3 });
const names = fc.tuple(tokens, fc.boolean()).map(([head, open]) => [...head, ...(open ? ['>'] : [])].join('.'));

test('a set overlaps a name exactly if a literal subject matches both a member and the name', () => {
  fc.assert(fc.property(fc.array(names, { maxLength: 4 }), names, (members, name) => {
    const naive = LITERALS.some(subject => matches(name, subject) && members.some(member => matches(member, subject)));
    expect(new SubjectIndex(members).overlaps(name)).toBe(naive);
  }), { numRuns: 2000 });
});

test('the members that overlap a name are those that overlap it by themselves', () => {
  fc.assert(fc.property(fc.uniqueArray(names, { maxLength: 5 }), names, (members, name) => {
    const alone = members.filter(member => new SubjectIndex([member]).overlaps(name));
    expect([...new SubjectIndex(members).overlapping(name)].sort()).toEqual(alone.sort());
  }), { numRuns: 300 });
});

test('members that differ in the names of placeholders alone are both found', () => {
  expect([...new SubjectIndex(['a.{x}', 'a.{y}']).overlapping('a.b')]).toEqual(['a.{x}', 'a.{y}']);
});

/** Every subject of one to five tokens over an alphabet with one letter that no name above has: enough to witness each overlap. */
const LITERALS = [1, 2, 3, 4, 5].flatMap(length =>
  Array.from({ length: 3 ** length }, (_, n) => Array.from({ length }, (_unused, i) => 'abz'[Math.floor(n / 3 ** i) % 3]).join('.')));

/** NATS's matching, as its documentation words it. */
function matches(pattern: string, subject: string): boolean {
  const body = pattern.split('.').map(token => ({ '*': '[^.]+', '>': '.+' }[token] ?? token)).join('\\.');
  return new RegExp(`^${body}$`).test(subject);
}
