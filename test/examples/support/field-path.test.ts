import { isTooBroad } from './field-path';

describe('isTooBroad', () => {
  test('a pattern needs a word that is not the whole spec or metadata', () => {
    expect(['**', 'spec', 'metadata.**', 'data', 'spec.replicas'].map(isTooBroad)).toEqual([true, true, true, false, false]);
  });
});
