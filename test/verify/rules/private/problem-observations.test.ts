import { readText } from '../../../../src/manifest';
import { observationsOf } from '../../../../src/verify/rules/private/problem-observations';

test('the problems of one kind are observations at their positions', () => {
  const { problems } = readText('a.yaml', 'a: 1\na: 1\n---\nb: c: d\n');
  expect(observationsOf(problems, 'syntax')).toEqual([{ at: problems[1].position, message: problems[1].message, fix: problems[1].fix }]);
});
