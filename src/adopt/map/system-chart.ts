import { autoscaler, scales } from './autoscaler-draft';
import { isConfig } from './config-drafts';
import { EgressPlan, egressPlan } from './egress-plan';
import { GoverningService, governingService, whyNotGoverned } from './governing-service';
import { className, variableName } from './identifiers';
import { admittedRules, ingressPolicy, namespacesAdmitted } from './ingress-draft';
import { MapContext } from './map-context';
import { plainObject } from './plain-object';
import { labelsOf } from './policy-rules';
import { STATUS, WRITTEN_OUT } from './prop-values';
import { canBeExposed, exposed, plainService, servesWorkload } from './service-draft';
import { withSharedEndpoints } from './shared-endpoints';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { decisionsOf } from './unknown-servers';
import { Identity, identityOf, whyNoConstruct } from './workload-class';
import { WorkloadDraft } from './workload-draft';
import { listOf, ManifestObject, Service, Workload } from '../../manifest';
import { ChartFile, ConstStatement, name, Statement } from '../code';

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
    const others = this.context.system.objects.filter(object => !this.written.has(object)).map(object => plainObject(object, this.draft));
    const secrets = this.draft.secrets.statements();
    this.context.covered.push(...this.written);
    const { constants, statements } = withSharedEndpoints([...this.draft.configStatements(), { kind: 'blank' }, ...own, ...others], this.draft.variables);
    return {
      className: className(id),
      id,
      namespace,
      constants: [],
      statements: [...secrets, ...constants, ...this.endpoints, ...statements],
    };
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
    for (const policy of this.policies('Egress')) {
      const selected = this.workloads.filter(draft => draft.workload.namespace === policy.namespace && sameLabels(draft.identity, labelsOf(policy.get('spec', 'podSelector'))));
      if (selected.length === 0 || this.selectsOthers(policy)) continue;
      const derived = selected.flatMap(({ derivedEgress }) => derivedEgress);
      if (derived.length === 0) continue;
      const unknown = this.context.unknownNeeds(policy.namespace, selected[0].identity);
      const plan = egressPlan(policy, { derived, unknownPorts: new Set(unknown.map(({ port }) => port)) }, this.context);
      if (!plan) continue;
      this.written.add(policy);
      this.context.derivePolicy(policy);
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
    if (scaler) {
      this.written.add(scaler);
      after.push(autoscaler(scaler, draft, this.draft));
    }
    const governing = this.governing.get(draft);
    const plan = { egress, ingressPolicyName, autoscaled: scaler !== undefined, service: governing, sharesPodsWith };
    return [...governing?.statements ?? [], ...draft.statements(plan, after)];
  }

  /** Writes the Services of a workload and who is admitted to it; gives the name of the policy that `exposeHttp` renders. */
  private expose(draft: WorkloadDraft, after: Statement[]): string | undefined {
    const services = draft.workload.finite ? [] : this.context.system.objects.flatMap(object => {
      const service = object.kind === 'Service' && !this.written.has(object) && !this.context.isRaw(object) ? this.context.set.service(object.namespace, object.name) : undefined;
      return service?.object === object && servesWorkload(service, draft) ? [service] : [];
    });
    const policy = this.policies('Ingress').find(one => !this.written.has(one) && one.namespace === draft.workload.namespace
      && sameLabels(draft.identity, labelsOf(one.get('spec', 'podSelector'))));
    const rules = policy && admittedRules(policy);
    let policyName: string | undefined;
    for (const service of services) {
      this.writeService(service);
      const namespaces = rules && services.length === 1 && canBeExposed(service, draft) ? namespacesAdmitted(rules, service) : undefined;
      if (namespaces) {
        after.push(exposed(service, draft, namespaces));
        this.written.add(policy!);
        this.context.derivePolicy(policy!);
        policyName = policy!.name;
      } else {
        after.push({ kind: 'expression', value: plainService(service, name(draft.variable), this.draft), comments: commentsOf(service.object, []) });
      }
    }
    if (policy && rules && !this.written.has(policy)) {
      this.written.add(policy);
      after.push(ingressPolicy(policy, rules, draft, this.draft));
    }
    return policyName;
  }

  private writeService({ object }: Service): void {
    this.written.add(object);
    if (object.get('spec', 'type') === undefined) this.context.because(object, 'spec.type', { why: WRITTEN_OUT });
    if (object.get('status') !== undefined) this.context.because(object, 'status', { why: STATUS });
  }

  /** The policies of one direction alone that constructs may replace. */
  private policies(direction: 'Egress' | 'Ingress'): ManifestObject[] {
    return this.context.system.objects.filter(object => object.kind === 'NetworkPolicy' && object.apiVersion === 'networking.k8s.io/v1' && !this.context.isRaw(object)
      && listOf(object.get('spec', 'policyTypes')).join() === direction
      && (direction === 'Egress' || object.get('spec', 'egress') === undefined) && (direction === 'Ingress' || object.get('spec', 'ingress') === undefined));
  }

  /** The autoscaler of a workload that cdk8s-plus can say. */
  private scalerOf(draft: WorkloadDraft): ManifestObject | undefined {
    const scalers = this.context.system.objects.filter(object => !this.context.isRaw(object) && scales(object, draft));
    return scalers.length === 1 ? scalers[0] : undefined;
  }
}

function overlap(a: WorkloadDraft, b: WorkloadDraft): boolean {
  if (a.workload.namespace !== b.workload.namespace) return false;
  if (a.workload.finite && b.workload.finite && sameLabels(a.identity, b.identity)) return false;
  return carries(b.workload.podLabels, a.identity) || carries(a.workload.podLabels, b.identity);
}

function carries(labels: Identity, selector: Identity): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

function sameLabels(a: Identity, b: Identity | undefined): boolean {
  return b !== undefined && carries(a, b) && carries(b, a);
}
