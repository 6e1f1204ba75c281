import fc from 'fast-check';
import { applySplices, Splice } from '../../../src/edit';
import { Attempt } from '../../../src/migrate/private/attempts';
import { compatible, splicesOfAll } from '../../../src/migrate/private/compatible';

const splice = (start: number, end: number, text = 'x', file = 'a.yaml'): Splice => ({ file, start, end, text });
const attempt = (...splices: Splice[]): Attempt => ({ finding: {} as Attempt['finding'], splices });

/** Which of some attempts, by their index, can be made at once. */
function chosen(...attempts: Attempt[]): number[] {
  return compatible(attempts).map(each => attempts.indexOf(each));
}

test('places apart from each other can change at once', () => {
  expect(chosen(attempt(splice(5, 7)), attempt(splice(0, 2)), attempt(splice(10, 12)))).toEqual([0, 1, 2]);
});

test.each([[4, 6], [6, 9], [5, 6], [3, 9]])('a change from %i to %i waits for one from 5 to 7', (start, end) => {
  expect(chosen(attempt(splice(5, 7)), attempt(splice(start, end)))).toEqual([0]);
});

test.each([[3, 5], [7, 9], [7, 7]])('a change from %i to %i that only touches one from 5 to 7 waits too', (start, end) => {
  expect(chosen(attempt(splice(5, 7)), attempt(splice(start, end)))).toEqual([0]);
});

test('equal changes are made together', () => {
  expect(chosen(attempt(splice(5, 7)), attempt(splice(5, 7), splice(20, 21)))).toEqual([0, 1]);
});

test('different texts at one place are not', () => {
  expect(chosen(attempt(splice(5, 5, 'x')), attempt(splice(5, 5, 'y')))).toEqual([0]);
});

test('one place in two files is two places', () => {
  expect(chosen(attempt(splice(5, 7)), attempt(splice(5, 7, 'y', 'b.yaml')))).toEqual([0, 1]);
});

test('an attempt of which one change has to wait waits whole', () => {
  expect(chosen(attempt(splice(5, 7)), attempt(splice(0, 1), splice(6, 8)), attempt(splice(0, 2)))).toEqual([0, 2]);
});

test('equal changes count once', () => {
  expect(splicesOfAll([attempt(splice(5, 7)), attempt(splice(5, 7), splice(9, 9))])).toEqual([splice(5, 7), splice(9, 9)]);
});

test('what is chosen never overlaps', () => {
  const any = fc.tuple(fc.nat(20), fc.nat(4), fc.constantFrom('', 'x', 'y')).map(([start, length, text]) => attempt(splice(start, start + length, text)));
  fc.assert(fc.property(fc.array(any, { maxLength: 12 }), (attempts) => {
    expect(() => applySplices('.'.repeat(30), splicesOfAll(compatible(attempts)))).not.toThrow();
  }));
});
