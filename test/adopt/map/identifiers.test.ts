import * as ts from 'typescript';
import { className, Names, variableName } from '../../../src/adopt/map/identifiers';

describe('names of the code', () => {
  it.each([['petrosa-ta-bot', 'PetrosaTaBot'], ['a.b_c', 'ABC'], ['3scale', 'System3scale']])('a class for %s is %s', (name, expected) => {
    expect(className(name)).toBe(expected);
  });

  it.each([['ta-bot', 'taBot'], ['new', 'newObject'], ['arguments', 'argumentsObject'], ['eval', 'evalObject'], ['undefined', 'undefinedObject']])('a variable for %s is %s', (name, expected) => {
    expect(variableName(name)).toBe(expected);
  });

  it.each([['new', 'newConfig'], ['3scale', 'config3scale'], ['', 'config']])('a variable for %j that stands for a config is %s', (name, expected) => {
    expect(variableName(name, 'config')).toBe(expected);
  });

  it('no variable is a word that the language reserves', () => {
    const { FirstReservedWord, LastFutureReservedWord } = ts.SyntaxKind;
    const words = Array.from({ length: LastFutureReservedWord - FirstReservedWord + 1 }, (_, i) => ts.tokenToString(FirstReservedWord + i)!);
    expect(words.filter(word => variableName(word) === word)).toEqual([]);
  });

  it.each(['constructor', 'toString', '__proto__'])('%s is no id', (name) => {
    expect(Names.ofIds().take(name, 'other')).toBe('other');
  });

  it('gives each name once, and numbers what has no other', () => {
    const names = new Names();
    expect([names.take('a', 'b'), names.take('a', 'b'), names.take('a', 'b'), names.take('a', 'b')]).toEqual(['a', 'b', 'b2', 'b3']);
  });
});
