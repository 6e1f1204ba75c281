import { Subject } from '../../src/subject';

test('a subject keeps its text', () => {
  expect(Subject.of('intent.trading.{strategy}').text).toBe('intent.trading.{strategy}');
});

test('a wildcard is refused, with the pattern and the placeholder as ways out', () => {
  expect(() => Subject.of('intent.trading.*')).toThrow('subject "intent.trading.*" has the wildcard *, which only subscribers may use; ' +
    'write SubjectPattern.of for a subscription, or a placeholder such as {strategy} for a token that the program fills in');
});

test('a subject without a prefix is built under none', () => {
  expect(Subject.of('a').inProgram().prefixKey).toBeUndefined();
});
