import { className, Names, variableName } from '../../../src/adopt/map/identifiers';

describe('names of the code', () => {
  it.each([['petrosa-ta-bot', 'PetrosaTaBot'], ['a.b_c', 'ABC'], ['3scale', 'System3scale']])('a class for %s is %s', (name, expected) => {
    expect(className(name)).toBe(expected);
  });

  it.each([['ta-bot', 'taBot'], ['new', 'newObject'], ['arguments', 'argumentsObject'], ['eval', 'evalObject'], ['undefined', 'undefinedObject']])('a variable for %s is %s', (name, expected) => {
    expect(variableName(name)).toBe(expected);
  });

  it('gives each name once, and numbers what has no other', () => {
    const names = new Names();
    expect([names.take('a', 'b'), names.take('a', 'b'), names.take('a', 'b'), names.take('a', 'b')]).toEqual(['a', 'b', 'b2', 'b3']);
  });
});
