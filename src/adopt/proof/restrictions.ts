import { ExplainedDifference } from './difference';
import { coversField } from './field-pattern';
import { fieldsOf, groupBy, Json, ManifestObject, objectOf } from '../../manifest';

/** What constructs add to a workload that may stop its pods. */
export interface Restriction {
  readonly object: ManifestObject;

  /** The fields and what is rendered there, such as `containers[db].resources.limits.memory 256Mi`. */
  readonly added: readonly string[];
}

const SECURITY = '**.securityContext';
const PROBES = '**.{livenessProbe,readinessProbe,startupProbe}';

/** Fields that forbid something or have pods killed, and the value by which they do; any without. */
const RESTRICTING: readonly { readonly field: string; readonly value?: Json }[] = [
  { field: '**.automountServiceAccountToken', value: false },
  { field: '**.resources.limits' },
  { field: `${PROBES}.{grpc,httpGet,tcpSocket}.port` },
  { field: `${SECURITY}.allowPrivilegeEscalation`, value: false },
  { field: `${SECURITY}.capabilities.drop` },
  { field: `${SECURITY}.readOnlyRootFilesystem`, value: true },
  // A container has its own, which counts more than that of the pod.
  { field: '**.{containers,initContainers}[*].securityContext.runAsNonRoot', value: true },
  { field: `${SECURITY}.{runAsGroup,runAsUser,seccompProfile}` },
  { field: 'spec.concurrencyPolicy', value: 'Forbid' },
  { field: 'spec.startingDeadlineSeconds' },
];

/** What the defaults of the library add to each workload that limits it. */
export function restrictionsOf(explained: readonly ExplainedDifference[]): Restriction[] {
  const defaults = explained.filter(({ before, field, explanation }) => before && field && explanation.kind === 'default');
  return [...groupBy(defaults, ({ before }) => before!)].flatMap(([object, differences]) => {
    const added = differences.flatMap(({ field }) => leavesOf(field!.path, field!.after)).filter(restricts).map(({ path, value }) => `${fromPod(path)} ${value}`);
    return added.length > 0 ? [{ object, added }] : [];
  });
}

interface Leaf {
  readonly path: string;
  readonly value: Json | undefined;
}

function leavesOf(path: string, value: Json | undefined): Leaf[] {
  const fields = objectOf(value);
  return fields ? fieldsOf(fields).flatMap(([key, field]) => leavesOf(key.startsWith('[') ? path : `${path}.${key}`, field)) : [{ path, value }];
}

function restricts({ path, value: rendered }: Leaf): boolean {
  return RESTRICTING.some(({ field, value }) => coversField(field, path) && (value === undefined || value === rendered));
}

/** A field of a pod as people call it, without the way to the pod. */
function fromPod(path: string): string {
  return path.replace(/^spec\.(?:jobTemplate\.spec\.)?template\.spec\./, '');
}
