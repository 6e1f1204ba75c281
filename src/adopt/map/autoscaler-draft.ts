import { duration } from './amounts';
import { metadataOf } from './object-metadata';
import { addFields, patchedConstruct, Patches, removeAt } from './patches';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { LeftField, TakenFields } from './taken-fields';
import { propsWithComments, withAllComments } from './with-comments';
import { WorkloadDraft } from './workload-draft';
import { FieldPath, formatPath, Json, listOf, ManifestObject, objectOf } from '../../manifest';
import { array, call, Expression, imported, instance, literal, name, object, Statement } from '../code';

/** Whether an object scales a workload. */
export function scales(scaler: ManifestObject, { workload }: Pick<WorkloadDraft, 'workload'>): boolean {
  const target = scaler.object('spec', 'scaleTargetRef');
  return isAutoscaler(scaler) && scaler.namespace === workload.namespace
    && ['Deployment', 'StatefulSet'].includes(workload.kind) && target?.kind === workload.kind && target.name === workload.name;
}

/** Whether an object is an autoscaler, of any API. */
export function isAutoscaler({ kind }: ManifestObject): boolean {
  return kind === 'HorizontalPodAutoscaler';
}

/** Why an autoscaler cannot be one of cdk8s-plus; undefined where it can. */
export function whyNoAutoscaler(scaler: ManifestObject): string | undefined {
  if (scaler.apiVersion !== 'autoscaling/v2') return `cdk8s-plus has no construct for HorizontalPodAutoscaler of ${scaler.apiVersion}`;
  const metric = listOf(scaler.get('spec', 'metrics')).findIndex(one => metricOf(one) === undefined);
  const unsaid = [
    ...typeof scaler.get('spec', 'maxReplicas') === 'number' ? [] : [['spec', 'maxReplicas']],
    ...metric < 0 ? [] : [['spec', 'metrics', metric]],
  ];
  return unsaid.length > 0 ? `its construct cannot say ${unsaid.map(path => formatPath(path)).join(', ')}` : undefined;
}

/** `new kplus.HorizontalPodAutoscaler(this, 'autoscaler', { … })`, with patches for what no prop says. */
export function autoscaler(scaler: ManifestObject, { variable }: WorkloadDraft, draft: SystemDraft): Statement {
  const id = draft.ids.take(...draft.context.isOnlyOfKind(scaler) ? ['autoscaler'] : [], scaler.name, `${scaler.name}-autoscaler`);
  const { minReplicas, maxReplicas, metrics } = scaler.object('spec')!;
  const props = object({
    metadata: metadataOf(scaler, draft.context),
    target: name(variable),
    minReplicas: typeof minReplicas === 'number' ? literal(minReplicas) : undefined,
    maxReplicas: literal(maxReplicas!),
    metrics: listOf(metrics).length > 0 ? metricList(scaler) : undefined,
    scaleDown: rulesFor(scaler, 'scaleDown'),
    scaleUp: rulesFor(scaler, 'scaleUp'),
  });
  const entries = propsWithComments(scaler, FIELD_OF_PROP, props.entries);
  const made = instance(imported('cdk8s-plus-28', 'HorizontalPodAutoscaler'), name('this'), literal(id), { ...props, entries });
  return patchedConstruct(made, commentsOf(scaler, []), patchesOf(scaler));
}

/** The patches for what no prop says, and for rules that cdk8s-plus would decide. */
function patchesOf(scaler: ManifestObject): Patches {
  const unsaid = DIRECTIONS.filter(direction => !rulesFor(scaler, direction)).map((direction): FieldPath => ['spec', 'behavior', direction]);
  const others = unsaid.length < DIRECTIONS.length ? unsaid : [['spec', 'behavior']];
  const isGiven = (path: FieldPath) => (scaler.get(...path) ?? null) !== null;
  const { values, comments } = addFields(scaler, [...others.filter(isGiven).map(path => ({ path })), ...leftFields(scaler)]);
  return { values: [...others.filter(path => !isGiven(path)).map(removeAt), ...values], comments };
}

/** What neither props nor the rules of a direction say. */
function leftFields(scaler: ManifestObject): readonly LeftField[] {
  const fields = new TakenFields(scaler);
  for (const path of [['apiVersion'], ['kind'], ['status']]) fields.take(...path);
  for (const field of ['name', 'namespace', 'labels', 'annotations']) fields.take('metadata', field);
  for (const field of ['scaleTargetRef', 'maxReplicas', 'metrics', 'behavior']) fields.take('spec', field);
  if (typeof scaler.get('spec', 'minReplicas') === 'number') fields.take('spec', 'minReplicas');
  return fields.left();
}

const DIRECTIONS = ['scaleDown', 'scaleUp'] as const;

/** The fields whose comments props have. */
const FIELD_OF_PROP: ReadonlyMap<string, FieldPath> = new Map([
  ['metadata', ['metadata']],
  ['target', ['spec', 'scaleTargetRef']],
  ...['minReplicas', 'maxReplicas', 'metrics'].map((field): [string, FieldPath] => [field, ['spec', field]]),
  ...DIRECTIONS.map((field): [string, FieldPath] => [field, ['spec', 'behavior', field]]),
]);

function metricList(scaler: ManifestObject): Expression {
  return { kind: 'array', items: listOf(scaler.get('spec', 'metrics')).map((metric, i) => withAllComments(scaler, ['spec', 'metrics', i], { value: metricOf(metric)! })) };
}

function metricOf(value: Json): Expression | undefined {
  const metric = objectOf(value);
  const resource = objectOf(metric?.resource);
  const target = objectOf(resource?.target);
  if (metric?.type !== 'Resource' || (resource?.name !== 'cpu' && resource?.name !== 'memory')) return undefined;
  if (target?.type !== 'Utilization' || typeof target.averageUtilization !== 'number') return undefined;
  const utilization = call(imported('cdk8s-plus-28', 'MetricTarget'), 'averageUtilization', literal(target.averageUtilization));
  return call(imported('cdk8s-plus-28', 'Metric'), resource.name === 'cpu' ? 'resourceCpu' : 'resourceMemory', utilization);
}

/** The rules of a direction as a prop; undefined where they leave something for cdk8s-plus to decide. */
function rulesFor(scaler: ManifestObject, direction: typeof DIRECTIONS[number]): Expression | undefined {
  const rules = scaler.object('spec', 'behavior', direction);
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
