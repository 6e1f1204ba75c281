import * as fc from 'fast-check';
import { describeOnCluster, PROBE_IMAGE } from './support/cluster';
import { apply, get, kubectl, until } from './support/kubectl';
import { Network } from '../../src/reachability';
import { decide } from '../../src/reachability/decide';
import { networkOfObjects, workload } from '../reachability/support/network';
import { Manifest, randomCluster } from '../reachability/support/random-cluster';

const NAMESPACES = ['alpha', 'beta', 'gamma'];
const PORTS = [80, 81, 8080];
const PROTOCOLS = ['TCP', 'UDP'] as const;
const SEED = 20240131;
const ROUNDS = 12;

/** One flow between pods, by the names of their Deployments. */
const flow = (from: string, to: string, protocol: string, port: number): string => `${from} => ${to} ${protocol} ${port}`;

const sample = fc.sample(randomCluster, { seed: SEED, numRuns: ROUNDS });
const policiesOf = (objects: readonly Manifest[]): Manifest[] => objects.filter(({ kind }) => kind === 'NetworkPolicy');

/** As many pods as a sample has at most, in the network of the cluster. */
const DEPLOYMENTS: Manifest[] = sample.map(objects => objects.filter(({ kind }) => kind === 'Deployment'))
  .sort((a, b) => b.length - a.length)[0]
  .map(({ metadata, spec: { template } }) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      selector: { matchLabels: { ...template.metadata.labels, only: metadata.name } },
      template: {
        metadata: { labels: { ...template.metadata.labels, only: metadata.name } },
        spec: {
          terminationGracePeriodSeconds: 0,
          containers: [{
            name: 'main',
            image: PROBE_IMAGE,
            args: ['serve', ...PORTS.map(String)],
            ports: distinctPorts(template.spec.containers[0].ports),
            env: [{ name: 'PROBE_TIMEOUT', value: '1s' }],
          }],
        },
      },
    },
  }));

/** Kubernetes refuses a name or a port that is given twice. */
function distinctPorts(ports: readonly Manifest[] = []): Manifest[] {
  return ports.filter((port, i) => !ports.slice(0, i).some(({ name, containerPort }) => (name ?? '') === port.name || containerPort === port.containerPort));
}

/** Those policies of a round that the API server takes. */
async function accepted(policies: readonly Manifest[]): Promise<Manifest[]> {
  const taken = await Promise.all(policies.map(policy => apply([policy]).then(() => [policy], () => [])));
  return taken.flat();
}

/** Twice, since an answer may be late on a busy machine. */
const ASK = 'ask() { probe "$@" > /dev/null 2>&1 || probe "$@" > /dev/null 2>&1; }';

/** What pods really reach. */
async function observed(addresses: ReadonlyMap<string, string>): Promise<Map<string, boolean>> {
  const seen = new Map<string, boolean>();
  await Promise.all(DEPLOYMENTS.map(async ({ metadata: { name, namespace } }) => {
    const targets = [...addresses].filter(([other]) => other !== name);
    const script = targets.flatMap(([other, address]) => PROTOCOLS.flatMap(protocol => PORTS.map(port =>
      `(ask ${protocol.toLowerCase()} ${address}:${port}; echo "$? ${flow(name, other, protocol, port)}") &`))).join('\n');
    const out = await kubectl(['exec', '-n', namespace, `deployment/${name}`, '--', 'sh', '-c', `${ASK}\n${script}\nwait`]);
    for (const line of out.trim().split('\n')) seen.set(line.slice(line.indexOf(' ') + 1), line.startsWith('0 '));
  }));
  return seen;
}

/** What the engine says of the same flows; undefined where it does not know. */
function judged(objects: readonly Manifest[]): Map<string, boolean | undefined> {
  const network = networkOfObjects(objects);
  const names = DEPLOYMENTS.map(({ metadata }) => metadata.name as string);
  return new Map(names.flatMap(from => names.filter(to => to !== from).flatMap(to => PROTOCOLS.flatMap(protocol => PORTS.map(port =>
    [flow(from, to, protocol, port), admits(network, from, to, protocol, port)] as const)))));
}

function admits(network: Network, from: string, to: string, protocol: 'TCP' | 'UDP', port: number): boolean | undefined {
  const [source, target] = [from, to].map(name => network.podsOf(workload(network, name)));
  const verdicts = [
    decide({ direction: 'egress', subject: source, other: { type: 'pods', pods: target }, protocol, port }, network.policySet.of(source, 'egress')).verdict,
    decide({ direction: 'ingress', subject: target, other: { type: 'pods', pods: source }, protocol, port }, network.policySet.of(target, 'ingress')).verdict,
  ];
  if (verdicts.includes('blocked')) return false;
  return verdicts.includes('unknown') ? undefined : true;
}

/** Where the pods are, once all of them run. */
async function addressesOf(): Promise<Map<string, string>> {
  const pods = await until('the start of the pods', async () => {
    const all = await Promise.all(NAMESPACES.map(namespace => get('pods', '-n', namespace)));
    const ready = all.flatMap(({ items }) => items).filter(({ status }: any) => status.containerStatuses?.[0].ready);
    return ready.length === DEPLOYMENTS.length ? ready : undefined;
  });
  return new Map(pods.map(({ metadata, status }: any) => [metadata.labels.only, status.podIP]));
}

describeOnCluster('the verdicts of the engine', { namespaces: NAMESPACES, image: 'probe' }, () => {
  let addresses: Map<string, string>;
  let namespaces: Manifest[];
  const verdicts: (boolean | undefined)[] = [];
  beforeAll(async () => {
    await apply(DEPLOYMENTS);
    addresses = await addressesOf();
    namespaces = (await get('namespaces')).items;
  });

  test.each(sample.map((objects, i) => [i, policiesOf(objects)] as const))('are those of the cluster under the policies of round %i', async (_, policies) => {
    const taken = await accepted(policies);
    const seen = await observed(addresses);
    await Promise.all(NAMESPACES.map(namespace => kubectl(['delete', 'networkpolicies', '--all', '-n', namespace])));
    const said = judged([...namespaces, ...DEPLOYMENTS, ...taken]);
    verdicts.push(...said.values());
    const known = [...said].filter(([, verdict]) => verdict !== undefined);
    expect(Object.fromEntries(known.map(([name]) => [name, seen.get(name)]))).toEqual(Object.fromEntries(known));
  });

  test('are given for all flows, and are of both kinds', () => {
    const shareOf = (verdict?: boolean): number => verdicts.filter(each => each === verdict).length / verdicts.length;
    expect([shareOf(undefined), shareOf(true) > 0.1, shareOf(false) > 0.1]).toEqual([0, true, true]);
  });
});
