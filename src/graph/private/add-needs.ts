import { EndpointNames } from './endpoint-names';
import { GraphParts } from './graph-parts';
import { AddressHolder, addressNode, hiddenNode, hostNode, isShowable, serviceNode, unreadableNode, unresolvedNode, workloadNode } from './nodes';
import { Answer, Resolution } from '../../reachability';
import { Facts, Need } from '../../verify';
import { GraphNode } from '../graph';

/** Adds what each linted workload needs to reach, with the verdict. */
export function addNeeds(facts: Facts, answers: ReadonlyMap<Need, Answer>, parts: GraphParts): void {
  const names = new EndpointNames(facts);
  for (const [need, { verdict, deciding }] of answers) {
    const { workload, what, port, protocol } = need;
    parts.edge({
      from: parts.node(workloadNode(workload)).id,
      to: parts.node(targetOf(need, facts)).id,
      kind: 'needs',
      what,
      port,
      protocol,
      names: names.of(need),
      verdict,
      decided: { by: deciding.kind, reason: deciding.reason },
      texts: isNamed(need) ? [deciding.text] : [],
    });
  }
}

/** The node that a need leads to. */
function targetOf(need: Need, facts: Facts): GraphNode {
  const { workload, host, what } = need;
  if (host === undefined) return hiddenNode(what, need.port, holderOf(need, facts));
  return resolvedNode(host, facts.network.resolve(host, workload), what, facts);
}

/** Whether the host of a need may stand in a text. */
function isNamed({ host }: Need): boolean {
  return host === undefined || isShowable(host);
}

/** The node that a host stands for, as it is resolved. */
export function resolvedNode(written: string, resolution: Resolution, what: string, { set, network }: Pick<Facts, 'set' | 'network'>): GraphNode {
  if (!isShowable(written)) return unreadableNode(what);
  const host = written.toLowerCase().replace(/\.$/, '');
  switch (resolution.type) {
    case 'service':
    case 'not-found':
    case 'other-servers': return serviceNode(resolution.service, set, what === 'NATS' ? 'nats' : 'service');
    case 'address': {
      const service = network.serviceWithAddress(resolution.ip);
      return service ? serviceNode(service, set, what === 'NATS' ? 'nats' : 'service') : addressNode(resolution.ip);
    }
    case 'host':
    case 'own-pod': return hostNode(host);
    case 'no-name':
    case 'ambiguous':
    case 'other-search':
    case 'other-zone': return unresolvedNode(host, what);
  }
}

/** Where the address stands that a need only names. */
function holderOf({ workload, name }: Need, { variables }: Facts): AddressHolder {
  const all = workload.containers.flatMap(container => variables(container));
  const { source, from } = all.find(one => one.name === name && one.value === undefined && one.from)!;
  return {
    kind: source === 'configMap' ? 'ConfigMap' : 'Secret',
    namespace: workload.namespace,
    ...from!,
  };
}
