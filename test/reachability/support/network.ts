import { ManifestSet, Place, readText, Workload } from '../../../src/manifest';
import { Answer, Destination, Network, NetworkOptions } from '../../../src/reachability';

/** What surrounds the manifests of a test. */
export interface Around extends NetworkOptions {
  /** Manifests of the cluster's state. */
  readonly state?: string;
  readonly closedWorld?: boolean;
}

/** The network of manifests in YAML. */
export function networkOf(text: string, { state, closedWorld, ...options }: Around = {}): Network {
  const { documents: files } = readText('files.yaml', text);
  return Network.of(new ManifestSet({ files, closedWorld, state: state === undefined ? undefined : readText('state.yaml', state).documents }), options);
}

const networks = new Map<string, Network>();

/** The network of manifests as values: one for equal ones, since properties of one seed try the same clusters. */
export function networkOfObjects(objects: readonly unknown[], options: NetworkOptions = {}): Network {
  const key = JSON.stringify([objects, options]);
  const known = networks.get(key) ?? networkOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }), options);
  networks.set(key, known);
  return known;
}

/** The workload of a name, the last one where files and state have it. */
export function workload({ set }: Network, name: string): Workload {
  const found = set.workloads.find(one => one.name === name);
  if (!found) throw new Error(`no workload ${name}`);
  return found;
}

/** The answer for `host:port`, or for `:port` of a host that is not known. */
export function answer(network: Network, from: string, to: string, protocol?: string): Answer {
  const [, host, port] = /^(.*):(\d+)$/.exec(to)!;
  const destination: Destination = { host: host || undefined, port: Number(port), protocol };
  return network.answer(workload(network, from), destination);
}

/** `verdict reason` of the link that decides. */
export function deciding(network: Network, from: string, to: string, protocol?: string): string {
  const { kind, verdict, reason } = answer(network, from, to, protocol).deciding;
  return `${verdict} at ${kind}: ${reason}`;
}

/** `Kind/name path` of a place. */
export function shownPlace(place: Place | undefined): string | undefined {
  return place && `${place.object.kind}/${place.object.name} ${place.path.join('.')}`;
}

/** What differs between the pods of tests. */
export interface PodParts {
  /** @default - `app` and the name of the workload */
  readonly labels?: Readonly<Record<string, string>>;

  /** In YAML. */
  readonly podSpec?: string;
}

const PLAIN_POD = '{ containers: [{ name: main, image: main }] }';

/** A Deployment, in YAML. */
export function deployment(name: string, namespace: string, { labels = { app: name }, podSpec = PLAIN_POD }: PodParts = {}): string {
  return `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  template:
    metadata: { labels: ${JSON.stringify(labels)} }
    spec: ${podSpec}
`;
}

/** A Service with one port and a selector, in YAML. */
export function service(name: string, namespace: string, spec: string): string {
  return `
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`;
}

/** A NetworkPolicy, in YAML. */
export function policy(name: string, namespace: string, spec: string): string {
  return `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`;
}

/** A Namespace, in YAML. */
export function namespaceObject(name: string, labels: Readonly<Record<string, string>> = {}): string {
  return `
---
apiVersion: v1
kind: Namespace
metadata: { name: ${name}, labels: ${JSON.stringify(labels)} }
`;
}

/** A policy that denies a namespace both directions. */
export function denyAll(in_: string): string {
  return policy('deny-all', in_, '{ podSelector: {}, policyTypes: [Ingress, Egress] }');
}
