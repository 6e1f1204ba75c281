import { duration } from './amounts';
import { metadataOf } from './object-metadata';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { propsWithComments, withAllComments } from './with-comments';
import { WorkloadDraft } from './workload-draft';
import { FieldPath, Json, JsonObject, listOf, ManifestObject, objectOf } from '../../manifest';
import { array, call, Expression, imported, instance, literal, name, object, Statement } from '../code';

/** Whether an autoscaler scales a workload, and says all that cdk8s-plus would otherwise decide. */
export function scales(scaler: ManifestObject, { workload }: WorkloadDraft): boolean {
  const spec = scaler.object('spec') ?? {};
  const target = objectOf(spec.scaleTargetRef);
  const behavior = objectOf(spec.behavior);
  return scaler.kind === 'HorizontalPodAutoscaler' && scaler.apiVersion === 'autoscaling/v2' && scaler.namespace === workload.namespace
    && ['Deployment', 'StatefulSet'].includes(workload.kind) && target?.kind === workload.kind && target.name === workload.name
    && Object.keys(spec).every(key => ['scaleTargetRef', 'minReplicas', 'maxReplicas', 'metrics', 'behavior'].includes(key))
    && typeof spec.minReplicas === 'number' && typeof spec.maxReplicas === 'number'
    && listOf(spec.metrics).length > 0 && listOf(spec.metrics).every(metric => metricOf(metric) !== undefined)
    && rulesOf(objectOf(behavior?.scaleUp)) !== undefined && rulesOf(objectOf(behavior?.scaleDown)) !== undefined;
}

/** `new kplus.HorizontalPodAutoscaler(this, 'autoscaler', { … })`. */
export function autoscaler(scaler: ManifestObject, { variable }: WorkloadDraft, draft: SystemDraft): Statement {
  const id = draft.ids.take(...draft.context.isOnlyOfKind(scaler) ? ['autoscaler'] : [], scaler.name, `${scaler.name}-autoscaler`);
  const spec = scaler.object('spec')!;
  const behavior = objectOf(spec.behavior)!;
  const props = object({
    metadata: metadataOf(scaler, draft.context),
    target: name(variable),
    minReplicas: literal(spec.minReplicas!),
    maxReplicas: literal(spec.maxReplicas!),
    metrics: { kind: 'array', items: listOf(spec.metrics).map((metric, i) => withAllComments(scaler, ['spec', 'metrics', i], { value: metricOf(metric)! })) },
    scaleDown: rulesOf(objectOf(behavior.scaleDown)),
    scaleUp: rulesOf(objectOf(behavior.scaleUp)),
  });
  const entries = propsWithComments(scaler, FIELD_OF_PROP, props.entries);
  const made = instance(imported('cdk8s-plus-28', 'HorizontalPodAutoscaler'), name('this'), literal(id), { ...props, entries });
  return { kind: 'expression', value: made, comments: commentsOf(scaler, []) };
}

/** The fields whose comments props have. */
const FIELD_OF_PROP: ReadonlyMap<string, FieldPath> = new Map([
  ['metadata', ['metadata']],
  ['target', ['spec', 'scaleTargetRef']],
  ...['minReplicas', 'maxReplicas', 'metrics'].map((field): [string, FieldPath] => [field, ['spec', field]]),
  ...['scaleDown', 'scaleUp'].map((field): [string, FieldPath] => [field, ['spec', 'behavior', field]]),
]);

function metricOf(value: Json): Expression | undefined {
  const metric = objectOf(value);
  const resource = objectOf(metric?.resource);
  const target = objectOf(resource?.target);
  if (metric?.type !== 'Resource' || (resource?.name !== 'cpu' && resource?.name !== 'memory')) return undefined;
  if (target?.type !== 'Utilization' || typeof target.averageUtilization !== 'number') return undefined;
  const utilization = call(imported('cdk8s-plus-28', 'MetricTarget'), 'averageUtilization', literal(target.averageUtilization));
  return call(imported('cdk8s-plus-28', 'Metric'), resource.name === 'cpu' ? 'resourceCpu' : 'resourceMemory', utilization);
}

function rulesOf(rules: JsonObject | undefined): Expression | undefined {
  const window = duration(rules?.stabilizationWindowSeconds);
  const policies = listOf(rules?.policies).map(policyOf);
  const isPlain = Object.keys(rules ?? {}).every(key => ['stabilizationWindowSeconds', 'policies'].includes(key));
  if (!window || !isPlain || policies.length === 0 || policies.some(policy => policy === undefined)) return undefined;
  return object({ stabilizationWindow: window, policies: array(policies.map(policy => policy!)) });
}

function policyOf(value: Json): Expression | undefined {
  const policy = objectOf(value);
  const period = duration(policy?.periodSeconds);
  if (!period || typeof policy?.value !== 'number' || (policy.type !== 'Percent' && policy.type !== 'Pods')) return undefined;
  const replicas = call(imported('cdk8s-plus-28', 'Replicas'), policy.type === 'Percent' ? 'percent' : 'absolute', literal(policy.value));
  return object({ replicas, duration: period });
}
