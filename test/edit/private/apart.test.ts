import fc from 'fast-check';
import { applySplices, distinct, Splice } from '../../../src/edit';
import { apart } from '../../../src/edit/private/apart';

interface Change {
  readonly splices: readonly Splice[];
}

const splice = (start: number, end: number, text = 'x', file = 'a.yaml'): Splice => ({ file, start, end, text });
const change = (...splices: Splice[]): Change => ({ splices });

/** Which of some changes, by their index, can be made at once. */
function chosen(...changes: Change[]): number[] {
  return apart(changes).map(each => changes.indexOf(each));
}

test('places apart from each other can change at once', () => {
  expect(chosen(change(splice(5, 7)), change(splice(0, 2)), change(splice(10, 12)))).toEqual([0, 1, 2]);
});

test.each([[4, 6], [6, 9], [5, 6], [3, 9]])('a change from %i to %i waits for one from 5 to 7', (start, end) => {
  expect(chosen(change(splice(5, 7)), change(splice(start, end)))).toEqual([0]);
});

test.each([[3, 5], [7, 9], [7, 7]])('a change from %i to %i that only touches one from 5 to 7 waits too', (start, end) => {
  expect(chosen(change(splice(5, 7)), change(splice(start, end)))).toEqual([0]);
});

test('equal replacements are made together', () => {
  expect(chosen(change(splice(5, 7)), change(splice(5, 7), splice(20, 21)))).toEqual([0, 1]);
});

test('different texts at one place are not', () => {
  expect(chosen(change(splice(5, 5, 'x')), change(splice(5, 5, 'y')))).toEqual([0]);
});

test('one place in two files is two places', () => {
  expect(chosen(change(splice(5, 7)), change(splice(5, 7, 'y', 'b.yaml')))).toEqual([0, 1]);
});

test('a change of which one place has to wait waits whole', () => {
  expect(chosen(change(splice(5, 7)), change(splice(0, 1), splice(6, 8)), change(splice(0, 2)))).toEqual([0, 2]);
});

test('equal replacements count once', () => {
  expect(distinct([change(splice(5, 7)), change(splice(5, 7), splice(9, 9))])).toEqual([splice(5, 7), splice(9, 9)]);
});

test('what is chosen never overlaps', () => {
  const any = fc.tuple(fc.nat(20), fc.nat(4), fc.constantFrom('', 'x', 'y')).map(([start, length, text]) => change(splice(start, start + length, text)));
  fc.assert(fc.property(fc.array(any, { maxLength: 12 }), (changes) => {
    expect(() => applySplices('.'.repeat(30), distinct(apart(changes)))).not.toThrow();
  }));
});
