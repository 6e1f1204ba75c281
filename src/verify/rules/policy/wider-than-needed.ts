import { Direction } from '../../../reachability';
import { placeOfRule, Policy, PolicyRule } from '../../../reachability/policy';
import { Facts } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { narrowToServer } from '../private/narrow-to-server';
import { PolicyView } from '../private/policy-view';
import { concernsOfPorts, NATS_PORTS, protectedPort } from '../private/protected-ports';
import { hasEveryPeer, onePort, titleOfPolicy } from '../private/rule-ports';

export const widerThanNeeded = rule({
  code: 'NET314',
  title: 'a NetworkPolicy opens the port of NATS or of a database, or every port, to every address',
  severity: 'warning',
  reads: ['network', 'needs'],
  why: 'A rule without peers, or for `0.0.0.0/0`, lets a program that somebody took over reach every server that listens on the port, in each namespace and outside the cluster. '
    + 'It also hides which server is meant, so nobody notices when the program talks to the wrong one.',
  repair: 'Select the namespace of the server by `kubernetes.io/metadata.name`, and its pods by their labels. For a server outside the cluster, '
    + 'name its range, or `0.0.0.0/0` except the private ranges.',
  source: '§10',
  checklist: 6,
  *check({ network, needs }) {
    const view = PolicyView.of(network);
    const clients = new Set(needs.filter(({ what }) => what === 'NATS').map(({ workload }) => workload));
    for (const policy of view.policies.filter(one => !view.isOrphan(one))) {
      const open = policy.directions.has('egress') ? policy.egress.find(one => !one.ports && hasEveryPeer(one)) : undefined;
      if (open && view.workloadsOf(policy).some(workload => clients.has(workload))) {
        yield {
          at: placeOfRule(open),
          severity: 'advice',
          message: `${titleOfPolicy(policy)} admits egress to every address on every port, so it limits nothing`,
          fix: 'write a rule for each server that the pods need, and one for DNS',
          concerns: ['NATS'],
        };
      }
      for (const direction of ['egress', 'ingress'] as const) {
        if (!policy.directions.has(direction)) continue;
        const wide = policy[direction].filter(hasEveryPeer);
        yield* ofPorts(policy, direction, wide, isOfNats, { needs, network });
        yield* ofPorts(policy, direction, wide, port => !isOfNats(port), { needs, network });
      }
    }
  },
});

function isOfNats(port: number): boolean {
  return NATS_PORTS.includes(port);
}

/** The rules among wide ones that open protected ports of one sort, as one finding: who narrows them asks one person. */
function* ofPorts(
  policy: Policy, direction: Direction, wide: readonly PolicyRule[], isOfSort: (port: number) => boolean, facts: Pick<Facts, 'needs' | 'network'>,
): Generator<Observation> {
  const open = wide.map(one => ({ rule: one, ports: protectedPorts(one).filter(isOfSort) })).filter(({ ports }) => ports.length > 0);
  if (open.length === 0) return;
  const [first, ...others] = open;
  const ports = [...new Set(open.flatMap(one => one.ports))];
  const isForServer = direction === 'egress' && ports.some(isOfNats);
  yield {
    at: placeOfRule(first.rule),
    message: `${titleOfPolicy(policy)} admits ${direction} ${direction === 'egress' ? 'to' : 'from'} every address on TCP ${ports.map(nameOfPort).join(', ')}`,
    fix: direction === 'egress' ? 'select the namespace and pods of the server, or the range of one outside the cluster' : 'select the pods and namespaces of the clients',
    correct: isForServer ? () => narrowToServer(policy, open.map(one => one.rule), facts) : undefined,
    concerns: concernsOfPorts(ports),
    related: others.map(other => ({ at: placeOfRule(other.rule), message: `the same for TCP ${other.ports.map(nameOfPort).join(', ')}` })),
  };
}

/** A protected port with whose it is. */
function nameOfPort(port: number): string {
  return `${port} (${protectedPort(port)})`;
}

/** The protected ports that a rule names one by one. */
function protectedPorts({ ports = [] }: PolicyRule): number[] {
  return ports.flatMap((entry) => {
    const port = onePort(entry);
    return port !== undefined && protectedPort(port) && entry.type === 'range' && entry.protocol === 'TCP' ? [port] : [];
  });
}
