import { SubjectPattern } from '../../src/subject';

test('a pattern keeps its text', () => {
  expect(SubjectPattern.of('binance.klines.*.*').text).toBe('binance.klines.*.*');
});

test('a pattern may have placeholders', () => {
  expect(SubjectPattern.of('klines.{symbol}.>').text).toBe('klines.{symbol}.>');
});

test('a literal subject is no pattern', () => {
  expect(() => SubjectPattern.of('klines.{symbol}')).toThrow('pattern "klines.{symbol}" has no wildcard; write Subject.of');
});

test('> is taken at the end only', () => {
  expect(() => SubjectPattern.of('>.a')).toThrow('> before its end');
});
