import { GroupIndex } from './group-index';
import { IpRange } from './ip';
import { Peer } from './peer';
import { PodGroup } from './pod-group';
import { PolicyRule, rulesOf } from './policy';
import { PolicySet } from './policy-set';
import { PortRule } from './port-rule';
import { PortSet } from './port-set';
import { Direction } from './verdict';

/** What the policies of one direction admit of a group of pods. */
export type Admission =
  | { readonly limited: false }
  /** By index of the other group, and by index of the range of addresses. */
  | { readonly limited: true; readonly groups: ReadonlyMap<number, PortSet>; readonly addresses: readonly PortSet[] };

const OPEN: Admission = { limited: false };

/** What policies admit of each group, computed once for groups that the same policies select. */
export class AdmissionTable {
  private readonly index: GroupIndex;
  private readonly known = new Map<string, Admission>();
  private readonly policyNumbers: ReadonlyMap<unknown, number>;

  constructor(private readonly groups: readonly PodGroup[], private readonly ranges: readonly IpRange[], private readonly policies: PolicySet) {
    this.index = new GroupIndex(groups);
    this.policyNumbers = new Map(policies.policies.map((policy, i) => [policy, i]));
  }

  of(group: PodGroup, direction: Direction): Admission {
    const { certain, deniedByOption } = this.policies.of(group, direction);
    if (certain.length === 0 && !deniedByOption) return OPEN;
    const served = direction === 'ingress' ? JSON.stringify(group.ports) : '';
    const key = `${direction} ${certain.map(policy => this.policyNumbers.get(policy)).join(' ')} ${served}`;
    let admission = this.known.get(key);
    if (!admission) this.known.set(key, admission = this.compute(certain.flatMap(policy => rulesOf(policy, direction)), group));
    return admission;
  }

  private compute(rules: readonly PolicyRule[], subject: PodGroup): Admission {
    const groups = new Map<number, PortSet>();
    const addresses = this.ranges.map(() => PortSet.NONE);
    for (const rule of rules) {
      const portsOf = (destination: PodGroup | undefined): PortSet => portSetOf(rule.ports, destination?.ports ?? []);
      const portsAtSubject = rule.direction === 'ingress' ? portsOf(subject) : undefined;
      for (const other of this.othersOf(rule)) {
        const ports = portsAtSubject ?? portsOf(other);
        if (!ports.isEmpty) groups.set(other.index, (groups.get(other.index) ?? PortSet.NONE).union(ports));
      }
      const portsAtAddresses = portsAtSubject ?? portsOf(undefined);
      this.ranges.forEach((range, i) => {
        if (admitsRange(rule.peers, range)) addresses[i] = addresses[i].union(portsAtAddresses);
      });
    }
    return { limited: true, groups, addresses };
  }

  private othersOf({ peers, policy }: PolicyRule): Iterable<PodGroup> {
    if (!peers) return this.groups;
    return new Set(peers.flatMap(peer => peer.type === 'pods' ? this.index.selectedBy(peer, policy.namespace) : []));
  }
}

function admitsRange(peers: readonly Peer[] | undefined, range: IpRange): boolean {
  return !peers || peers.some(peer => peer.type === 'addresses'
    && peer.ranges.some(({ family, first, last }) => family === range.family && first <= range.first && range.last <= last));
}

/** The ports that a rule admits at pods that serve these ports. */
function portSetOf(ports: readonly PortRule[] | undefined, served: PodGroup['ports']): PortSet {
  return ports ? ports.map(rule => setOf(rule, served)).reduce((sum, one) => sum.union(one), PortSet.NONE) : PortSet.ALL;
}

function setOf(rule: PortRule, served: PodGroup['ports']): PortSet {
  switch (rule.type) {
    case 'nothing': return PortSet.NONE;
    case 'every': return PortSet.every(rule.protocol);
    case 'range': return PortSet.of(rule.protocol, rule.first, rule.last);
    case 'name': return served
      .filter(({ name, protocol }) => name === rule.name && protocol === rule.protocol)
      .reduce((sum, { port }) => sum.union(PortSet.of(rule.protocol, port, port)), PortSet.NONE);
  }
}
