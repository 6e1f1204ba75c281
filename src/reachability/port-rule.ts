import { Json, objectOf, ContainerPort } from '../manifest';
import { Match } from './label-set';

/** The transport protocols of Services and policies. */
export const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;

/** Transport protocol. */
export type Protocol = typeof PROTOCOLS[number];

/** An entry of `ports` in a policy. */
export type PortRule =
  | { readonly type: 'every'; readonly protocol: Protocol }
  | { readonly type: 'range'; readonly protocol: Protocol; readonly first: number; readonly last: number }
  | { readonly type: 'name'; readonly protocol: Protocol; readonly name: string }
  /** What the API server would refuse. */
  | { readonly type: 'nothing' };

/** Ports of destination pods; undefined where they are not known. */
export type PodPorts = readonly ContainerPort[] | undefined;

const NOTHING: PortRule = { type: 'nothing' };

/** The protocol that a text names; TCP where there is none. */
export function parseProtocol(value: Json | undefined): Protocol | undefined {
  if (value === undefined || value === null) return 'TCP';
  return PROTOCOLS.find(protocol => protocol === value);
}

/** Reads an entry of `ports`. */
export function parsePortRule(value: Json): PortRule {
  const entry = value === null ? {} : objectOf(value);
  const protocol = parseProtocol(entry?.protocol);
  if (!entry || !protocol) return NOTHING;
  const { port, endPort } = entry;
  const hasEnd = endPort !== undefined && endPort !== null;
  if (port === undefined || port === null) return hasEnd ? NOTHING : { type: 'every', protocol };
  if (typeof port === 'string') return hasEnd || port === '' ? NOTHING : { type: 'name', protocol, name: port };
  const last = hasEnd ? endPort : port;
  return isPort(port) && isPort(last) && last >= port ? { type: 'range', protocol, first: port, last } : NOTHING;
}

/** Whether the rule admits a port, which may not be known, of pods that serve these ports. */
export function matchPort(rule: PortRule, protocol: Protocol, port: number | undefined, served: PodPorts): Match {
  switch (rule.type) {
    case 'nothing': return 'no';
    case 'every': return rule.protocol === protocol ? 'yes' : 'no';
    case 'range': return rule.protocol === protocol ? matchRange(rule.first, rule.last, port) : 'no';
    case 'name': return rule.protocol === protocol ? matchName(rule.name, protocol, port, served) : 'no';
  }
}

function matchRange(first: number, last: number, port: number | undefined): Match {
  if (port === undefined) return first === 1 && last === 65535 ? 'yes' : 'maybe';
  return first <= port && port <= last ? 'yes' : 'no';
}

function matchName(name: string, protocol: Protocol, port: number | undefined, served: PodPorts): Match {
  if (!served) return 'maybe';
  const named = served.filter(one => one.name === name && one.protocol === protocol);
  if (port === undefined) return named.length > 0 ? 'maybe' : 'no';
  return named.some(one => one.port === port) ? 'yes' : 'no';
}

function isPort(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535;
}
