import { Policy, PolicyRule } from '../../../reachability/policy';
import { PortRule, Protocol } from '../../../reachability/port-rule';

/** The port of an entry that is about one port. */
export function onePort(entry: PortRule): number | undefined {
  return entry.type === 'range' && entry.first === entry.last ? entry.first : undefined;
}

/** Whether a rule admits a port by its number; names are not resolved. */
export function admitsPort({ ports }: PolicyRule, protocol: Protocol, port: number): boolean {
  if (!ports) return true;
  return ports.some(entry => entry.type !== 'nothing' && entry.protocol === protocol &&
    (entry.type === 'every' || entry.type === 'range' && entry.first <= port && port <= entry.last));
}

/** Whether a rule has every peer: it names none, or all addresses of IPv4 or IPv6 without exception. */
export function hasEveryPeer({ peers }: PolicyRule): boolean {
  return !peers || peers.some(peer => peer.type === 'addresses' && peer.except.length === 0 && /\/0+$/.test(peer.cidr));
}

/** A policy as messages name it. */
export function titleOfPolicy({ name }: Policy): string {
  return `NetworkPolicy ${name}`;
}
