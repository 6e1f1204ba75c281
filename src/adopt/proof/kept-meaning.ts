import { CorrectedForms } from './corrected-forms';
import { Difference } from './difference';
import { CLUSTER_METADATA_PATTERN } from '../cluster-metadata';
import { coversField, partsOfPath } from '../field-pattern';
import { mayBeGone } from './lost-lines';
import { AddressPlace, isSameAddress } from './same-address';
import { ManifestObject, objectOf, textOf } from '../../manifest';
import { ScaledWorkloads } from '../../reachability/scaled-workloads';
import { Facts, Variable } from '../../verify';

/** A difference of a field, and what the rules know of both sides. */
interface Case extends Required<Pick<Difference, 'before' | 'after' | 'field'>> {
  readonly input: Facts;
  readonly output: Facts;

  /** What the rules make of the input. */
  readonly corrected: CorrectedForms;

  /** The fields of the object that have no finding any more. */
  readonly gone: readonly string[];
}

/** What has to hold of fields that are written in another way, whoever says why. The first pattern counts. */
const KEPT: readonly (readonly [field: string, holds: (difference: Case) => boolean])[] = [
  ['**.{containers,initContainers}[*].env[*]', isSameVariable],
  ['data', isSameText],
  ['**.{livenessProbe,readinessProbe,startupProbe}', isPortOfName],
  ['spec.ports[*].targetPort', isPortOfPods],
  ['spec.replicas', isScaledOrOne],
  ['spec.type', ({ field }) => field.before === undefined && field.after === 'ClusterIP'],
  ['spec.strategy.rollingUpdate', ({ field }) => field.before === undefined && Object.values(objectOf(field.after) ?? [field.after]).every(share => share === '25%')],
  ['status', isLeftOut],
  [CLUSTER_METADATA_PATTERN, isLeftOut],
  ['spec.{egress,ingress}', isLineKept],
  ['**', one => one.corrected.hasMade(one)],
];

/** Whether a field that is written in another way still says the same, or what a rule wants it to say. */
export function isMeaningKept(difference: Case): boolean {
  return KEPT.find(([field]) => coversField(field, difference.field.path))![1](difference);
}

function isLeftOut({ field }: Case): boolean {
  return field.after === undefined;
}

function isSameVariable({ before, after, field, input, output, corrected }: Case): boolean {
  const [from, to] = [variableAt(before, field.path, input), variableAt(after, field.path, output)];
  if (from?.value === undefined || to?.value === undefined) return false;
  const right = [from.value, ...corrected.textsAt(from.valuePlace)];
  return isOneOf(right, to.value, { namespace: before.namespace, zone: input.options.zone, name: from.name });
}

/** The variable in whose entry a field lies, as its container gets it. A literal that is no text gives none. */
function variableAt(object: ManifestObject, path: string, { set, variables }: Facts): Variable | undefined {
  const { container, variable } = entryOf(path);
  const found = set.workload(object)?.containers.find(({ name }) => name === container);
  return found && variables(found).find(({ name, entry: { place } }) => name === variable && typeof (place.object.get(...place.path, 'value') ?? '') === 'string');
}

/** Whether a text is one of those that are right, or the same address. */
function isOneOf(right: readonly string[], text: string, place: AddressPlace): boolean {
  return right.some(one => one === text || isSameAddress(one, text, place));
}

/** The container and the variable in whose entry a field lies. */
function entryOf(path: string): { readonly container: string; readonly variable: string } {
  const parts = partsOfPath(path).map(part => part.replace(/^\[(.*)\]$/s, '$1'));
  const at = parts.findIndex((part, i) => part === 'env' && /ontainers$/.test(parts[i - 2]));
  return { container: parts[at - 1], variable: parts[at + 1] };
}

/** Whether a key of a ConfigMap has the text that it had or that a rule makes of it, or is new and read. */
function isSameText({ before, field, input, output, corrected }: Case): boolean {
  const key = partsOfPath(field.path)[1]?.replace(/^\[(.*)\]$/s, '$1');
  const to = textOf(field.after);
  if (key === undefined || to === undefined) return false;
  const right = [textOf(field.before), ...corrected.textsAt(before.at('data', key))].filter(text => text !== undefined);
  if (field.before !== undefined) return isOneOf(right, to, { namespace: before.namespace, zone: input.options.zone, name: key });
  return output.referencesTo('ConfigMap', before.namespace, before.name).some(reference => reference.key === key);
}

/** Whether the port of a probe has the number of the name that the input has. */
function isPortOfName({ before, field, input }: Case): boolean {
  const container = input.set.workload(before)?.containers.find(({ name }) => field.path.includes(`ontainers[${name}].`));
  return container?.ports.some(({ name, port }) => name === field.before && port === field.after) === true;
}

/** Whether the port of a Service has the number of the name that the input has, in all pods that it selects. */
function isPortOfPods({ before, field, input: { network, set } }: Case): boolean {
  const service = set.service(before.namespace, before.name);
  const selected = service ? network.workloadsOf(service) : [];
  return selected.length > 0 && selected.every(({ containers }) =>
    containers.flatMap(({ ports }) => ports).some(({ name, port }) => name === field.before && port === field.after));
}

/** What a policy opens is judged by needs; what it closes must be open in another way. */
function isLineKept({ field, ...forms }: Case): boolean {
  const direction = field.path.startsWith('spec.egress') ? 'egress' : 'ingress';
  const lost = textOf(field.before);
  return field.after !== undefined || (lost !== undefined && mayBeGone(lost, direction, forms));
}

function isScaledOrOne({ before, field, input: { set } }: Case): boolean {
  if (field.after !== undefined) return field.before === undefined && field.after === 1;
  const workload = set.workload(before);
  return workload !== undefined && new ScaledWorkloads(set).has(workload);
}
