import { readRule, ruleExpression } from './policy-rules';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { fieldExpression } from './with-comments';
import { WorkloadDraft } from './workload-draft';
import { EgressPeer, EgressRule } from '../../address';
import { listOf, ManifestObject, Service } from '../../manifest';
import { array, call, imported, instance, literal, name, object, Statement } from '../code';

/** The rules of an ingress policy in the form of the library; undefined where it cannot say one. */
export function admittedRules(policy: ManifestObject): readonly EgressRule[] | undefined {
  const rules = listOf(policy.get('spec', 'ingress')).map(value => readRule(value, 'from', policy.namespace || undefined));
  if (rules.length === 0 || rules.some(read => !read || read.everyPeer || read.rule.peers.some(({ cidr }) => cidr !== undefined))) return undefined;
  return rules.map(read => read!.rule);
}

/** The namespaces beside its own that a policy admits to all ports of a Service; undefined where `exposeHttp` would admit others. */
export function namespacesAdmitted(rules: readonly EgressRule[], service: Service): readonly string[] | undefined {
  const targets = [...new Set(service.ports.map(({ targetPort }) => targetPort))].sort().join();
  const fits = rules.every(({ peers, ports }) => peers.every(isNamespace)
    && ports.every(({ protocol }) => protocol === undefined) && [...new Set(ports.map(({ port }) => port))].sort().join() === targets);
  const namespaces = rules.flatMap(({ peers }) => peers.map(({ namespace }) => namespace!));
  return fits && namespaces.includes(service.namespace) ? [...new Set(namespaces)].filter(one => one !== service.namespace) : undefined;
}

/** `new IngressPolicy(this, 'ingress-policy', { … })`. */
export function ingressPolicy(policy: ManifestObject, rules: readonly EgressRule[], { variable }: WorkloadDraft, draft: SystemDraft): Statement {
  const id = draft.ids.take('ingress-policy', policy.name, `${policy.name}-policy`);
  const props = object({
    name: literal(policy.name),
    labels: policy.get('metadata', 'labels') === undefined ? undefined : fieldExpression(policy, ['metadata', 'labels']),
    annotations: policy.get('metadata', 'annotations') === undefined ? undefined : fieldExpression(policy, ['metadata', 'annotations']),
    selects: call(imported('cdk8s-petrosa', 'PodSelection'), 'workload', name(variable)),
    admits: array(rules.map(ruleExpression)),
  });
  return { kind: 'expression', value: instance(imported('cdk8s-petrosa', 'IngressPolicy'), name('this'), literal(id), props), comments: commentsOf(policy, []) };
}

function isNamespace({ namespace, podLabels }: EgressPeer): boolean {
  return namespace !== undefined && podLabels === undefined;
}
