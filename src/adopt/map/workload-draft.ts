import { duration } from './amounts';
import { containerProps } from './container-props';
import { EgressPlan } from './egress-plan';
import { addField, patched } from './patches';
import { PodVolumes } from './pod-volumes';
import { requestedPatches } from './requested-patches';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { writtenNamespace } from './systems';
import { TakenFields } from './taken-fields';
import { VariableDrafts } from './variable-drafts';
import { fieldExpression } from './with-comments';
import { CLASSES, Identity } from './workload-class';
import { EgressRule } from '../../address';
import { FieldPath, JsonObject, listOf, objectOf, textOf, Workload } from '../../manifest';
import { array, call, Expression, imported, instance, literal, name, object, ObjectEntry, Statement } from '../code';

/** Why a field is there that Kubernetes would set. */
const WRITTEN_OUT = 'written out with the value that Kubernetes takes anyway';

/** What is settled about a workload when its statements are written. */
export interface WorkloadPlan {
  readonly egress?: EgressPlan;
  readonly ingressPolicyName?: string;
  readonly autoscaled: boolean;

  /** Earlier workloads of the chart whose pods have labels in common. */
  readonly sharesPodsWith: readonly string[];
}

/** A workload in the code of a chart. */
export class WorkloadDraft {
  readonly variable: string;
  readonly variables: VariableDrafts;
  readonly volumes: PodVolumes;
  private readonly id: string;
  private readonly fields: TakenFields;

  constructor(readonly workload: Workload, readonly identity: Identity, private readonly draft: SystemDraft, hasOneOfKind: boolean) {
    const { kind } = workload;
    const short = shortName(workload.name, draft.context.system.name);
    this.id = draft.ids.take(...hasOneOfKind ? [kind === 'CronJob' ? 'cron-job' : kind.toLowerCase()] : [], short.kebab, workload.name);
    this.variable = draft.variables.take(short.camel, `${short.camel}${kind}`);
    this.fields = new TakenFields(workload.object);
    this.volumes = new PodVolumes(workload, this.fields, draft);
    this.variables = new VariableDrafts(workload, draft, this.variable, !draft.context.mustStayOpen(workload.namespace, identity));
  }

  /** What its connections open. */
  get derivedEgress(): readonly EgressRule[] {
    return this.variables.endpoints.flatMap(({ egress }) => egress);
  }

  statements(plan: WorkloadPlan, after: readonly Statement[]): Statement[] {
    const props = this.props(plan);
    const calls = [
      ...this.variables.statements(),
      ...(plan.egress?.further ?? []).map(({ endpoint, comments }): Statement => ({ kind: 'expression', value: call(name(this.variable), 'connectTo', endpoint), comments })),
      ...after,
    ];
    const patches = [...this.variables.envPatches, ...this.leftPatches()];
    if (patches.length > 0) calls.push({ kind: 'expression', value: patched(name(this.variable), patches) });
    const value = instance(imported('cdk8s-petrosa', CLASSES.get(`${this.workload.object.apiVersion} ${this.workload.kind}`)!), name('this'), literal(this.id), props);
    const comments = commentsOf(this.workload.object, []);
    return [
      ...this.volumes.statements,
      calls.length > 0 ? { kind: 'const', name: this.variable, value, comments } : { kind: 'expression', value, comments },
      ...calls,
      { kind: 'blank' },
    ];
  }

  private props(plan: WorkloadPlan): Expression {
    const { kind, podPath } = this.workload;
    const entries: [string, Expression | undefined][] = [
      ['metadata', this.metadata()],
      ['labels', literal({ ...this.identity })],
      ...kind === 'CronJob' ? this.cronJobProps() : [],
      ['podMetadata', this.podMetadata()],
      ['sharesPodsWith', plan.sharesPodsWith.length > 0 ? array(plan.sharesPodsWith.map(other => name(other))) : undefined],
      ...kind === 'Deployment' ? this.deploymentProps(plan) : [],
      ...kind === 'CronJob' || kind === 'Job' ? this.jobProps(kind === 'Job' ? ['spec'] : ['spec', 'jobTemplate', 'spec'], kind) : [],
      ['config', this.variables.common?.expression],
      ['wiredContainers', this.variables.wiredContainers],
      ['egressPolicyName', plan.egress && literal(plan.egress.policy.name)],
      ['ingressPolicyName', plan.ingressPolicyName === undefined ? undefined : literal(plan.ingressPolicyName)],
      ...this.podProps(),
      ['containers', this.containers('containers')],
      ['initContainers', this.containers('initContainers')],
      ['volumes', this.volumes.unmounted],
    ];
    const written = entries.flatMap(([key, value]): ObjectEntry[] => value ? [{ key, value, ...this.commentsOf(key, podPath) }] : []);
    return { kind: 'object', entries: written };
  }

  private commentsOf(prop: string, podPath: FieldPath): { comments?: readonly string[] } {
    const field = prop === 'metadata' ? undefined : FIELD_OF_PROP.get(prop)?.(podPath);
    const comments = field && this.fields.object.get(...field) !== undefined ? commentsOf(this.fields.object, field) : [];
    return comments.length > 0 ? { comments } : {};
  }

  private metadata(): Expression {
    const { object: manifest } = this.workload;
    for (const field of ['name', 'namespace', 'labels', 'annotations']) this.fields.take('metadata', field);
    for (const field of ['apiVersion', 'kind']) this.fields.take(field);
    const namespace = writtenNamespace(manifest);
    return object({
      name: literal(manifest.name),
      namespace: namespace === undefined || namespace === this.draft.context.system.namespace ? undefined : literal(namespace),
      labels: withoutIdentity(fieldExpression(manifest, ['metadata', 'labels']), this.identity),
      annotations: nonEmpty(fieldExpression(manifest, ['metadata', 'annotations'])),
    });
  }

  private podMetadata(): Expression | undefined {
    const path = [...this.workload.templatePath, 'metadata'];
    const manifest = this.workload.object;
    for (const field of ['labels', 'annotations', 'creationTimestamp']) this.fields.take(...path, field);
    this.fields.take('spec', 'selector', 'matchLabels');
    const written = object({
      labels: withoutIdentity(fieldExpression(manifest, [...path, 'labels']), this.identity),
      annotations: nonEmpty(fieldExpression(manifest, [...path, 'annotations'])),
    });
    return nonEmpty(written);
  }

  private deploymentProps({ autoscaled }: WorkloadPlan): [string, Expression | undefined][] {
    const replicas = this.fields.object.get('spec', 'replicas');
    if (typeof replicas === 'number' || replicas === undefined) this.fields.take('spec', 'replicas');
    if (autoscaled && typeof replicas === 'number') this.draft.context.because(this.fields.object, 'spec.replicas', this.replicasReason());
    const type = this.fields.object.get('spec', 'strategy', 'type');
    const isPlainRolling = type === 'RollingUpdate' && this.fields.object.get('spec', 'strategy', 'rollingUpdate') === undefined;
    if (type === 'Recreate' || isPlainRolling) this.fields.take('spec', 'strategy');
    if (isPlainRolling) this.draft.context.because(this.fields.object, 'spec.strategy.rollingUpdate', { why: WRITTEN_OUT });
    return [
      ['replicas', autoscaled || replicas === 2 ? undefined : literal(typeof replicas === 'number' ? replicas : 1)],
      ['strategy', type === 'Recreate' ? call(imported('cdk8s-plus-28', 'DeploymentStrategy'), 'recreate') : undefined],
      ['minReady', this.durationOf(['spec', 'minReadySeconds'])],
      ['progressDeadline', this.durationOf(['spec', 'progressDeadlineSeconds'])],
    ];
  }

  private replicasReason(): { code: string } | { why: string } {
    const code = this.draft.context.findingAt(this.fields.object, ['spec', 'replicas']);
    return code === undefined ? { why: 'the autoscaler decides how many pods there are' } : { code };
  }

  private cronJobProps(): [string, Expression | undefined][] {
    const jobMetadata: FieldPath = ['spec', 'jobTemplate', 'metadata'];
    const labels = this.fields.object.get(...jobMetadata, 'labels') === undefined ? undefined : fieldExpression(this.fields.object, [...jobMetadata, 'labels']);
    this.fields.take(...jobMetadata, 'labels');
    this.draft.context.because(this.fields.object, jobMetadata.join('.'), { why: 'Jobs carry the identity of their pods' });
    const policy = this.fields.object.get('spec', 'concurrencyPolicy');
    const isPolicy = policy === undefined || policy === 'Allow' || policy === 'Forbid' || policy === 'Replace';
    if (isPolicy) this.fields.take('spec', 'concurrencyPolicy');
    return [
      ['jobLabels', labels && withoutIdentity(labels, this.identity)],
      ['schedule', call(imported('cdk8s-petrosa', 'JobSchedule'), 'expression', literal(textOf(this.fields.take('spec', 'schedule')) ?? ''))],
      ['timeZone', this.scalar(['spec', 'timeZone'], 'string')],
      ['concurrencyPolicy', isPolicy && policy !== 'Forbid' ? imported('cdk8s-plus-28', `ConcurrencyPolicy.${(policy ?? 'Allow').toUpperCase()}`) : undefined],
      ['startingDeadline', this.durationOf(['spec', 'startingDeadlineSeconds'], 300)],
      ['suspend', this.scalar(['spec', 'suspend'], 'boolean', false)],
      ['successfulJobsRetained', this.scalar(['spec', 'successfulJobsHistoryLimit'], 'number', 3)],
      ['failedJobsRetained', this.scalar(['spec', 'failedJobsHistoryLimit'], 'number', 1)],
    ];
  }

  private jobProps(path: FieldPath, kind: string): [string, Expression | undefined][] {
    return [
      ...kind === 'Job' ? [
        ['parallelism', this.scalar([...path, 'parallelism'], 'number')] as [string, Expression | undefined],
        ['completions', this.scalar([...path, 'completions'], 'number')] as [string, Expression | undefined],
      ] : [],
      ['backoffLimit', this.scalar([...path, 'backoffLimit'], 'number')],
      ['activeDeadline', this.durationOf([...path, 'activeDeadlineSeconds'])],
      ['ttlAfterFinished', this.durationOf([...path, 'ttlSecondsAfterFinished'])],
    ];
  }

  private podProps(): [string, Expression | undefined][] {
    const { podPath, podSpec, kind } = this.workload;
    const restart = podSpec.restartPolicy;
    const isStandard = restart === (kind === 'Job' || kind === 'CronJob' ? 'Never' : 'Always') || restart === undefined;
    if (isStandard || restart === 'OnFailure') this.fields.take(...podPath, 'restartPolicy');
    return [
      ['restartPolicy', !isStandard && restart === 'OnFailure' ? imported('cdk8s-plus-28', 'RestartPolicy.ON_FAILURE') : undefined],
      ['serviceAccount', this.serviceAccount()],
      ['automountServiceAccountToken', this.token()],
      ['hostNetwork', this.scalar([...podPath, 'hostNetwork'], 'boolean', false)],
      ['priorityClassName', this.scalar([...podPath, 'priorityClassName'], 'string')],
      ['imagePullSecrets', this.pullSecrets()],
      ['terminationGracePeriod', this.durationOf([...podPath, 'terminationGracePeriodSeconds'], 45)],
      ['securityContext', this.podSecurity()],
    ];
  }

  private serviceAccount(): Expression | undefined {
    const { podPath, podSpec } = this.workload;
    const account = podSpec.serviceAccountName ?? podSpec.serviceAccount;
    if (typeof account !== 'string') return undefined;
    this.fields.take(...podPath, 'serviceAccountName');
    this.fields.take(...podPath, 'serviceAccount');
    const id = this.draft.ids.take(...account === this.workload.name ? [] : [account], `${account}-account`);
    return call(imported('cdk8s-plus-28', 'ServiceAccount'), 'fromServiceAccountName', name('this'), literal(id), literal(account));
  }

  /** Pods get a token unless they say no; without an account of their own it is good for nothing. */
  private token(): Expression | undefined {
    const { podPath, podSpec } = this.workload;
    const account = podSpec.serviceAccountName ?? podSpec.serviceAccount;
    const given = podSpec.automountServiceAccountToken;
    if (typeof given === 'boolean') this.fields.take(...podPath, 'automountServiceAccountToken');
    return given === true || (given === undefined && typeof account === 'string' && account !== 'default') ? literal(true) : undefined;
  }

  private pullSecrets(): Expression | undefined {
    const { podPath, podSpec } = this.workload;
    const names = listOf(podSpec.imagePullSecrets).map(secret => textOf(objectOf(secret)?.name));
    if (names.length === 0 || names.some(one => one === undefined)) return undefined;
    this.fields.take(...podPath, 'imagePullSecrets');
    return array(names.map(one => literal(one!)));
  }

  private podSecurity(): Expression | undefined {
    const path = [...this.workload.podPath, 'securityContext'];
    const given: JsonObject = this.fields.object.object(...path) ?? {};
    const number = (field: string) => typeof given[field] === 'number' ? literal(this.fields.take(...path, field)!) : undefined;
    const nonRoot = given.runAsNonRoot;
    if (typeof nonRoot === 'boolean') this.fields.take(...path, 'runAsNonRoot');
    return nonEmpty(object({
      ensureNonRoot: nonRoot === false ? literal(false) : undefined,
      user: number('runAsUser'),
      group: number('runAsGroup'),
      fsGroup: number('fsGroup'),
    }));
  }

  private containers(list: 'containers' | 'initContainers'): Expression | undefined {
    const own = this.workload.containers.filter(container => container.list === list);
    if (own.length === 0) return undefined;
    const items = own.map(container => {
      for (const field of ['env', 'envFrom']) this.fields.take(...container.path, field);
      return containerProps({
        container,
        fields: this.fields,
        volumes: this.volumes,
        context: this.draft.context,
        variables: this.variables.variables(container),
        variablesFrom: this.variables.variablesFrom(container),
      });
    });
    return { kind: 'array', items };
  }

  private durationOf(path: FieldPath, standard?: number): Expression | undefined {
    const value = this.fields.object.get(...path);
    const expression = duration(value);
    if (expression) this.fields.take(...path);
    return value === standard ? undefined : expression;
  }

  private scalar(path: FieldPath, type: 'string' | 'number' | 'boolean', standard?: string | number | boolean): Expression | undefined {
    const value = this.fields.object.get(...path);
    if (typeof value !== type) return undefined;
    this.fields.take(...path);
    return value === standard ? undefined : literal(value!);
  }

  private leftPatches(): Expression[] {
    if (this.fields.take('status') !== undefined) this.draft.context.because(this.fields.object, 'status', { why: 'the status is what the cluster writes' });
    const { object: manifest } = this.fields;
    const requested = requestedPatches(manifest, this.draft.context.options.patches?.get(manifest) ?? []);
    return [...this.fields.left().map(field => addField(manifest, field)), ...requested];
  }
}

const FIELD_OF_PROP: ReadonlyMap<string, (podPath: FieldPath) => FieldPath> = new Map([
  ['replicas', () => ['spec', 'replicas']],
  ['strategy', () => ['spec', 'strategy']],
  ['schedule', () => ['spec', 'schedule']],
  ['concurrencyPolicy', () => ['spec', 'concurrencyPolicy']],
  ['suspend', () => ['spec', 'suspend']],
  ['successfulJobsRetained', () => ['spec', 'successfulJobsHistoryLimit']],
  ['failedJobsRetained', () => ['spec', 'failedJobsHistoryLimit']],
  ['startingDeadline', () => ['spec', 'startingDeadlineSeconds']],
  ['terminationGracePeriod', podPath => [...podPath, 'terminationGracePeriodSeconds']],
  ['serviceAccount', podPath => [...podPath, 'serviceAccountName']],
  ['securityContext', podPath => [...podPath, 'securityContext']],
  ['containers', podPath => [...podPath, 'containers']],
  ['initContainers', podPath => [...podPath, 'initContainers']],
]);

function withoutIdentity(labels: Expression, identity: Identity): Expression | undefined {
  if (labels.kind !== 'object') return undefined;
  return nonEmpty({
    kind: 'object',
    entries: labels.entries.filter(entry => !('key' in entry) || entry.value.kind !== 'literal' || identity[entry.key] !== entry.value.value),
  });
}

function nonEmpty(expression: Expression): Expression | undefined {
  return expression.kind === 'object' && expression.entries.length > 0 ? expression : undefined;
}

/** The name without what the system's name says already. */
function shortName(workload: string, system: string): { readonly kebab: string; readonly camel: string } {
  const camel = workload.replace(/[^A-Za-z0-9]+(.)?/g, (_, letter: string | undefined) => (letter ?? '').toUpperCase());
  return { kebab: workload === system ? 'workload' : workload, camel: /^[a-z]/.test(camel) ? camel : `workload${camel}` };
}
