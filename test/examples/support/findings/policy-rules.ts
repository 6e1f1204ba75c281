import { namespaceOf, ObjectSet, selects, Workload } from './object-set';
import { allowedFor, isAnywhere, isReachable, mayReach, Peer, PodPort } from './reach';
import { forEachWorkload, Rule, Scope, subjectWorkloads } from './rule';
import { destinationOf, podPortOf } from './service-address';
import { Direction } from '../../../../src/reachability';
import { Manifest } from '../../../support/manifests';

/** The policy selects the pods of a workload. */
export const netpolSelectsNoPods: Rule = ({ set, subject }) => set.named(subject)
  .filter(policy => !set.workloads().some(workload => isSelected(policy, workload)))
  .map(policy => `NetworkPolicy/${policy.metadata.name}: selects no pods`);

/** Where traffic is denied by default, a policy allows the workload some, and others its Services' ports. */
export const netpolMissingForWorkload: Rule = scope => forEachWorkload(subjectWorkloads(scope), (workload) => {
  const closed = scope.set.ofKind('Service').filter(service => scope.set.endpointsOf(service).some(({ object }) => object === workload.object))
    .flatMap(service => service.spec.ports.map((port: any) => podPortOf(service, port.port)))
    .filter(port => typeof port === 'number' && !isReachable(scope.set, workload, { port }));
  return [
    ...allowedFor(scope.set, workload, 'egress')?.length === 0 ? ['may reach nothing'] : [],
    ...closed.map(port => `nobody may reach its port ${port}`),
  ];
});

/** The pods that the policy selected may ask the cluster's DNS over UDP and over TCP. */
export const netpolDnsUdpOnly: Rule = scope => forEachWorkload(selectedWorkloads(scope), (workload) => {
  const dns: Peer = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };
  const missing = ['UDP', 'TCP'].filter(protocol => !mayReach(scope.set, workload, dns, { port: 53, protocol }));
  return missing.map(protocol => `may not ask DNS over ${protocol}`);
});

/** Namespaces are chosen by the one label that Kubernetes sets itself. */
export const netpolNamespaceLabelNotGuaranteed: Rule = scope => forEachWorkload(selectedWorkloads(scope), workload =>
  bothDirections(scope.set, workload).flatMap(({ peer }) => [
    ...Object.keys(peer?.namespaceSelector?.matchLabels ?? {}),
    ...(peer?.namespaceSelector?.matchExpressions ?? []).map(({ key }: any) => key),
  ]).filter(key => key !== 'kubernetes.io/metadata.name').map(key => `a rule chooses namespaces by ${key}`));

/** The pods that the policy selected may reach what a variable of theirs names: a Service's pods, or a host outside on a port. */
export const netpolEgressMissingPort = (variable: string, externalPort?: number): Rule => (scope) => {
  const users = selectedWorkloads(scope).filter(workload => scope.set.variables(workload).some(({ name }) => name === variable));
  return forEachWorkload(users, workload => scope.set.variables(workload).filter(({ name }) => name === variable).flatMap(({ value }) => {
    const target = value === undefined ? externalTarget(externalPort) : targetOf(scope.set, value, workload);
    if (!target) return [`${variable} leads to no known port`];
    return mayReach(scope.set, workload, target.peer, target) ? [] : [`may not reach ${variable} on port ${target.port}`];
  }));
};

/** No port but DNS and the web's is open to every address. */
export const netpolTooOpen: Rule = scope => forEachWorkload(selectedWorkloads(scope), workload =>
  openPorts(scope.set, workload).filter(port => ![53, 80, 443].includes(port as number)).map(port => `egress to every address on port ${port}`));

/** Egress to every address on the port on which the workload itself listens: meant for probes, which are no egress. */
export const netpolUselessRule: Rule = scope => forEachWorkload(selectedWorkloads(scope), (workload) => {
  const own = workload.podSpec.containers.flatMap((container: any) => (container.ports ?? []).map((port: any) => port.containerPort));
  return openPorts(scope.set, workload).filter(port => own.includes(port)).map(port => `egress to every address on its own port ${port}`);
});

/** The workloads that the named policies selected where the finding was made, as they are in the set. */
function selectedWorkloads({ set, original, subject }: Scope): Workload[] {
  const selected = original.workloads().filter(workload => original.named(subject).some(policy => isSelected(policy, workload)));
  return set.workloads(set.objects).filter(workload => selected.some(({ kind, name }) => kind === workload.kind && name === workload.name));
}

function isSelected(policy: Manifest, workload: Workload): boolean {
  return namespaceOf(policy) === workload.namespace && selects(policy.spec.podSelector, workload.podLabels);
}

function bothDirections(set: ObjectSet, workload: Workload) {
  return (['ingress', 'egress'] as Direction[]).flatMap(direction => allowedFor(set, workload, direction) ?? []);
}

function openPorts(set: ObjectSet, workload: Workload): (number | string)[] {
  const open = (allowedFor(set, workload, 'egress') ?? []).filter(({ peer }) => isAnywhere(peer));
  return [...new Set(open.map(({ port }) => port?.port ?? 'any'))];
}

function externalTarget(port: number | undefined): { peer: Peer } & PodPort | undefined {
  return port === undefined ? undefined : { peer: 'internet', port };
}

function targetOf(set: ObjectSet, url: string, workload: Workload): { peer: Peer } & PodPort | undefined {
  const destination = destinationOf(set, url, workload.namespace);
  if (destination.type === 'external') return { peer: 'internet', port: destination.port };
  if (destination.type === 'unknown service') return undefined;
  const port = podPortOf(destination.service, destination.port);
  const peer = { namespace: namespaceOf(destination.service), labels: destination.service.spec.selector ?? {} };
  return typeof port === 'number' ? { peer, port } : undefined;
}
