import { rule } from '../../rule';
import { observationsOf } from '../private/problem-observations';

export const duplicateKey = rule({
  code: 'FILE002',
  title: 'A key stands twice in the same map',
  severity: 'error',
  reads: ['problems'],
  why: 'YAML forbids it, and tools disagree: kubectl takes the last value and drops the others without a word, also under `--server-side`, while Kustomize and '
    + 'Flux refuse the file. A repetition of the same value is a warning.',
  repair: 'Remove one of the two, or give it the name that was meant.',
  source: 'https://yaml.org/spec/1.2.2/#3213-node-comparison',
  check: ({ problems }) => [
    ...observationsOf(problems, 'duplicate-key'),
    ...observationsOf(problems, 'repeated-key').map(observation => ({ ...observation, severity: 'warning' as const })),
  ],
});
