import { Container, ManifestSet } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { keysOf } from '../private/config-keys';
import { containersOf } from '../private/containers';
import { listed } from '../private/listed';

const NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const NAME_SINCE_1_30 = /^[ -<>-~]+$/;

export const invalidVariableName = rule({
  code: 'CFG220',
  title: 'The name of a variable is not valid',
  severity: 'error',
  reads: ['workloads', 'set'],
  why: 'The API server refuses a workload with such an entry in `env`. A key that `envFrom` would make such a variable of is left out without an error, '
    + 'only an event says `InvalidVariableNames`. From version 1.30 on Kubernetes can be told to accept all printable characters but `=`, hence a warning for those.',
  repair: 'Begin with a letter or `_`, and go on with letters, digits and `_`. An odd key of a ConfigMap gets a good name by `configMapKeyRef`, or a `prefix`.',
  source: 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.28/#envvar-v1-core',
  check: ({ workloads, set }) => containersOf(workloads).flatMap(container => [...ofEntries(container), ...ofWholes(container, set)]),
});

function ofEntries({ name: container, variables }: Container): Observation[] {
  return variables.filter(({ name }) => !NAME.test(name)).map(({ name, place }) => ({
    at: place.object.at(...place.path, 'name'),
    severity: NAME_SINCE_1_30.test(name) ? 'warning' : 'error',
    message: `${JSON.stringify(name)} of container ${container} is no name of a variable`,
    fix: 'begin with a letter or _, and go on with letters, digits and _',
  }));
}

function ofWholes({ name: container, variablesFrom, workload }: Container, set: ManifestSet): Observation[] {
  return variablesFrom.flatMap(({ type, name, prefix, place }): Observation[] => {
    const kind = type === 'configMap' ? 'ConfigMap' : 'Secret';
    const object = set.find(kind, workload.namespace, name);
    const left = (object && keysOf(object, 'envFrom') || []).filter(key => !NAME.test(`${prefix}${key}`));
    if (left.length === 0) return [];
    return [{
      at: place,
      severity: 'warning',
      message: `container ${container} does not get ${listed(left)} of ${kind} ${name}, because that is no name of a variable`,
      fix: 'take it by a key reference under another name, or set a prefix',
    }];
  });
}
