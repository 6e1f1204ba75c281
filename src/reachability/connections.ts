import { ManifestSet } from '../manifest';
import { Admission, AdmissionTable } from './admission';
import { Connection, ConnectionEnd } from './connection';
import { cutRanges } from './cut-ranges';
import { PodGroup, podGroupsOf, UNNAMED } from './pod-group';
import { PolicySet } from './policy-set';
import { PortSet } from './port-set';

/**
 * All connections that policies allow between workloads, and between workloads and addresses. There is no third verdict here: an ipBlock
 * matches no pods, labels that no manifest shows are not there, and hostNetwork is not looked at.
 */
export function connectionsOf(set: ManifestSet, deniedByOption: readonly string[]): Connection[] {
  const groups = podGroupsOf(set);
  const policies = PolicySet.read(set, deniedByOption, UNNAMED);
  const ranges = cutRanges(policies.policies);
  const table = new AdmissionTable(groups, ranges, policies);
  const connections = new ConnectionMap();
  connectGroups(groups, table, connections);
  for (const group of groups) {
    connectAddresses(group, table.of(group, 'egress'), (pods, range, ports) => connections.add(pods, range, ports));
    connectAddresses(group, table.of(group, 'ingress'), (pods, range, ports) => connections.add(range, pods, ports));
  }
  return connections.list();

  function connectAddresses(group: PodGroup, admission: Admission, add: (pods: ConnectionEnd, range: ConnectionEnd, ports: PortSet) => void): void {
    ranges.forEach((range, i) => {
      const ports = admission.limited ? admission.addresses[i] : PortSet.ALL;
      if (ports.isEmpty) return;
      for (const title of group.titles) add({ type: 'workload', title }, { type: 'addresses', range }, ports);
    });
  }
}

/** Looks only at pairs that at least one side admits by a rule, or that nobody limits. */
function connectGroups(groups: readonly PodGroup[], table: AdmissionTable, connections: ConnectionMap): void {
  const admissions = groups.map(group => ({ group, egress: table.of(group, 'egress'), ingress: table.of(group, 'ingress') }));
  const open = admissions.filter(({ egress }) => !egress.limited);
  for (const { group, egress } of admissions) {
    if (!egress.limited) continue;
    for (const [index, ports] of egress.groups) {
      const { ingress } = admissions[index];
      connections.addGroups(group, groups[index], ingress.limited ? ports.intersection(ingress.groups.get(group.index) ?? PortSet.NONE) : ports);
    }
  }
  for (const { group, ingress } of admissions) {
    if (!ingress.limited) {
      for (const source of open) connections.addGroups(source.group, group, PortSet.ALL);
      continue;
    }
    for (const [index, ports] of ingress.groups) {
      if (!admissions[index].egress.limited) connections.addGroups(groups[index], group, ports);
    }
  }
}

/** Connections by their ends; a workload whose pods differ has what any of them has. */
class ConnectionMap {
  private readonly byFrom = new Map<string, Map<string, Connection>>();

  addGroups(from: PodGroup, to: PodGroup, ports: PortSet): void {
    if (ports.isEmpty) return;
    for (const source of from.titles) {
      for (const target of to.titles) {
        if (source !== target) this.add({ type: 'workload', title: source }, { type: 'workload', title: target }, ports);
      }
    }
  }

  add(from: ConnectionEnd, to: ConnectionEnd, ports: PortSet): void {
    const key = keyOf(from);
    let byTo = this.byFrom.get(key);
    if (!byTo) this.byFrom.set(key, byTo = new Map());
    const known = byTo.get(keyOf(to));
    byTo.set(keyOf(to), known ? { from, to, ports: known.ports.union(ports) } : { from, to, ports });
  }

  list(): Connection[] {
    return [...this.byFrom.values()].flatMap(byTo => [...byTo.values()]);
  }
}

function keyOf(end: ConnectionEnd): string {
  return end.type === 'workload' ? end.title : `${end.range.family}:${end.range.first}`;
}
