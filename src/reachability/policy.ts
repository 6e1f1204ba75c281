import { FieldPath, Json, listOf, ManifestObject, objectOf, Place } from '../manifest';
import { parsePeer, Peer } from './peer';
import { parsePortRule, PortRule } from './port-rule';
import { Selector } from './selector';
import { Direction } from './verdict';

/** An entry of `egress` or `ingress`. */
export interface PolicyRule {
  readonly policy: Policy;
  readonly direction: Direction;
  readonly index: number;

  /** Undefined for every peer, be it in the cluster or not. */
  readonly peers?: readonly Peer[];

  /** Undefined for every port and protocol. */
  readonly ports?: readonly PortRule[];
}

/** A NetworkPolicy, read once. What the API server would refuse admits nothing. */
export interface Policy {
  readonly object: ManifestObject;
  readonly name: string;
  readonly namespace: string;

  /** Which pods it isolates. */
  readonly pods: Selector;

  /** In which directions it isolates them. */
  readonly directions: ReadonlySet<Direction>;
  readonly egress: readonly PolicyRule[];
  readonly ingress: readonly PolicyRule[];
}

const GROUPS = ['networking.k8s.io', 'extensions'];

/** Reads a NetworkPolicy of a namespace; undefined for one in a group that has none. */
export function readPolicy(object: ManifestObject, namespace: string): Policy | undefined {
  if (!GROUPS.includes(object.group)) return undefined;
  const podSelector = object.get('spec', 'podSelector');
  const rules = { egress: [] as PolicyRule[], ingress: [] as PolicyRule[] };
  const policy: Policy = {
    object,
    name: object.name,
    namespace,
    pods: podSelector === undefined || podSelector === null ? Selector.EVERYTHING : Selector.parse(podSelector),
    directions: directionsOf(object),
    ...rules,
  };
  for (const direction of ['egress', 'ingress'] as const) {
    listOf(object.get('spec', direction)).forEach((value, index) => rules[direction].push(readRule(policy, direction, index, value)));
  }
  return policy;
}

/** The field where a rule stands. */
export function placeOfRule({ policy, direction, index }: PolicyRule): Place {
  return policy.object.at('spec', direction, index);
}

/** The rules of a policy in a direction. */
export function rulesOf(policy: Policy, direction: Direction): readonly PolicyRule[] {
  return policy[direction];
}

/** The field of `from` or `to` in a rule, or of one of its entries. */
export function peerPath({ direction, index }: PolicyRule, ...more: FieldPath): FieldPath {
  return ['spec', direction, index, direction === 'egress' ? 'to' : 'from', ...more];
}

function readRule(policy: Policy, direction: Direction, index: number, value: Json): PolicyRule {
  const rule = value === null ? {} : objectOf(value);
  if (!rule) return { policy, direction, index, peers: [{ type: 'nothing' }] };
  return {
    policy,
    direction,
    index,
    peers: entriesOf(direction === 'egress' ? rule.to : rule.from, parsePeer, { type: 'nothing' }),
    ports: entriesOf(rule.ports, parsePortRule, { type: 'nothing' }),
  };
}

/** Missing and empty are the same: no limit. */
function entriesOf<T>(value: Json | undefined, parse: (entry: Json) => T, refused: T): readonly T[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return [refused];
  return value.length === 0 ? undefined : value.map(parse);
}

function directionsOf(object: ManifestObject): ReadonlySet<Direction> {
  const types = listOf(object.get('spec', 'policyTypes'));
  if (types.length === 0) return new Set(listOf(object.get('spec', 'egress')).length > 0 ? ['ingress', 'egress'] : ['ingress']);
  return new Set((['egress', 'ingress'] as const).filter(direction => types.includes(direction === 'egress' ? 'Egress' : 'Ingress')));
}
