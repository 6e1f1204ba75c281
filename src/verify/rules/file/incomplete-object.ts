import { rule } from '../../rule';
import { observationsOf } from '../private/problem-observations';

export const incompleteObject = rule({
  code: 'FILE005',
  title: 'An object does not say what it is',
  severity: 'error',
  reads: ['problems'],
  why: 'Without `apiVersion` and `kind` kubectl refuses the object, and with it the rest of the stream.',
  repair: 'Give the object both.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  check: ({ problems }) => observationsOf(problems, 'incomplete-object'),
});
