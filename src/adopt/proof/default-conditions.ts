import { isDeepStrictEqual } from 'util';
import { Difference } from './difference';
import { partsOfPath } from '../field-pattern';
import { Leaf } from './leaves';
import { quantityInNano } from '../../compare/quantity';
import { Json, JsonObject, listOf, ManifestObject, objectOf, textOf, valueAt } from '../../manifest';

/** What else has to hold of a field that constructs write where the input has none. */
export type Condition = (leaf: Leaf, difference: Difference) => boolean;

/** A container of the input in which a field lies, and the pod around it. */
interface Within {
  readonly pod: JsonObject;
  readonly container: JsonObject;
}

/** The value of the pod, which a container without one has from it; where the pod has none either, a usual one. */
export function ofPodOr(usual?: Json): Condition {
  return ({ path, value }, { before }) => {
    const keys = partsOfPath(path.replace(/^.*\.securityContext\./s, ''));
    const ofPod = valueAt(within(path, before)?.pod ?? {}, ['securityContext', ...keys]) ?? usual;
    return isDeepStrictEqual(value, ofPod);
  };
}

/** Whether a field says of a container which runs as a user that it does not run as root. */
export const isNonRootAnyway: Condition = ({ path, value }, { before }) => {
  const { pod, container } = within(path, before) ?? { pod: {}, container: {} };
  const user = valueAt(container, ['securityContext', 'runAsUser']) ?? valueAt(pod, ['securityContext', 'runAsUser']);
  return path.endsWith('.runAsNonRoot') && value === true && typeof user === 'number' && user > 0;
};

/** Whether a container may run as root as it does now, or does not anyway. */
export const isRootAsBefore: Condition = (...field) => ofPodOr(false)(...field) || isNonRootAnyway(...field);

/** Whether each container says its own, so that it does not matter what the pod says. */
export const isOverruled: Condition = ({ path }, { after }) => {
  const parts = partsOfPath(path);
  const pod = objectOf(valueAt(after!.value, parts.slice(0, parts.indexOf('securityContext'))));
  return containersOf(pod).every(container => valueAt(container, ['securityContext', parts.at(-1)!]) !== undefined);
};

/** The usual amount, or one that goes with the half that the input gives. */
export function amountOr(usual: string): Condition {
  return ({ path, value }, { before }) => {
    const [half, resource] = partsOfPath(path).slice(-2);
    const given = valueAt(within(path, before)?.container ?? {}, ['resources', half === 'limits' ? 'requests' : 'limits', resource]);
    if (given === undefined) return value === usual;
    const [low, high] = (half === 'limits' ? [given, value] : [value, given]).map(amount => quantityInNano(amount));
    return low !== undefined && high !== undefined && low <= high;
  };
}

/** Whether a probe is added as a whole, at the first TCP port. */
export const isAtFirstPort: Condition = ({ path, value }, { before }) => {
  const { probe, container } = probeOf(path, before);
  const port = listOf(container.ports).map(objectOf).find(one => (one?.protocol ?? 'TCP') === 'TCP');
  return probe === undefined && port?.containerPort === value;
};

/** Whether a probe is added as a whole. */
export const isOfNewProbe: Condition = ({ path }, { before }) => probeOf(path, before).probe === undefined;

/** Whether the root of a container of the output, or of one in the pod, is read-only. */
export const hasReadOnlyRoot: Condition = ({ path }, { after }) => {
  const found = within(path, after);
  const containers = found && textOf(found.container.name) !== undefined ? [found.container] : containersOf(podOf(path, after));
  return containers.some(container => valueAt(container, ['securityContext', 'readOnlyRootFilesystem']) === true);
};

/** Whether a label is one of the pods. */
export const isLabelOfPods: Condition = ({ path, value }, { after }) =>
  [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template']].some(pods => valueAt(after!.value, [...pods, 'metadata', 'labels', keyOf(path)]) === value);

/** A label by which a policy or a Service selects pods. */
export const isLabelOfSelector: Condition = ({ path, value }, { after }) =>
  [['podSelector', 'matchLabels'], ['selector']].some(selector => valueAt(after!.value, ['spec', ...selector, keyOf(path)]) === value);

function keyOf(path: string): string {
  return partsOfPath(path).at(-1)!.replace(/^\[(.*)\]$/s, '$1');
}

function probeOf(path: string, object: ManifestObject | undefined): { readonly probe: Json | undefined; readonly container: JsonObject } {
  const container = within(path, object)?.container ?? {};
  return { container, probe: container[/\w+Probe\b/.exec(path)![0]] };
}

function within(path: string, object: ManifestObject | undefined): Within | undefined {
  const [, list, name] = /\.((?:initC|c)ontainers)\[([^\]]*)\]/s.exec(path) ?? [];
  const pod = podOf(path, object);
  return pod && { pod, container: listOf(pod[list]).map(objectOf).find(container => textOf(container?.name) === name) ?? {} };
}

function podOf(path: string, object: ManifestObject | undefined): JsonObject | undefined {
  const [pod] = /^(?:.*?\btemplate\.)?spec\b/s.exec(path) ?? [];
  return object && pod !== undefined ? objectOf(valueAt(object.value, pod.split('.'))) : undefined;
}

function containersOf(pod: JsonObject | undefined): JsonObject[] {
  return ['initContainers', 'containers'].flatMap(list => listOf(pod?.[list])).map(container => objectOf(container) ?? {});
}
