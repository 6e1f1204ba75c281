import { rule } from '../../rule';
import { observationsOf } from '../private/problem-observations';

export const invalidYaml = rule({
  code: 'FILE001',
  title: 'A document is no YAML that kubectl reads',
  severity: 'error',
  reads: ['problems'],
  why: 'kubectl stops at the first document that it cannot read: nothing of the stream behind it is applied. The other documents of the file are checked nevertheless.',
  repair: 'Correct the line that the finding names. Quote values that hold `: ` or ` #`, or that begin with one of `*&!%@{[` and a backtick.',
  source: 'https://yaml.org/spec/1.1/',
  check: ({ problems }) => observationsOf(problems, 'syntax'),
});
