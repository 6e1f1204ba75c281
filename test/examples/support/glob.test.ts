import { matchesGlob } from './glob';

describe('matchesGlob', () => {
  test('a star stands for any text, also none', () => {
    expect(['m5-', 'm5-a-b', 'm15-'].map(text => matchesGlob('m5-*', text))).toEqual([true, true, false]);
  });

  test('braces stand for one of their choices', () => {
    expect(['m5-x', 'm15-x', 'm30-x'].map(text => matchesGlob('{m5,m15}-x', text))).toEqual([true, true, false]);
  });

  test('a dot is a dot', () => {
    expect(matchesGlob('a.b', 'axb')).toBe(false);
  });

  test('the whole text must match', () => {
    expect(matchesGlob('b', 'abc')).toBe(false);
  });
});
