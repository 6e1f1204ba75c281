import { JsonObject, objectOf } from '../../../manifest';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';

export const ambiguousVariable = rule({
  code: 'CFG208',
  title: 'A variable does not have exactly one source',
  severity: 'error',
  reads: ['workloads'],
  why: 'The API server refuses the object: a variable has a `value` or a `valueFrom`, and a `valueFrom` names one source.',
  repair: 'Keep the one that is meant.',
  source: 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.28/#envvar-v1-core',
  check: ({ workloads }) => containersOf(workloads).flatMap(({ name: container, variables }) => variables.flatMap(({ name, source, place }) => {
    const entry = source && objectOf(place.object.get(...place.path));
    const fault = entry && faultOf(entry);
    if (!fault) return [];
    return [{ at: { ...place.object.at(...place.path, 'valueFrom'), part: 'key' as const }, message: `${name} of container ${container} has ${fault}`, fix: 'keep one source' }];
  })),
});

function faultOf({ value, valueFrom }: JsonObject): string | undefined {
  const source = objectOf(valueFrom);
  if (!source) return undefined;
  const kinds = Object.keys(source).filter(kind => source[kind] !== null && source[kind] !== undefined);
  if (kinds.length === 0) return 'a valueFrom that names no source';
  if (kinds.length > 1) return `${kinds.length} sources: ${kinds.join(', ')}`;
  return typeof value === 'string' && value !== '' ? `both a value and a ${kinds[0]}` : undefined;
}
