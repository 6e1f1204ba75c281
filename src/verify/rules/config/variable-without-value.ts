import { objectOf } from '../../../manifest';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';

export const variableWithoutValue = rule({
  code: 'CFG207',
  title: 'A variable has neither a value nor a source',
  severity: 'warning',
  reads: ['workloads'],
  why: 'Kubernetes takes it as an empty string: the program starts, reads an empty key or address, and may not use its own default, since the variable is set. '
    + 'Mostly a line was lost, or a template had nothing to fill in.',
  repair: 'Write `value` or `valueFrom`, or delete the entry. An empty string that is meant is written `value: ""`.',
  source: 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.28/#envvar-v1-core',
  check: ({ workloads }) => containersOf(workloads).flatMap(container => container.variables.flatMap(({ name, value, source, place }) => {
    if (source || value !== undefined) return [];
    const entry = objectOf(place.object.get(...place.path));
    if (!entry || isGiven(entry.value) || isGiven(entry.valueFrom)) return [];
    return [{
      at: place,
      message: `${name} of container ${container.name} has neither value nor valueFrom, so it is an empty string`,
      fix: `give ${name} a value or a source, delete the entry, or write value: "" where empty is meant`,
    }];
  })),
});

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
