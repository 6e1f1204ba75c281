import { ManifestSet, Place } from '../../../manifest';
import { Network } from '../../../reachability';
import { completeLabels } from '../../../reachability/label-set';
import { Selector } from '../../../reachability/selector';
import { Correction } from '../../correction';
import { isListedNamespace } from '../../facts/private/known-namespaces';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { briefly } from '../private/briefly';
import { isElsewhere } from '../private/elsewhere';
import { LabelIndex } from '../private/label-index';
import { NAMESPACE_NAME_LABEL, namedNamespace } from '../private/named-namespace';
import { namespaceNeeded } from '../private/namespace-needed';
import { ownerDecides } from '../private/owner-decides';
import { PeerAt, peersOf, placeKey } from '../private/peer-at';
import { PolicyView } from '../private/policy-view';
import { NATS_PORTS } from '../private/protected-ports';
import { admitsPort, titleOfPolicy } from '../private/rule-ports';
import { selectByName } from '../private/select-by-name';
import { endpointOf, observe, policyOf, StoppedNeeds, stoppedNeeds } from '../private/stopped-needs';

export const namespaceLabel = rule({
  code: 'NET304',
  title: 'a policy selects a namespace by a label that nothing guarantees',
  severity: 'error',
  reads: ['set', 'needs', 'answer', 'network'],
  why: 'Kubernetes sets one label on each namespace, `kubernetes.io/metadata.name`. A rule that selects by any other one admits nobody until somebody sets it by hand, on each cluster anew.',
  repair: 'Select by `kubernetes.io/metadata.name`, or keep the Namespace with its labels beside the policy.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-namespace-by-its-name',
  checklist: 6,
  *check(facts) {
    const stopped = new Map<string, StoppedNeeds[]>();
    const elsewhere = isElsewhere(facts.network);
    for (const one of stoppedNeeds(facts, ['dns', 'egress', 'ingress'], (link, need) => link.reason === 'namespace-label' && !elsewhere(link, need))) {
      const key = placeKey(one.at);
      stopped.set(key, [...stopped.get(key) ?? [], one]);
    }
    const reported = new Set(stoppedNeeds(facts, ['egress'], elsewhere).map(({ at }) => placeKey(at)));
    const known = new KnownNamespaces(facts.set);
    for (const policy of PolicyView.of(facts.network).policies) {
      for (const at of peersOf(policy).filter(({ place }) => !reported.has(placeKey(place)))) {
        const needs = stopped.get(placeKey(at.place));
        stopped.delete(placeKey(at.place));
        yield* needs ? [ofNeeds(needs, facts.network)] : ofPeer(at, known);
      }
    }
    for (const needs of stopped.values()) yield ofNeeds(needs, facts.network);
  },
});

function ofNeeds(stopped: readonly StoppedNeeds[], network: Network): Observation {
  const first = stopped.find(({ link }) => link.verdict === 'blocked') ?? stopped[0];
  const { link } = first;
  const what = link.kind === 'dns' ? 'the DNS' : briefly([...new Set(stopped.flatMap(({ needs }) => needs.map(endpointOf)))]);
  const verb = link.verdict === 'blocked' ? 'blocks' : 'may block';
  return {
    ...observe({ ...first, needs: stopped.flatMap(({ needs }) => needs) }, `${policyOf(first)} ${verb} ${what}`),
    severity: link.verdict === 'blocked' ? undefined : 'warning',
    correct: () => correctionOfNeeds(stopped, network),
  };
}

function correctionOfNeeds(stopped: readonly StoppedNeeds[], network: Network): Correction {
  const [{ link, at }] = stopped;
  const { object } = link.place!;
  const needed = new Set(stopped.flatMap(one => one.needs.map(need => namespaceNeeded(one.link, need, network))));
  if (object.origin !== 'files') return ownerDecides(object, `select namespace ${[...needed].join(' and ')} by ${NAMESPACE_NAME_LABEL}`);
  const edits = selectByName(at, namespace => needed.size === 1 && needed.has(namespace));
  return edits ? { edits } : { decide: `select namespace ${[...needed].join(' or ')} by ${NAMESPACE_NAME_LABEL} in NetworkPolicy ${object.name}, or give it the label` };
}

/** A peer whose namespaces nobody is known to have labelled so, though no need shows it. */
function* ofPeer({ peer, rule: one, place }: PeerAt, known: KnownNamespaces): Generator<Observation> {
  if (peer.type !== 'pods' || !peer.namespaces || !peer.namespaces.valid || known.mayHave(peer.namespaces)) return;
  const named = namedNamespace(peer.namespaces);
  const exists = named !== undefined && known.names.has(named);
  const label = `${titleOfPolicy(one.policy)} selects namespaces by ${peer.namespaces}`;
  yield {
    at: place,
    severity: exists ? undefined : 'warning',
    message: exists ? `${label}, and namespace ${named} does not have that label` : known.complete ? `${label}, and no namespace has that label`
      : `${label}, a label that somebody has to set by hand`,
    concerns: NATS_PORTS.some(port => admitsPort(one, 'TCP', port)) ? ['NATS'] : [],
    correct: () => correctionOfPeer(place, peer.namespaces!, known),
    fix: `select by ${NAMESPACE_NAME_LABEL}${named ? `: ${exists || !known.complete ? named : 'and the name of a namespace that exists'}` : ''}`,
  };
}

function correctionOfPeer(place: Place, namespaces: Selector, { set }: KnownNamespaces): Correction {
  const edits = selectByName(place, namespace => set.presence('Namespace', '', namespace) === 'present' || isListedNamespace(namespace, set));
  return edits ? { edits } : { decide: `say which namespaces ${namespaces} means: select them by ${NAMESPACE_NAME_LABEL}, or give them the label` };
}

/** The labels of one namespace. Namespaces stand in no namespace. */
interface NamespaceLabels {
  readonly namespace: '';
  readonly labels: Readonly<Record<string, string>>;
}

/** The namespaces whose labels are known. */
class KnownNamespaces {
  readonly names: ReadonlySet<string>;

  /** Whether these are all there are. */
  readonly complete: boolean;
  private readonly labels: readonly NamespaceLabels[];
  private readonly byLabel: LabelIndex<NamespaceLabels>;
  private readonly answers = new Map<string, boolean>();

  constructor(readonly set: ManifestSet) {
    this.names = new Set(set.ofKind('Namespace').map(({ name }) => name));
    this.complete = set.presence('Namespace', '', '') === 'absent';
    this.labels = [...this.names].map(name => ({ namespace: '', labels: set.namespaceLabels(name) }));
    this.byLabel = new LabelIndex(this.labels, ({ labels }) => labels);
  }

  /** Whether a namespace has the labels, or one that is not known may have them without it being a bad habit. */
  mayHave(namespaces: Selector): boolean {
    const key = `${namespaces}`;
    const answer = this.answers.get(key) ?? this.decide(namespaces);
    this.answers.set(key, answer);
    return answer;
  }

  private decide(namespaces: Selector): boolean {
    const keys = namespaces.requirements.filter(({ operator }) => operator === 'In' || operator === 'Exists').map(({ key }) => key);
    if (keys.every(key => key === NAMESPACE_NAME_LABEL)) return true;
    const demand = namespaces.requirements.find(({ operator }) => operator === 'In');
    const candidates = demand ? this.byLabel.meeting('', demand) : this.labels;
    if (candidates.some(({ labels }) => namespaces.match(completeLabels(labels)) === 'yes')) return true;
    if (this.complete) return false;
    return namedNamespace(namespaces) === undefined;
  }
}
