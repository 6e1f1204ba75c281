import { MapContext } from './map-context';
import { durationProp, Prop, scalarProp, WRITTEN_OUT } from './prop-values';
import { TakenFields } from './taken-fields';
import { fieldEntries } from './with-comments';
import { Identity, withoutIdentity } from './workload-class';
import { FieldPath, ManifestSet, textOf, Workload } from '../../manifest';
import { ScaledWorkloads } from '../../reachability/scaled-workloads';
import { call, Expression, imported, literal, object } from '../code';

/** What the props are made from that say how a workload's pods are run. */
export interface ControllerDraft {
  readonly workload: Workload;
  readonly identity: Identity;
  readonly fields: TakenFields;
  readonly context: MapContext;
}

/** The props for the fields of a workload beside its pods. */
export function controllerProps(draft: ControllerDraft): Prop[] {
  switch (draft.workload.kind) {
    case 'Deployment':
      return deploymentProps(draft);
    case 'StatefulSet':
      return statefulSetProps(draft);
    case 'CronJob':
      return [...cronJobProps(draft), ...jobProps(draft.fields, ['spec', 'jobTemplate', 'spec'])];
    case 'Job':
      return [
        ['parallelism', scalarProp(draft.fields, ['spec', 'parallelism'], 'number')],
        ['completions', scalarProp(draft.fields, ['spec', 'completions'], 'number')],
        ...jobProps(draft.fields, ['spec']),
      ];
    default:
      return [];
  }
}

function deploymentProps(draft: ControllerDraft): Prop[] {
  const { fields, context } = draft;
  const type = fields.object.get('spec', 'strategy', 'type');
  const isPlainRolling = type === 'RollingUpdate' && fields.object.get('spec', 'strategy', 'rollingUpdate') === undefined;
  if (type === 'Recreate' || isPlainRolling) fields.take('spec', 'strategy');
  if (isPlainRolling) context.because(fields.object, 'spec.strategy.rollingUpdate', { why: WRITTEN_OUT });
  return [
    ['replicas', replicas(draft, 2)],
    ['strategy', type === 'Recreate' ? call(imported('cdk8s-plus-28', 'DeploymentStrategy'), 'recreate') : undefined],
    ['minReady', durationProp(fields, ['spec', 'minReadySeconds'], 0)],
    ['progressDeadline', durationProp(fields, ['spec', 'progressDeadlineSeconds'], 600)],
  ];
}

function statefulSetProps(draft: ControllerDraft): Prop[] {
  const { fields } = draft;
  const policy = fields.object.get('spec', 'podManagementPolicy');
  if (policy === 'OrderedReady' || policy === 'Parallel') fields.take('spec', 'podManagementPolicy');
  return [
    ['replicas', replicas(draft, 1)],
    ['podManagementPolicy', policy === 'Parallel' ? imported('cdk8s-plus-28', 'PodManagementPolicy.PARALLEL') : undefined],
    ['strategy', updateStrategy(fields)],
    ['minReady', durationProp(fields, ['spec', 'minReadySeconds'], 0)],
  ];
}

/** What else a rolling update says is left. */
function updateStrategy(fields: TakenFields): Expression | undefined {
  const path: FieldPath = ['spec', 'updateStrategy'];
  const method = (name: string, ...args: Expression[]) => call(imported('cdk8s-plus-28', 'StatefulSetUpdateStrategy'), name, ...args);
  const type = fields.object.get(...path, 'type');
  if (type === 'OnDelete' && fields.object.get(...path, 'rollingUpdate') === undefined) {
    fields.take(...path);
    return method('onDelete');
  }
  if (type !== 'RollingUpdate') return undefined;
  fields.take(...path, 'type');
  const partition = scalarProp(fields, [...path, 'rollingUpdate', 'partition'], 'number', 0);
  return partition && method('rollingUpdate', object({ partition }));
}

/** How many pods there are, where the construct does not take the same by itself. */
function replicas({ workload, fields, context }: ControllerDraft, standard: number): Expression | undefined {
  const given = fields.object.get('spec', 'replicas');
  if (typeof given === 'number') fields.take('spec', 'replicas');
  const isScaled = leavesReplicas(workload, context);
  if (isScaled && given !== undefined) {
    const code = context.findingAt(fields.object, ['spec', 'replicas']);
    context.because(fields.object, 'spec.replicas', code === undefined ? { why: 'the autoscaler decides how many pods there are' } : { code });
  }
  if (isScaled) return undefined;
  if (given === undefined) context.because(fields.object, 'spec.replicas', { why: WRITTEN_OUT });
  const number = typeof given === 'number' ? given : 1;
  return number === standard ? undefined : literal(number);
}

/** Whether a workload shall say nothing of its replicas, because another object does; 0 turns that one off. */
export function leavesReplicas(workload: Workload, { set }: MapContext): boolean {
  return workload.object.get('spec', 'replicas') !== 0 && scaledWorkloads(set).has(workload);
}

const SCALED = new WeakMap<ManifestSet, ScaledWorkloads>();

function scaledWorkloads(set: ManifestSet): ScaledWorkloads {
  const scaled = SCALED.get(set) ?? new ScaledWorkloads(set);
  SCALED.set(set, scaled);
  return scaled;
}

function cronJobProps({ fields, context, identity }: ControllerDraft): Prop[] {
  const jobMetadata: FieldPath = ['spec', 'jobTemplate', 'metadata'];
  fields.take(...jobMetadata, 'labels');
  context.because(fields.object, jobMetadata.join('.'), { why: 'Jobs carry the identity of their pods' });
  const policy = fields.object.get('spec', 'concurrencyPolicy');
  const isPolicy = policy === undefined || policy === 'Allow' || policy === 'Forbid' || policy === 'Replace';
  if (isPolicy) fields.take('spec', 'concurrencyPolicy');
  return [
    ['jobLabels', withoutIdentity(fieldEntries(fields.object, [...jobMetadata, 'labels']), identity)],
    ['schedule', call(imported('cdk8s-petrosa', 'JobSchedule'), 'expression', literal(textOf(fields.take('spec', 'schedule')) ?? ''))],
    ['timeZone', scalarProp(fields, ['spec', 'timeZone'], 'string')],
    ['concurrencyPolicy', isPolicy && policy !== 'Forbid' ? imported('cdk8s-plus-28', `ConcurrencyPolicy.${(policy ?? 'Allow').toUpperCase()}`) : undefined],
    ['startingDeadline', durationProp(fields, ['spec', 'startingDeadlineSeconds'], 300)],
    ['suspend', scalarProp(fields, ['spec', 'suspend'], 'boolean', false)],
    ['successfulJobsRetained', scalarProp(fields, ['spec', 'successfulJobsHistoryLimit'], 'number', 3)],
    ['failedJobsRetained', scalarProp(fields, ['spec', 'failedJobsHistoryLimit'], 'number', 1)],
  ];
}

function jobProps(fields: TakenFields, path: FieldPath): Prop[] {
  return [
    ['backoffLimit', scalarProp(fields, [...path, 'backoffLimit'], 'number')],
    ['activeDeadline', durationProp(fields, [...path, 'activeDeadlineSeconds'])],
    ['ttlAfterFinished', durationProp(fields, [...path, 'ttlSecondsAfterFinished'])],
  ];
}
