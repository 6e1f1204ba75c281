import { inApplyOrder } from './apply-order';
import { autoscaler, isAutoscaler, scales, whyNoAutoscaler } from './autoscaler-draft';
import { isConfig } from './config-drafts';
import { EgressPlan, egressPlan } from './egress-plan';
import { GoverningService, governingService, whyNotGoverned } from './governing-service';
import { className, variableName } from './identifiers';
import { admittedRules, namespacesAdmitted } from './ingress-draft';
import { MapContext } from './map-context';
import { patchedConstruct } from './patches';
import { plainObject } from './plain-object';
import { policyStatement } from './policy-draft';
import { directionsOf, labelsOf } from './policy-rules';
import { STATUS, WRITTEN_OUT } from './prop-values';
import { canBeExposed, exposed, looseService, patchesOf, plainService, portsByNumber, servesWorkload, withPortNumbers } from './service-draft';
import { withSharedEndpoints } from './shared-endpoints';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { decisionsOf } from './unknown-servers';
import { carries, Identity, identityOf, whyNoConstruct } from './workload-class';
import { WorkloadDraft } from './workload-draft';
import { ManifestObject, Service, Workload } from '../../manifest';
import { Direction } from '../../reachability';
import { CLUSTER_METADATA } from '../cluster-metadata';
import { ChartFile, ConstStatement, name, Statement } from '../code';
import { namedPath } from '../named-path';

/** Writes the chart of a system. */
export class SystemChart {
  private readonly draft: SystemDraft;
  private readonly workloads: WorkloadDraft[] = [];
  private readonly written = new Set<ManifestObject>();
  private readonly governing = new Map<WorkloadDraft, GoverningService>();
  private readonly endpoints: ConstStatement[] = [];

  constructor(private readonly context: MapContext) {
    this.draft = new SystemDraft(context);
    const { objects } = context.system;
    for (const object of objects.filter(one => isConfig(one, context))) this.written.add(object);
    for (const object of objects) this.addWorkload(object);
    for (const object of objects.filter(one => !context.set.workload(one))) {
      const why = context.whyRaw(object);
      if (why !== undefined) context.kept.push({ object, why });
    }
  }

  /** The file of the chart. */
  file(): ChartFile {
    const { name: id, namespace } = this.context.system;
    const plans = new Map([...this.egressPlans()]);
    const own = this.workloads.flatMap((draft, i) => this.workloadStatements(draft, this.workloads.slice(0, i), plans.get(draft)));
    const policies = this.policiesLeft().flatMap(policy => this.policyStatements(policy));
    const services = this.servicesLeft().flatMap(service => this.looseServices(service));
    for (const object of this.autoscalersLeft()) this.context.kept.push({ object, why: this.whyNotScaling(object) });
    const others = inApplyOrder(this.context.system.objects.filter(object => !this.written.has(object)));
    const first = others.first.map(object => plainObject(object, this.draft));
    const last = others.last.map(object => plainObject(object, this.draft));
    const secrets = this.draft.secrets.statements();
    this.context.covered.push(...this.written);
    for (const object of this.written) this.leaveClusterMetadata(object);
    const { constants, statements } = withSharedEndpoints([...first, ...this.draft.configStatements(), { kind: 'blank' }, ...own, ...services, ...policies, ...last], this.draft.variables);
    return {
      className: className(id),
      id,
      namespace,
      constants: [],
      statements: [...secrets, ...constants, ...this.endpoints, ...statements],
    };
  }

  private leaveClusterMetadata(object: ManifestObject): void {
    for (const field of CLUSTER_METADATA.filter(one => object.get('metadata', one) !== undefined)) {
      this.context.because(object, `metadata.${field}`, { why: 'the cluster writes it' });
    }
  }

  private addWorkload(object: ManifestObject): void {
    const workload = this.context.set.workload(object);
    if (!workload) return;
    const identity = identityOf(workload, this.selectors());
    const why = this.context.whyRaw(object) ?? whyNoConstruct(workload, identity)
      ?? whyNotGoverned({ workload, identity: identity! }, this.context, this.written);
    if (why !== undefined) {
      this.context.kept.push({ object, why });
      return;
    }
    this.written.add(object);
    const draft = new WorkloadDraft(workload, identity!, this.draft, this.context.isOnlyOfKind(object));
    this.workloads.push(draft);
    const governing = governingService(draft, this.draft);
    if (governing) {
      this.writeService(governing.service);
      this.governing.set(draft, governing);
    }
    this.context.decisions.push(...decisionsOf(draft, this.context));
  }

  private selectors(): Identity[] {
    return this.context.system.objects.filter(({ kind }) => kind === 'NetworkPolicy')
      .map(policy => labelsOf(policy.get('spec', 'podSelector'))).filter((labels): labels is Record<string, string> => Object.keys(labels ?? {}).length > 0);
  }

  /** The egress policies of the input whose names the derived ones take, for each workload of the identity. */
  private* egressPlans(): Iterable<[WorkloadDraft, EgressPlan]> {
    for (const policy of this.policies('egress')) {
      const selected = this.workloads.filter(draft => this.isFor(draft, policy));
      if (selected.length === 0 || this.selectsOthers(policy)) continue;
      const derived = selected.flatMap(({ derivedEgress }) => derivedEgress);
      if (derived.length === 0) continue;
      const unknown = this.context.unknownNeeds(policy.namespace, selected[0].identity);
      const plan = egressPlan(policy, { derived, unknownPorts: new Set(unknown.map(({ port }) => port)) }, this.context);
      if (!plan) continue;
      this.written.add(policy);
      const shared = selected.length > 1 ? this.shared(plan) : plan;
      for (const draft of selected) yield [draft, shared];
    }
  }

  /** A plan that several workloads follow, with a name for what all of them connect to. */
  private shared({ policy, further }: EgressPlan): EgressPlan {
    if (!further) return { policy };
    const variable = this.draft.variables.take(variableName(policy.name), `${variableName(policy.name)}Rules`);
    this.endpoints.push({ kind: 'const', name: variable, value: further, comments: [`What ${policy.name} opens beside the connections that are declared`] });
    return { policy, further: name(variable) };
  }

  /** Whether a policy is for pods too that are no construct of the chart. */
  private selectsOthers(policy: ManifestObject): boolean {
    const labels = labelsOf(policy.get('spec', 'podSelector'));
    const own = new Set(this.workloads.map(({ workload }) => workload));
    const isSelected = (workload: Workload) => workload.namespace === policy.namespace && carries(workload.podLabels, labels ?? {});
    return this.context.set.workloads.some(workload => isSelected(workload) && !own.has(workload));
  }

  private workloadStatements(draft: WorkloadDraft, before: readonly WorkloadDraft[], egress: EgressPlan | undefined): Statement[] {
    const sharesPodsWith = before.filter(other => overlap(draft, other)).map(({ variable }) => variable);
    const after: Statement[] = [];
    const ingressPolicyName = this.expose(draft, after);
    const scaler = this.scalerOf(draft);
    if (scaler) after.push(this.autoscaler(scaler, draft));
    after.push(...this.policiesLeft().filter(policy => this.isFor(draft, policy)).flatMap(policy => this.policyStatements(policy, draft)));
    const governing = this.governing.get(draft);
    const egressPolicyName = egress ? egress.policy.name : this.nameBeside(draft);
    const plan = { egress, egressPolicyName, ingressPolicyName, autoscaled: scaler !== undefined, service: governing, sharesPodsWith };
    return [...governing?.statements ?? [], ...draft.statements(plan, after)];
  }

  /** Writes the Services of a workload and who is admitted to it; gives the name of the policy that `exposeHttp` renders. */
  private expose(draft: WorkloadDraft, after: Statement[]): string | undefined {
    const services = this.servicesLeft().map(one => withPortNumbers(one, draft)).filter(one => !draft.workload.finite && servesWorkload(one, draft));
    const policy = this.policies('ingress').find(one => !this.written.has(one) && this.isFor(draft, one));
    const rules = policy && admittedRules(policy);
    let policyName: string | undefined;
    for (const service of services) {
      this.writeService(service);
      const namespaces = typeof rules === 'object' && services.length === 1 && canBeExposed(service, draft) ? namespacesAdmitted(rules, service) : undefined;
      if (namespaces) {
        after.push(exposed(service, draft, { policy: policy!, fromNamespaces: namespaces }));
        this.written.add(policy!);
        policyName = policy!.name;
      } else {
        after.push(patchedConstruct(plainService(service, name(draft.variable), this.draft), commentsOf(service.object, []), patchesOf(service)));
      }
    }
    return policyName;
  }

  private servicesLeft(): Service[] {
    const left = this.context.system.objects.filter(object => object.kind === 'Service' && !this.written.has(object) && !this.context.isRaw(object));
    return left.flatMap(object => this.context.set.service(object.namespace, object.name) ?? []).filter(({ object }) => left.includes(object));
  }

  /** A Service for pods of which the chart has no workload. */
  private looseServices(service: Service): Statement[] {
    const { object } = service;
    const made = looseService(service, this.draft);
    if (typeof made === 'string') this.context.kept.push({ object, why: made });
    else this.writeService(service);
    return typeof made === 'string' ? [] : [{ kind: 'expression', value: made, comments: commentsOf(object, []) }];
  }

  private writeService(service: Service): void {
    const { object } = service;
    this.written.add(object);
    for (const { index } of portsByNumber(service)) {
      this.context.because(object, namedPath(object, `spec.ports[${index}].targetPort`), { why: 'a Service leads to the number of the port that the input names' });
    }
    if (object.get('spec', 'type') === undefined) this.context.because(object, 'spec.type', { why: WRITTEN_OUT });
    if (object.get('status') !== undefined) this.context.because(object, 'status', { why: STATUS });
  }

  /** The policies of one direction alone that derived ones may replace, which carry the labels by which they select and nothing else. */
  private policies(direction: Direction): ManifestObject[] {
    return this.policiesLeft().filter(policy => policy.apiVersion === 'networking.k8s.io/v1' && directionsOf(policy).join() === direction
      && policy.get('metadata', 'annotations') === undefined && carries(labelsOf(policy.get('spec', 'podSelector')) ?? {}, policy.labels)
      && DIRECTIONS.every(one => one === direction || policy.get('spec', one) === undefined));
  }

  private policiesLeft(): ManifestObject[] {
    return this.context.system.objects.filter(object => isPolicy(object) && !this.written.has(object) && !this.context.isRaw(object));
  }

  private isFor({ workload, identity }: WorkloadDraft, policy: ManifestObject): boolean {
    return policy.namespace === workload.namespace && sameLabels(identity, labelsOf(policy.get('spec', 'podSelector')));
  }

  /** A policy as a construct, which is said to be for a workload; without one it is kept as it is where there is no construct for it. */
  private policyStatements(policy: ManifestObject, draft?: WorkloadDraft): Statement[] {
    const made = policyStatement(policy, this.draft, draft?.variable);
    if (typeof made !== 'string') {
      this.written.add(policy);
      return [made];
    }
    if (!draft) this.context.kept.push({ object: policy, why: made });
    return [];
  }

  /** Another name for the derived policy of a workload where one that stays may have the usual name; all workloads of the identity have the same. */
  private nameBeside(draft: WorkloadDraft): string | undefined {
    const isTaken = draft.derivedEgress.length > 0
      && this.context.system.objects.some(object => isPolicy(object) && object.name.endsWith('-egress') && this.isFor(draft, object));
    const { namespace } = draft.workload;
    const first = this.workloads.find(other => other.workload.namespace === namespace && sameLabels(other.identity, draft.identity));
    return isTaken ? `${first!.workload.name}-connections` : undefined;
  }

  private autoscaler(scaler: ManifestObject, draft: WorkloadDraft): Statement {
    this.written.add(scaler);
    if (scaler.get('status') !== undefined) this.context.because(scaler, 'status', { why: STATUS });
    return autoscaler(scaler, draft, this.draft);
  }

  /** The autoscaler of a workload that cdk8s-plus can say. */
  private scalerOf(draft: WorkloadDraft): ManifestObject | undefined {
    const scalers = this.autoscalersLeft().filter(object => scales(object, draft));
    return scalers.length === 1 && whyNoAutoscaler(scalers[0]) === undefined ? scalers[0] : undefined;
  }

  private whyNotScaling(scaler: ManifestObject): string {
    const target = this.workloads.find(draft => scales(scaler, draft));
    if (!target) return 'what it scales is no workload of the library in its chart';
    return whyNoAutoscaler(scaler) ?? `several autoscalers scale ${target.workload.kind} ${target.workload.name}`;
  }

  private autoscalersLeft(): ManifestObject[] {
    return this.context.system.objects.filter(object => isAutoscaler(object) && !this.written.has(object) && !this.context.isRaw(object));
  }
}

const DIRECTIONS: readonly Direction[] = ['egress', 'ingress'];

function isPolicy({ kind }: ManifestObject): boolean {
  return kind === 'NetworkPolicy';
}

function overlap(a: WorkloadDraft, b: WorkloadDraft): boolean {
  if (a.workload.namespace !== b.workload.namespace) return false;
  if (a.workload.finite && b.workload.finite && sameLabels(a.identity, b.identity)) return false;
  return carries(b.workload.podLabels, a.identity) || carries(a.workload.podLabels, b.identity);
}

function sameLabels(a: Identity, b: Identity | undefined): boolean {
  return b !== undefined && carries(a, b) && carries(b, a);
}
