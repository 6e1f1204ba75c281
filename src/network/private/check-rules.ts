import { parseCIDR } from 'ipaddr.js';
import { checkedNamespace } from './namespace-name';
import { PolicyRule } from './rules';
import { EgressPeer } from '../../address/endpoint';
import { checkedCidr } from '../../address/private/cidr';
import { checkedLabels } from '../../address/private/labels';
import { checkedPort } from '../../address/private/port';

/** @throws if Kubernetes would refuse the rule, or would read it as every peer or every port */
export function checkRule({ peers, ports }: PolicyRule): void {
  if (peers.length === 0) throw new Error('a rule without peers means every peer; name at least one');
  if (ports.length === 0) throw new Error('a rule without ports means every port; name at least one');
  ports.forEach(({ port }) => checkedPort('port', port));
  peers.forEach(checkPeer);
}

function checkPeer({ namespace, podLabels, cidr, except = [] }: EgressPeer): void {
  if (cidr === undefined) {
    if (except.length > 0) throw new Error('a peer has exceptions but no range; give its cidr');
    if (namespace !== undefined) checkedNamespace(namespace);
    if (podLabels !== undefined) checkedLabels(podLabels);
    return;
  }
  if (namespace !== undefined || podLabels !== undefined) {
    throw new Error(`a peer is both the range ${cidr} and pods of the cluster; make two peers of it`);
  }
  checkedCidr(cidr);
  const outside = except.find(range => !isStrictlyInside(checkedCidr(range), cidr));
  if (outside !== undefined) throw new Error(`${outside} is excepted from ${cidr}; except only smaller ranges inside it`);
}

function isStrictlyInside(inner: string, outer: string): boolean {
  const [address, bits] = parseCIDR(inner);
  const [network, outerBits] = parseCIDR(outer);
  return address.kind() === network.kind() && bits > outerBits && address.match(network, outerBits);
}
