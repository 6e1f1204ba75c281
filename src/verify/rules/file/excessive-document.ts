import { rule } from '../../rule';
import { observationsOf } from '../private/problem-observations';

export const excessiveDocument = rule({
  code: 'FILE004',
  title: 'A document grows beyond what is read',
  severity: 'error',
  reads: ['problems'],
  why: 'A few lines of aliases that stand for aliases can stand for gigabytes, and kubectl refuses them. Nesting of hundreds of levels is no manifest either. Such a document is not checked.',
  repair: 'Write the values out, or make the document flatter.',
  source: 'https://github.com/go-yaml/yaml/blob/v2.4.0/decode.go',
  check: ({ problems }) => observationsOf(problems, 'excessive'),
});
