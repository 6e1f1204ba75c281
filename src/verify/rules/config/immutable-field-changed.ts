import { changedImmutableFields } from '../../../compare';
import { formatPath } from '../../../manifest';
import { rule } from '../../rule';

export const immutableFieldChanged = rule({
  code: 'CFG218',
  title: 'A file changes a field that cannot be changed',
  severity: 'error',
  reads: ['objects', 'set'],
  why: 'The API server refuses the update (`field is immutable`), so the deployment stops half-way. So it is with the selector of a workload, the template of a Job, '
    + 'all of a StatefulSet but a few fields, the clusterIP of a Service, what a volume is made of, the role of a binding, the type of a Secret, '
    + 'and the data of a ConfigMap or Secret that the cluster holds as `immutable: true`. '
    + 'Another selector under the same name often means that two systems share a name.',
  repair: 'Give the object a new name, or delete the old one first.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable',
  check: ({ objects, set }) => objects.flatMap((object) => {
    const before = set.replaced(object);
    const [path] = before ? changedImmutableFields(before, object) : [];
    if (!path) return [];
    return [{
      at: object.at(...path),
      message: `${formatPath(path)} of ${object.kind} ${object.name} differs from the one in the cluster and cannot be changed`,
      fix: 'give the object another name, or delete the one in the cluster first',
    }];
  }),
});
