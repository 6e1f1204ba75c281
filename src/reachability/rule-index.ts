import { End, Peer } from './peer';
import { CONTROLLER_KEYS } from './pods';
import { Policy, PolicyRule, rulesOf } from './policy';
import { RarestIndex } from './rarest-index';
import { Selector } from './selector';
import { Direction } from './verdict';

/** A rule with those of its peers that may admit the other end; undefined for every peer. */
export interface Candidate {
  readonly rule: PolicyRule;
  readonly peers?: readonly Peer[];
}

/** With fewer peers a look at each is faster. */
export const WORTH_AN_INDEX = 32;

/** The rules of some policies in a direction, found by the labels of the other end. */
export class RuleIndex {
  private readonly whole: readonly Candidate[];
  private readonly index?: RarestIndex<Entry>;

  constructor(policies: readonly Policy[], direction: Direction) {
    this.whole = policies.flatMap(policy => rulesOf(policy, direction)).map(rule => ({ rule, peers: rule.peers }));
    const entries = this.whole.flatMap(({ rule, peers = [undefined] }) => peers.map((peer): Entry => ({ rule, peer, selector: selectorOf(peer) })));
    if (entries.length >= WORTH_AN_INDEX) this.index = new RarestIndex(entries, ({ selector }) => selector, CONTROLLER_KEYS);
  }

  /** The rules that may admit the other end, each once. */
  candidates(other: End): readonly Candidate[] {
    if (!this.index || other.type !== 'pods' || other.pods.labels.unknown === 'all') return this.whole;
    const byRule = new Map<PolicyRule, Peer[] | undefined>();
    for (const { rule, peer } of this.index.candidates(other.pods.labels.labels)) {
      const peers = byRule.get(rule);
      if (peer && peers) peers.push(peer);
      else byRule.set(rule, peer && [peer]);
    }
    return [...byRule].map(([rule, peers]) => ({ rule, peers }));
  }
}

interface Entry {
  readonly rule: PolicyRule;
  readonly peer?: Peer;
  readonly selector: Selector;
}

/** What a peer demands of pods; everything where it does not go by their labels. */
function selectorOf(peer: Peer | undefined): Selector {
  return peer?.type === 'pods' ? peer.pods : Selector.EVERYTHING;
}
