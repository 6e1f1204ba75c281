import { readRule } from './policy-rules';
import { EgressPeer, EgressRule } from '../../address';
import { listOf, ManifestObject, Service } from '../../manifest';

/** The rules of an ingress policy in the form of the library; the index of the first that it cannot say. */
export function admittedRules(policy: ManifestObject): readonly EgressRule[] | number {
  const rules = listOf(policy.get('spec', 'ingress')).map(value => readRule(value, 'from', policy.namespace || undefined));
  const unsaid = rules.findIndex(read => !read || read.everyPeer || read.rule.peers.some(({ cidr }) => cidr !== undefined));
  return unsaid < 0 ? rules.map(read => read!.rule) : unsaid;
}

/** The namespaces beside its own that a policy admits to all ports of a Service; undefined where `exposeHttp` would admit others. */
export function namespacesAdmitted(rules: readonly EgressRule[], service: Service): readonly string[] | undefined {
  const targets = [...new Set(service.ports.map(({ targetPort }) => targetPort))].sort().join();
  const fits = rules.length > 0 && rules.every(({ peers, ports }) => peers.every(isNamespace)
    && ports.every(({ protocol }) => protocol === undefined) && [...new Set(ports.map(({ port }) => port))].sort().join() === targets);
  const namespaces = rules.flatMap(({ peers }) => peers.map(({ namespace }) => namespace!));
  return fits && namespaces.includes(service.namespace) ? [...new Set(namespaces)].filter(one => one !== service.namespace) : undefined;
}

function isNamespace({ namespace, podLabels }: EgressPeer): boolean {
  return namespace !== undefined && podLabels === undefined;
}
