import * as fc from 'fast-check';
import { Naive, NaiveEnd } from './support/naive';
import { networkOfObjects, workload } from './support/network';
import { ADDRESSES, Manifest, podsThatMayBeBehind, PROBES, randomCluster } from './support/random-cluster';
import { Connection, contains, Direction, Ip, Network, parseIp, PortSet, Protocol } from '../../src/reachability';
import { decide } from '../../src/reachability/decide';

const PARSED = ADDRESSES.map(address => [address, parseIp(address)!] as const);

function workloadsOf(objects: readonly Manifest[]): Manifest[] {
  return objects.filter(({ kind }) => kind === 'Deployment');
}

function pairsOf(objects: readonly Manifest[]): [Manifest, Manifest][] {
  return workloadsOf(objects).flatMap(from => workloadsOf(objects).filter(to => to !== from).map((to): [Manifest, Manifest] => [from, to]));
}

const verdictOf = (allowed: boolean | undefined): string => allowed === undefined ? 'unknown' : allowed ? 'allowed' : 'blocked';
const titleOf = ({ kind, metadata }: Manifest): string => `${metadata.namespace}/${metadata.name}[${kind}]`;

/** The questions that we and the naive evaluator answer differently. */
class Comparison {
  private readonly differences: string[] = [];

  add(question: () => string, ours: string, naive: string): void {
    if (ours !== naive) this.differences.push(`${question()}: ${ours}, but ${naive} naively`);
  }

  assert(): void {
    expect(this.differences).toEqual([]);
  }
}

describe('against a naive evaluator of the same manifests', () => {
  test('policies of each direction give the same verdict for every pair of workloads', () => {
    fc.assert(fc.property(randomCluster, (objects) => {
      const network = networkOfObjects(objects);
      const naive = new Naive(objects, 'three-valued');
      const comparison = new Comparison();
      for (const [from, to] of pairsOf(objects)) {
        const [source, destination] = [from, to].map(({ metadata }) => network.podsOf(workload(network, metadata.name)));
        const [ours, theirs] = [{ workload: from }, { workload: to }];
        for (const { protocol, port } of PROBES) {
          const question = (direction: Direction) => () => `${direction} ${titleOf(from)} => ${titleOf(to)} ${protocol} ${port}`;
          const egress = { direction: 'egress', subject: source, other: { type: 'pods', pods: destination }, protocol, port } as const;
          const ingress = { direction: 'ingress', subject: destination, other: { type: 'pods', pods: source }, protocol, port } as const;
          comparison.add(question('egress'), decide(egress, network.policySet.of(source, 'egress')).verdict,
            verdictOf(naive.direction('Egress', ours, theirs, protocol, port, theirs)));
          comparison.add(question('ingress'), decide(ingress, network.policySet.of(destination, 'ingress')).verdict,
            verdictOf(naive.direction('Ingress', theirs, ours, protocol, port, theirs)));
        }
      }
      comparison.assert();
    }));
  });

  test('pods that no manifest shows are judged so that it holds whatever their labels and ports are', () => {
    fc.assert(fc.property(randomCluster, (objects) => {
      const network = networkOfObjects(objects);
      const naive = new Naive(objects, 'three-valued');
      const wrong: string[] = [];
      for (const service of objects.filter(({ kind }) => kind === 'Service')) {
        const behind = network.podsBehind(network.set.service(service.metadata.namespace, service.metadata.name)!);
        const candidates = podsThatMayBeBehind(service);
        for (const from of workloadsOf(objects)) {
          const source = network.podsOf(workload(network, from.metadata.name));
          for (const { protocol, port } of PROBES.filter(({ port: number }) => number === 80 || number === 81)) {
            const question = () => `${titleOf(from)} ${service.metadata.name} ${protocol} ${port}`;
            const egress = decide({ direction: 'egress', subject: source, other: { type: 'pods', pods: behind }, protocol, port }, network.policySet.of(source, 'egress')).verdict;
            const ingress = decide({ direction: 'ingress', subject: behind, other: { type: 'pods', pods: source }, protocol, port }, network.policySet.of(behind, 'ingress')).verdict;
            for (const to of candidates) {
              const [ours, theirs] = [{ workload: from }, { workload: to }];
              const expected = { egress: verdictOf(naive.direction('Egress', ours, theirs, protocol, port, theirs)), ingress: verdictOf(naive.direction('Ingress', theirs, ours, protocol, port, theirs)) };
              if (egress !== 'unknown' && egress !== expected.egress) wrong.push(`egress ${question()} ${egress}, but ${expected.egress} for ${JSON.stringify(to.spec)}`);
              if (ingress !== 'unknown' && ingress !== expected.ingress) wrong.push(`ingress ${question()} ${ingress}, but ${expected.ingress} for ${JSON.stringify(to.spec)}`);
            }
          }
        }
      }
      expect(wrong).toEqual([]);
    }));
  });

  test('a public address is admitted alike', () => {
    const to = { address: '8.8.8.8' };
    const other = { type: 'address', ip: parseIp(to.address)!, outside: true } as const;
    fc.assert(fc.property(randomCluster, (objects) => {
      const network = networkOfObjects(objects);
      const naive = new Naive(objects, 'three-valued');
      const comparison = new Comparison();
      for (const from of workloadsOf(objects)) {
        const subject = network.podsOf(workload(network, from.metadata.name));
        for (const { protocol, port } of PROBES) {
          const { verdict } = decide({ direction: 'egress', subject, other, protocol, port }, network.policySet.of(subject, 'egress'));
          comparison.add(() => `${titleOf(from)} ${protocol} ${port}`, verdict, verdictOf(naive.direction('Egress', { workload: from }, to, protocol, port, to)));
        }
      }
      comparison.assert();
    }));
  });

  test('connections between workloads are those of all pairs', () => {
    fc.assert(fc.property(randomCluster, (objects) => {
      const ports = portsByEnds(networkOfObjects(objects));
      const naive = new Naive(objects, 'connections');
      const comparison = new Comparison();
      for (const [from, to] of pairsOf(objects)) {
        const ends = `${titleOf(from)} => ${titleOf(to)}`;
        for (const { protocol, port } of PROBES) {
          const listed = ports.get(ends)?.has(protocol, port) ?? false;
          comparison.add(() => `${ends} ${protocol} ${port}`, verdictOf(listed), verdictOf(naive.allows({ workload: from }, { workload: to }, protocol, port)));
        }
      }
      comparison.assert();
    }));
  });

  test('connections with addresses are those of each address', () => {
    fc.assert(fc.property(randomCluster, (objects) => {
      const connections = networkOfObjects(objects).connections();
      const naive = new Naive(objects, 'connections');
      const comparison = new Comparison();
      for (const object of workloadsOf(objects)) {
        for (const [address, ip] of PARSED) {
          const [pods, outside]: NaiveEnd[] = [{ workload: object }, { address }];
          for (const { protocol, port } of PROBES) {
            comparison.add(() => `${titleOf(object)} => ${address} ${protocol} ${port}`,
              verdictOf(hasPort(connections, object, ip, 'egress', protocol, port)), verdictOf(naive.allows(pods, outside, protocol, port)));
            comparison.add(() => `${address} => ${titleOf(object)} ${protocol} ${port}`,
              verdictOf(hasPort(connections, object, ip, 'ingress', protocol, port)), verdictOf(naive.allows(outside, pods, protocol, port)));
          }
        }
      }
      comparison.assert();
    }));
  });
});

function hasPort(
  connections: readonly Connection[], object: Manifest, ip: Ip, direction: Direction, protocol: Protocol, port: number,
): boolean {
  return connections.some(({ from, to, ports }) => {
    const [pods, range] = direction === 'egress' ? [from, to] : [to, from];
    return pods.type === 'workload' && pods.title === titleOf(object) && range.type === 'addresses' && contains(range.range, ip)
      && ports.has(protocol, port);
  });
}

function portsByEnds(network: Network): Map<string, PortSet> {
  return new Map(network.connections().flatMap(({ from, to, ports }) =>
    from.type === 'workload' && to.type === 'workload' ? [[`${from.title} => ${to.title}`, ports] as const] : []));
}
