import { rule } from '../../rule';
import { refusedInObject, refusedInWorkload } from '../private/refused-combinations';

export const refusedCombination = rule({
  code: 'OBJ506',
  title: 'An object has fields that the API server does not take together',
  severity: 'error',
  reads: ['objects', 'set'],
  why: 'Each of the fields is fine alone, so editors and schemas let them pass; the API server refuses the object: a Job whose pods restart always, '
    + 'a Service with two ports of which one has no name, a volume with two sources.',
  repair: 'Write what the fix says.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  check: ({ objects, set }) => objects.flatMap((object) => {
    const workload = set.workload(object);
    const found = workload ? refusedInWorkload(workload) : refusedInObject(object);
    return found.map(({ path, part, message, fix }) => ({ at: { ...object.at(...path), part }, message, fix }));
  }),
});
