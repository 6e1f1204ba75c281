import { endpointOf } from './egress-plan';
import { admittedRules } from './ingress-draft';
import { directionsOf, isForNames, labelsOf, readRule, ruleExpression, whyUnsaid } from './policy-rules';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { writtenNamespace } from './systems';
import { fieldExpression, propsWithComments, withAllComments } from './with-comments';
import { Identity } from './workload-class';
import { FieldPath, listOf, ManifestObject } from '../../manifest';
import { Direction } from '../../reachability';
import { array, call, Expression, imported, instance, literal, name, object, Statement } from '../code';

/** A construct of the library for a policy: its class, and the props beside those that all policies have. */
interface PolicyConstruct {
  readonly of: string;
  readonly props: Readonly<Record<string, Expression | undefined>>;
}

/**
 * `new IngressPolicy(…)`, `new EgressPolicy(…)` or `new DefaultDenyPolicy(…)` for a policy of the input; a text says why none of them stands for it.
 * @param workload  the variable of a workload that has the pods
 */
export function policyStatement(policy: ManifestObject, draft: SystemDraft, workload?: string): Statement | string {
  const directions = directionsOf(policy);
  const labels = labelsOf(policy.get('spec', 'podSelector'));
  if (policy.apiVersion !== 'networking.k8s.io/v1') return `the library has no construct for ${policy.apiVersion} NetworkPolicy`;
  if (!labels) return 'no construct can say which pods it selects';
  const isDenial = directions.every(direction => listOf(policy.get('spec', direction)).length === 0);
  if (isDenial && Object.keys(labels).length > 0) return 'it lets nothing through, and constructs for single pods have to let something through';
  if (!isDenial && directions.length > 1) return 'it limits both directions, and a construct limits one';
  const selects = workload === undefined ? selection(labels) : call(imported('cdk8s-petrosa', 'PodSelection'), 'workload', name(workload));
  const made = isDenial ? denial(directions) : directions[0] === 'egress' ? egressPolicy(policy, selects) : ingressPolicy(policy, selects);
  return typeof made === 'string' ? made : statement(policy, made, draft, workload !== undefined);
}

function selection(labels: Identity): Expression {
  const isAll = Object.keys(labels).length === 0;
  return call(imported('cdk8s-petrosa', 'PodSelection'), isAll ? 'namespace' : 'labels', ...isAll ? [] : [literal({ ...labels })]);
}

function denial(directions: readonly Direction[]): PolicyConstruct {
  const left = (['egress', 'ingress'] as const).filter(direction => !directions.includes(direction));
  return { of: 'DefaultDenyPolicy', props: Object.fromEntries(left.map(direction => [direction, literal(false)])) };
}

function ingressPolicy(policy: ManifestObject, selects: Expression): PolicyConstruct | string {
  const rules = admittedRules(policy);
  if (typeof rules === 'number') return whyUnsaid(policy, 'ingress', rules);
  const items = rules.map((rule, i) => withAllComments(policy, ['spec', 'ingress', i], { value: ruleExpression(rule) }));
  return { of: 'IngressPolicy', props: { selects, admits: { kind: 'array', items } } };
}

function egressPolicy(policy: ManifestObject, selects: Expression): PolicyConstruct | string {
  const values = listOf(policy.get('spec', 'egress'));
  const rules = values.flatMap((value, index) => isForNames(value) ? [] : { read: readRule(value, 'to', policy.namespace || undefined), index });
  const unsaid = rules.find(({ read }) => !read || read.everyPeer);
  if (unsaid) return whyUnsaid(policy, 'egress', unsaid.index);
  const kept = rules.map(({ read, index }) => ({ read: read!, index }));
  return { of: 'EgressPolicy', props: { selects, endpoints: array([endpointOf(policy, kept, kept.length < values.length)]) } };
}

function statement(policy: ManifestObject, { of, props }: PolicyConstruct, draft: SystemDraft, isOfWorkload: boolean): Statement {
  const namespace = isOfWorkload ? undefined : draft.context.namedNamespace(writtenNamespace(policy));
  const given = (field: string) => policy.get('metadata', field) === undefined ? undefined : fieldExpression(policy, ['metadata', field]);
  const written = object({
    name: literal(policy.name),
    namespace: namespace === undefined ? undefined : literal(namespace),
    labels: given('labels'),
    annotations: given('annotations'),
    ...props,
  });
  const entries = propsWithComments(policy, FIELD_OF_PROP, written.entries);
  const made = instance(imported('cdk8s-petrosa', of), name('this'), literal(idOf(policy, of, draft)), { ...written, entries });
  return { kind: 'expression', value: made, comments: commentsOf(policy, []) };
}

/** Short where the system has one policy of the kind. */
function idOf(policy: ManifestObject, of: string, { context, ids }: SystemDraft): string {
  const text = (one: ManifestObject) => directionsOf(one).join();
  const alike = context.system.objects.filter(({ kind }) => kind === 'NetworkPolicy').filter(one => text(one) === text(policy));
  const short = of.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  return ids.take(...alike.length === 1 ? [short] : [], policy.name, `${policy.name}-policy`);
}

/** The fields whose comments props have. */
const FIELD_OF_PROP: ReadonlyMap<string, FieldPath> = new Map([
  ...['name', 'labels', 'annotations'].map((field): [string, FieldPath] => [field, ['metadata', field]]),
  ['selects', ['spec', 'podSelector']],
  ['admits', ['spec', 'ingress']],
  ['endpoints', ['spec', 'egress']],
]);
