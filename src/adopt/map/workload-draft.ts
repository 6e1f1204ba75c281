import { claimTemplates } from './claim-templates';
import { containerProps } from './container-props';
import { controllerProps, leavesReplicas } from './controller-props';
import { EgressPlan } from './egress-plan';
import { GoverningService } from './governing-service';
import { variableName } from './identifiers';
import { metadataOf } from './object-metadata';
import { addFields, patched, Patches, removeAt } from './patches';
import { podProps } from './pod-props';
import { PodVolumes } from './pod-volumes';
import { nonEmpty, Prop, STATUS } from './prop-values';
import { requestedPatches } from './requested-patches';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { TakenFields } from './taken-fields';
import { VariableDrafts } from './variable-drafts';
import { fieldEntries, fieldExpression } from './with-comments';
import { CLASSES, Identity, withoutIdentity } from './workload-class';
import { EgressRule } from '../../address';
import { FieldPath, Workload } from '../../manifest';
import { array, call, Expression, imported, instance, literal, name, object, ObjectEntry, Statement } from '../code';

/** What is settled about a workload when its statements are written. */
export interface WorkloadPlan {
  readonly egress?: EgressPlan;

  /** The name of what its connections open, where that is not the usual one. */
  readonly egressPolicyName?: string;
  readonly ingressPolicyName?: string;
  readonly autoscaled: boolean;

  /** The Service by which the pods of a StatefulSet have names. */
  readonly service?: GoverningService;

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
    const isNamedAsSystem = workload.name === draft.context.system.name;
    const ids = [...hasOneOfKind ? [kind === 'CronJob' ? 'cron-job' : kind.toLowerCase()] : [], ...isNamedAsSystem ? ['workload'] : [], workload.name];
    this.id = draft.ids.take(...ids);
    const variable = variableName(workload.name, 'workload');
    this.variable = draft.variables.take(variable, `${variable}${kind}`);
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
    const calls: Statement[] = [
      ...this.variables.statements(),
      ...plan.egress?.further ? [{ kind: 'expression' as const, value: call(name(this.variable), 'connectTo', plan.egress.further) }] : [],
      ...after,
    ];
    calls.push(...patched(name(this.variable), this.patches(plan)));
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
    const { fields, identity, workload } = this;
    if (plan.service) fields.take('spec', 'serviceName');
    const { context } = this.draft;
    const entries: Prop[] = [
      ['metadata', this.metadata()],
      ['labels', literal({ ...this.identity })],
      ['podMetadata', this.podMetadata()],
      ['sharesPodsWith', plan.sharesPodsWith.length > 0 ? array(plan.sharesPodsWith.map(other => name(other))) : undefined],
      ...controllerProps({ workload, identity, fields, context }),
      ['service', plan.service?.expression],
      ['config', this.variables.common?.expression],
      ['wiredContainers', this.variables.wiredContainers],
      ['egressPolicyName', plan.egressPolicyName === undefined ? undefined : literal(plan.egressPolicyName)],
      ['ingressPolicyName', plan.ingressPolicyName === undefined ? undefined : literal(plan.ingressPolicyName)],
      ...podProps(workload, fields, this.draft),
      ['containers', this.containers('containers')],
      ['initContainers', this.containers('initContainers')],
      ['volumes', this.volumes.unmounted],
    ];
    const further: Readonly<Record<string, readonly string[] | undefined>> = {
      service: plan.service?.comments,
      config: this.variables.commonComments,
      egressPolicyName: plan.egress && commentsOf(plan.egress.policy, []),
    };
    const written = entries.flatMap(([key, value]): ObjectEntry[] =>
      value ? [{ key, value, comments: [...further[key] ?? [], ...this.commentsOf(key)] }] : []);
    return { kind: 'object', entries: written };
  }

  private commentsOf(prop: string): readonly string[] {
    const field = FIELD_OF_PROP.get(prop)?.(this.workload);
    return field ? commentsOf(this.workload.object, field) : [];
  }

  private metadata(): Expression {
    const { object: manifest } = this.workload;
    for (const field of ['name', 'namespace', 'labels', 'annotations']) this.fields.take('metadata', field);
    for (const field of ['apiVersion', 'kind']) this.fields.take(field);
    return metadataOf(manifest, this.draft.context, this.identity);
  }

  private podMetadata(): Expression | undefined {
    const path = [...this.workload.templatePath, 'metadata'];
    const manifest = this.workload.object;
    for (const field of ['labels', 'annotations', 'creationTimestamp']) this.fields.take(...path, field);
    this.fields.take('spec', 'selector', 'matchLabels');
    const written = object({
      labels: withoutIdentity(fieldEntries(manifest, [...path, 'labels']), this.identity),
      annotations: nonEmpty(fieldExpression(manifest, [...path, 'annotations'])),
    });
    return nonEmpty(written);
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

  private patches({ autoscaled }: WorkloadPlan): Patches {
    if (this.fields.take('status') !== undefined) this.draft.context.because(this.fields.object, 'status', { why: STATUS });
    const { object: manifest } = this.fields;
    const claims = claimTemplates(this.fields, this.draft.context);
    // The construct would set its standard.
    const replicas = !autoscaled && leavesReplicas(this.workload, this.draft.context) ? [removeAt(['spec', 'replicas'])] : [];
    const requested = requestedPatches(manifest, this.draft.context.options.patches?.get(manifest) ?? []);
    const { values, comments } = addFields(manifest, this.fields.left());
    return { values: [...this.variables.envPatches, ...this.volumes.patches, ...claims, ...replicas, ...values, ...requested], comments };
  }
}

type FieldOfProp = readonly [prop: string, fieldIn: (workload: Workload) => FieldPath];

/** The fields whose comments props have. */
const FIELD_OF_PROP: ReadonlyMap<string, FieldOfProp[1]> = new Map<string, FieldOfProp[1]>([
  ['metadata', () => ['metadata']],
  ['labels', () => ['spec', 'selector']],
  ['podMetadata', ({ templatePath }) => [...templatePath, 'metadata']],
  ['replicas', () => ['spec', 'replicas']],
  ['strategy', ({ kind }) => ['spec', kind === 'StatefulSet' ? 'updateStrategy' : 'strategy']],
  ['podManagementPolicy', () => ['spec', 'podManagementPolicy']],
  ['service', () => ['spec', 'serviceName']],
  ['schedule', () => ['spec', 'schedule']],
  ['concurrencyPolicy', () => ['spec', 'concurrencyPolicy']],
  ['suspend', () => ['spec', 'suspend']],
  ['successfulJobsRetained', () => ['spec', 'successfulJobsHistoryLimit']],
  ['failedJobsRetained', () => ['spec', 'failedJobsHistoryLimit']],
  ['startingDeadline', () => ['spec', 'startingDeadlineSeconds']],
  ['minReady', () => ['spec', 'minReadySeconds']],
  ['progressDeadline', () => ['spec', 'progressDeadlineSeconds']],
  ['timeZone', () => ['spec', 'timeZone']],
  ...[['parallelism'], ['completions'], ['backoffLimit'], ['activeDeadline', 'activeDeadlineSeconds'], ['ttlAfterFinished', 'ttlSecondsAfterFinished']]
    .map(([prop, field = prop]): FieldOfProp => [prop, ({ templatePath }) => [...templatePath.slice(0, -1), field]]),
  ...['restartPolicy', 'automountServiceAccountToken', 'hostNetwork', 'priorityClassName', 'imagePullSecrets']
    .map((field): FieldOfProp => [field, ({ podPath }) => [...podPath, field]]),
  ['terminationGracePeriod', ({ podPath }) => [...podPath, 'terminationGracePeriodSeconds']],
  ['serviceAccount', ({ podPath }) => [...podPath, 'serviceAccountName']],
  ['securityContext', ({ podPath }) => [...podPath, 'securityContext']],
  ['volumes', ({ podPath }) => [...podPath, 'volumes']],
  ['containers', ({ podPath }) => [...podPath, 'containers']],
  ['initContainers', ({ podPath }) => [...podPath, 'initContainers']],
]);
