import * as fc from 'fast-check';
import { sufficientPart } from '../../../src/adopt/proof/sufficient-part';

const LETTERS = [...'abcdefghijklmnop'];
const holding = (...wanted: readonly string[]) => (part: readonly string[]) => wanted.every(letter => part.includes(letter));

test('nothing suffices where all of it does not', () => {
  expect(sufficientPart(LETTERS, () => false)).toBeUndefined();
});

test('of nothing there is only nothing', () => {
  expect(sufficientPart([], () => true)).toEqual([]);
});

test('the earlier of two that suffice alone is taken', () => {
  expect(sufficientPart(LETTERS, part => part.includes('m') || part.includes('e'))).toEqual(['e']);
});

test('one of sixteen is found in six trials', () => {
  const suffices = jest.fn(holding('g'));
  sufficientPart(LETTERS, suffices);
  expect(suffices).toHaveBeenCalledTimes(6);
});

test('what is found suffices, and nothing of it can be left out', () => {
  fc.assert(fc.property(fc.array(fc.subarray(LETTERS, { minLength: 1 }), { minLength: 1 }), (ways) => {
    const suffices = (part: readonly string[]): boolean => ways.some(way => holding(...way)(part));
    const found = sufficientPart(LETTERS, suffices)!;
    return suffices(found) && found.every(letter => !suffices(found.filter(other => other !== letter)));
  }));
});
