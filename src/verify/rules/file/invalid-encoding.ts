import { rule } from '../../rule';
import { observationsOf } from '../private/problem-observations';

export const invalidEncoding = rule({
  code: 'FILE007',
  title: 'A character was lost because the file is no UTF-8',
  severity: 'warning',
  reads: ['problems'],
  why: 'kubectl replaces such bytes by the character U+FFFD without a word, so a value in Latin-1 arrives broken.',
  repair: 'Write the file as UTF-8.',
  source: 'https://yaml.org/spec/1.1/#id868524',
  check: ({ problems }) => observationsOf(problems, 'encoding'),
});
