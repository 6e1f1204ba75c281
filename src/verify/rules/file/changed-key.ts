import { rule } from '../../rule';
import { observationsOf } from '../private/problem-observations';

export const changedKey = rule({
  code: 'FILE009',
  title: 'YAML reads a key as something else than is written',
  severity: 'warning',
  reads: ['problems'],
  why: 'To kubectl keys are YAML 1.1: `yes` and `on` are `true`, `010` is `8` and `1.10` is `1.1`. A ConfigMap then has another key than the program looks for.',
  repair: 'Put the key in quotes.',
  source: 'https://yaml.org/type/bool.html',
  check: ({ problems }) => observationsOf(problems, 'changed-key'),
});
