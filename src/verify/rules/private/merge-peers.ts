import { dnsPods } from './dns-pods';
import { endpointPods } from './endpoint-pods';
import { PeerAt, placeKey } from './peer-at';
import { PolicyView } from './policy-view';
import { decideUnknownPods, knowsPods } from './unknown-pods';
import { Edit } from '../../../edit';
import { Link } from '../../../reachability';
import { completeLabels, LabelSet } from '../../../reachability/label-set';
import { peerPath, placeOfRule, PolicyRule } from '../../../reachability/policy';
import { Correction } from '../../correction';
import { Facts } from '../../facts/facts';

/** A namespace and pods that are two peers as one, where the pods of the namespace that are known to use the rule have these labels. */
export function mergePeers({ peer, rule, place }: PeerAt, facts: Pick<Facts, 'needs' | 'answer' | 'network'>): Correction {
  const { object, path } = place;
  const unknown = rule.direction === 'egress' ? decideUnknownPods(rule.policy, facts.network.set) : undefined;
  if (unknown) return unknown;
  const peers = rule.peers!;
  const whole = peers.findIndex(other => other.type === 'pods' && other.namespaces && other.pods.everything);
  const users = podsThrough(rule, facts);
  const isSure = peer.type === 'pods' && peers.length === 2 && users.length > 0 && (rule.direction === 'egress' || knowsPods(facts.network.set)) && users.every(labels => peer.pods.match(labels) === 'yes');
  const at = object.at(...peerPath(rule, whole, 'podSelector'));
  if (!isSure) return { decide: `write podSelector into the namespaceSelector beside it in NetworkPolicy ${object.name}, if it is to admit these pods alone, else remove it` };
  const value = object.get(...path, 'podSelector')!;
  const limit: Edit = { kind: object.get(...at.path) === undefined ? 'insert' : 'replace', at, value };
  return { edits: [limit, { kind: 'remove', at: place }] };
}

/** The labels of the pods at the other end of what a rule lets through, as far as it is known: needs, and the DNS of the pods. */
function podsThrough(rule: PolicyRule, { needs, answer, network }: Pick<Facts, 'needs' | 'answer' | 'network'>): LabelSet[] {
  const key = placeKey(placeOfRule(rule));
  const isThrough = ({ place, verdict }: Link): boolean => verdict === 'allowed' && place !== undefined && placeKey(place) === key;
  const asking = PolicyView.of(network).workloadsOf(rule.policy).filter(workload => isThrough(network.dns(workload)));
  return [
    ...asking.map(workload => completeLabels(dnsPods(workload, network)?.pods.labels ?? {})),
    ...needs.flatMap(need => answer(need).links.filter(link => link.kind !== 'dns' && isThrough(link)).map(({ kind }) =>
      completeLabels(kind === 'ingress' ? need.workload.podLabels : endpointPods(need, network)?.pods.labels ?? {}))),
  ];
}
