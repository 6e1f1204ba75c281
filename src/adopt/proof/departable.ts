import { Departure } from '../adopted-app';
import { CLUSTER_METADATA_PATTERN } from '../cluster-metadata';
import { coversField } from '../field-pattern';
import { changingFields, isForTool } from '../tool-objects';

/** Fields that say the same in other words, or whose effect the proof computes anew: lines of policies by needs, addresses and settings by findings. */
const FIELDS: readonly string[] = [
  '**.env[*]',
  '**.{livenessProbe,readinessProbe,startupProbe}',
  'data',
  'metadata.{annotations,labels}',
  CLUSTER_METADATA_PATTERN,
  'spec.jobTemplate.metadata',
  'spec.ports[*].targetPort',
  'spec.replicas',
  'spec.strategy.rollingUpdate',
  'spec.type',
  'spec.{egress,ingress}',
  'status',
];

/** Whether the word of the writer is enough for a departure. Another one counts by the rule that it names, whose finding is looked for. */
export function isDepartable({ object, path, code }: Departure): boolean {
  if (code !== undefined) return true;
  return path === '' ? isForTool(object) && changingFields(object).length === 0 : FIELDS.some(field => coversField(field, path));
}
