import { isNonRootAnyway } from './default-conditions';
import { ExplainedDifference } from './difference';
import { coversField } from '../field-pattern';
import { Leaf, leavesOf } from './leaves';
import { groupBy, Json, ManifestObject } from '../../manifest';

/** What constructs add to a workload that may stop its pods. */
export interface Restriction {
  readonly object: ManifestObject;

  /** The fields, without the way to the pod, and what is rendered there. */
  readonly added: readonly Leaf[];
}

const SECURITY = '**.securityContext';
const PROBES = '**.{livenessProbe,readinessProbe,startupProbe}';

/** Fields that forbid something or have pods killed, and the value by which they do; any without. */
const RESTRICTING: readonly { readonly field: string; readonly value?: Json }[] = [
  { field: '**.automountServiceAccountToken', value: false },
  { field: '**.resources.limits' },
  // A pod does not start without the key.
  { field: '**.env[*].valueFrom.configMapKeyRef.name' },
  // An image that a node holds already, and no registry, is not found then.
  { field: '**.imagePullPolicy', value: 'Always' },
  { field: `${PROBES}.{grpc,httpGet,tcpSocket}.port` },
  { field: `${SECURITY}.allowPrivilegeEscalation`, value: false },
  { field: `${SECURITY}.capabilities.drop[*]` },
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
    const added = differences
      .flatMap(one => leavesOf(one.field!.path, one.field!.after).filter(leaf => restricts(leaf) && !isNonRootAnyway(leaf, one)))
      .map(({ path, value }) => ({ path: fromPod(path), value }));
    return added.length > 0 ? [{ object, added }] : [];
  });
}

function restricts({ path, value: rendered }: Leaf): boolean {
  return RESTRICTING.some(({ field, value }) => coversField(field, path) && (value === undefined || value === rendered));
}

/** A field of a pod as people call it, without the way to the pod, and without the item of a list. */
function fromPod(path: string): string {
  return path.replace(/^spec\.(?:jobTemplate\.spec\.)?template\.spec\./, '').replace(/\[[^\]]*\]$/s, '');
}
