import { seconds } from './seconds';
import { ManifestSet, readText } from '../src/manifest';
import { Network } from '../src/reachability';
import { Naive } from '../test/reachability/support/naive';
import { Manifest } from '../test/reachability/support/random-cluster';

const SMALL = 200;
const LARGE = 2000;
const WORKLOADS_PER_NAMESPACE = 50;

/** Workloads that the naive evaluator is asked about; it would take minutes for all. */
const SAMPLE = 20;
const RUNS = 5;

/** The aim for the large cluster, in seconds of CPU. */
const AIM = 2;

/** Workloads with a Service and a policy each: egress to DNS, NATS and the next workload, ingress from the one before. One hub admits them all. */
function cluster(size: number): Manifest[] {
  const objects: Manifest[] = [
    hubDeployment('kube-system', 'coredns', { 'k8s-app': 'kube-dns' }), hubService('kube-system', 'kube-dns', { 'k8s-app': 'kube-dns' }, 53, 'UDP'),
    hubDeployment('nats', 'nats', { app: 'nats' }), hubService('nats', 'nats', { app: 'nats' }, 4222, 'TCP'),
    policyOf('nats', 'nats', { app: 'nats' }, [], Array.from({ length: size }, (_, i) => peer(i))),
  ];
  for (let i = 0; i < size; i++) {
    const [labels, namespace] = [labelsOf(i), namespaceOf(i)];
    const name = `app-${i}`;
    objects.push(hubDeployment(namespace, name, labels), hubService(namespace, name, labels, 80, 'TCP', 8080));
    const egress = [
      { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }], ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }] },
      { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'nats' } } }], ports: [{ port: 4222 }] },
      { to: [peer((i + 1) % size)], ports: [{ port: 8080 }] },
    ];
    objects.push(policyOf(namespace, name, labels, egress, [peer((i + size - 1) % size)]));
  }
  return objects;
}

function labelsOf(i: number): Manifest {
  return { 'app': `app-${i}`, 'app.kubernetes.io/part-of': 'platform' };
}

function namespaceOf(i: number): string {
  return `team-${Math.floor(i / WORKLOADS_PER_NAMESPACE)}`;
}

function peer(i: number): Manifest {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespaceOf(i) } }, podSelector: { matchLabels: labelsOf(i) } };
}

function hubDeployment(namespace: string, name: string, labels: Manifest): Manifest {
  return {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace, name }, spec: { template: { metadata: { labels }, spec: { containers: [{ name, image: name }] } } },
  };
}

function hubService(namespace: string, name: string, selector: Manifest, port: number, protocol: string, targetPort = port): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata: { namespace, name }, spec: { selector, ports: [{ port, targetPort, protocol }] } };
}

function policyOf(namespace: string, name: string, matchLabels: Manifest, egress: Manifest[], from: Manifest[]): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace, name },
    spec: { podSelector: { matchLabels }, policyTypes: egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'], egress, ingress: [{ from }] },
  };
}

/** Seconds of CPU, median of the runs. */
function median(run: () => void, runs = RUNS): number {
  const times = Array.from({ length: runs }, () => seconds(run));
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

/** Every workload to every endpoint that it names. */
function ask(set: ManifestSet, size: number): void {
  const network = Network.of(set);
  let allowed = 0;
  for (let i = 0; i < size; i++) {
    const from = set.workload(set.find('Deployment', namespaceOf(i), `app-${i}`)!)!;
    const next = (i + 1) % size;
    for (const [host, port] of [['nats.nats.svc.cluster.local', 4222], [`app-${next}.${namespaceOf(next)}`, 80]] as const) {
      if (network.answer(from, { host, port }).verdict === 'allowed') allowed++;
    }
  }
  if (allowed !== 2 * size) throw new Error(`only ${allowed} of ${2 * size} are allowed`);
}

/** The same of some workloads, by a look at every policy. */
function askNaively(objects: readonly Manifest[], count: number): void {
  const naive = new Naive(objects, 'three-valued');
  const deployments = objects.filter(({ kind }) => kind === 'Deployment');
  const [dns, nats, ...apps] = deployments;
  for (let i = 0; i < count; i++) {
    const [from, to] = [apps[i], apps[(i + 1) % apps.length]];
    naive.allows({ workload: from }, { workload: dns }, 'UDP', 53);
    naive.allows({ workload: from }, { workload: nats }, 'TCP', 4222);
    naive.allows({ workload: from }, { workload: to }, 'TCP', 8080);
  }
}

const times = [SMALL, LARGE].map((size) => {
  const objects = cluster(size);
  const set = new ManifestSet({ files: readText('cluster.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects })).documents });
  const answers = median(() => ask(set, size));
  const connections = median(() => { Network.of(set).connections(); });
  const naive = median(() => askNaively(objects, SAMPLE), 1) / SAMPLE * size;
  console.log(`${size} workloads and policies: answers ${answers.toFixed(3)} s, connections ${connections.toFixed(3)} s, naive evaluator ${naive.toFixed(2)} s (from ${SAMPLE} workloads)`);
  return { answers, connections, naive };
});
const [small, large] = times;
console.log(`${LARGE / SMALL} times the size costs ${(large.answers / small.answers).toFixed(1)} times (naive ${(large.naive / small.naive).toFixed(0)} times)`);
console.log(`ratio to the naive evaluator: ${(large.answers / large.naive).toFixed(4)}; answers for ${LARGE}: ${large.answers.toFixed(3)} s (aim: at most ${AIM})`);
