import { variablesOf } from '../workload/support';

const NOT_A_NAMESPACE_PEER = 'any pod';

/** The pod templates of all workloads, by the name of the workload. */
function templates(objects: any[]): Map<string, any> {
  const workloads = objects.map(({ metadata, spec = {} }) => [metadata.name, (spec.jobTemplate?.spec ?? spec).template]);
  return new Map(workloads.filter(([, template]) => template !== undefined) as [string, any][]);
}

/** The variables of the first container of a workload, as `NAME=source`. */
export function variables(objects: any[], workload: string): string[] {
  return variablesOf(templates(objects).get(workload).spec.containers[0]);
}

/** The variables of a name, over all workloads. */
export function variablesNamed(name: string): (objects: any[]) => string[] {
  return objects => [...templates(objects).keys()].flatMap(workload => variables(objects, workload)).filter(line => line.startsWith(`${name}=`));
}

/** What the policies let the pods reach, as `labels of the pods > peer port/protocol`; DNS goes without saying. */
export function egress(objects: any[]): string[] {
  return flows(objects, 'egress', 'to').filter(line => !line.includes('k8s-app=kube-dns'));
}

/** How the policies let the pods ask for names. */
export function dns(objects: any[]): string[] {
  return flows(objects, 'egress', 'to').filter(line => line.includes('k8s-app=kube-dns'));
}

/** Whom the policies admit to the pods, as `labels of the pods < peer port/protocol`. */
export function ingress(objects: any[]): string[] {
  return flows(objects, 'ingress', 'from');
}

function flows(objects: any[], direction: 'egress' | 'ingress', peers: 'to' | 'from'): string[] {
  return objects.filter(({ kind }) => kind === 'NetworkPolicy').flatMap(({ spec }) => (spec[direction] ?? []).flatMap((rule: any) =>
    rule[peers].flatMap((peer: any) => rule.ports.map(({ port, protocol }: any) =>
      `${labels(spec.podSelector)} ${direction === 'egress' ? '>' : '<'} ${peerName(peer)} ${port}/${protocol}`))));
}

function peerName({ namespaceSelector, podSelector, ipBlock }: any): string {
  if (ipBlock) return ipBlock.cidr;
  return [namespaceSelector, podSelector].filter(Boolean).map(labels).join(' ') || NOT_A_NAMESPACE_PEER;
}

function labels({ matchLabels = {} }: any): string {
  return Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`).join(',');
}

/** What refers to a workload, a Service or pods that are not among the objects, and how many references there are. */
export function references(objects: any[]): { count: number; dangling: string[] } {
  const pods = [...templates(objects).values()].map(({ metadata }) => metadata.labels);
  const selects = (selector: any) => pods.some(pod => Object.entries(selector).every(([key, value]) => pod[key] === value));
  const exists = (kind: string, name: string) => objects.some(object => object.kind === kind && object.metadata.name === name);
  const found = objects.flatMap(({ kind, metadata, spec }): [string, boolean][] => {
    const from = (to: string) => `${kind} ${metadata.name} > ${to}`;
    switch (kind) {
      case 'Service': return [[from('pods'), selects(spec.selector)]];
      case 'NetworkPolicy': return [[from('pods'), selects(spec.podSelector.matchLabels)]];
      case 'HorizontalPodAutoscaler': return [[from(spec.scaleTargetRef.name), exists(spec.scaleTargetRef.kind, spec.scaleTargetRef.name)]];
      case 'Ingress': return spec.rules.flatMap((rule: any) => rule.http.paths)
        .map(({ backend: { service } }: any) => [from(service.name), exists('Service', service.name)]);
      default: return [];
    }
  });
  return { count: found.length, dangling: found.filter(([, holds]) => !holds).map(([reference]) => reference) };
}
