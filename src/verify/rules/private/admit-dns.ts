import { dnsPods, DNS_PORT } from './dns-pods';
import { egressPolicies, openPolicies } from './egress-policies';
import { movePeer } from './move-peer';
import { NAMESPACE_NAME_LABEL } from './named-namespace';
import { DNS_NAMESPACE } from './namespace-needed';
import { addPort, addRule } from './policy-entries';
import { decideWithout } from './policy-meant';
import { onePort } from './rule-ports';
import { selectByName } from './select-by-name';
import { policyOf, StoppedNeeds, titleOfWorkload } from './stopped-needs';
import { Edit } from '../../../edit';
import { Place } from '../../../manifest';
import { Network } from '../../../reachability';
import { completeLabels } from '../../../reachability/label-set';
import { peerPath, Policy, PolicyRule } from '../../../reachability/policy';
import { Correction } from '../../correction';

/** What lets workloads through to the DNS that their policies stop. Each policy of a workload may do it, since DNS opens nothing else. */
export function admitDns(stopped: StoppedNeeds, network: Network): Correction {
  const { link: { place }, needs } = stopped;
  const edits = new Map<Policy, Edit[]>();
  for (const { workload } of needs) {
    const dns = dnsPods(workload, network);
    if (!dns || place?.path[1] === 'ingress') {
      return { decide: `admit ${titleOfWorkload(workload)} to the servers that it asks for names, UDP and TCP ${DNS_PORT}, in ${policyOf(stopped)}` };
    }
    const all = egressPolicies(workload, network);
    const open = openPolicies(all);
    const policy = open.find(({ object }) => object === place?.object) ?? open[0];
    if (!policy) return decideWithout(all, `admit UDP and TCP ${DNS_PORT} to the DNS in ${DNS_NAMESPACE}`);
    const mislabelled = policy.egress.find(rule => isMislabelled(rule, network));
    if (mislabelled) {
      return { decide: `select namespace ${DNS_NAMESPACE} by ${NAMESPACE_NAME_LABEL} first, in the rule for DNS of NetworkPolicy ${policy.name}, as NET304 does` };
    }
    edits.set(policy, repaired(policy, place) ?? [addRule(policy, 'egress', [dns.pods], dns.ports)]);
  }
  return { edits: [...edits.values()].flat() };
}

/** Whether a rule is for DNS and names its namespace by a label that this does not have: another correction repairs it first. */
function isMislabelled(rule: PolicyRule, { set }: Network): boolean {
  if (!rule.ports?.every(entry => onePort(entry) === DNS_PORT)) return false;
  const labels = completeLabels(set.namespaceLabels(DNS_NAMESPACE));
  return (rule.peers ?? []).some((peer, i) => peer.type === 'pods' && peer.namespaces && peer.namespaces.match(labels) !== 'yes'
    && selectByName(rule.policy.object.at(...peerPath(rule, i)), namespace => namespace === DNS_NAMESPACE) !== undefined);
}

/** The edits that make a rule admit DNS that is for nothing else and comes near. */
function repaired({ object, egress }: Policy, place: Place | undefined): Edit[] | undefined {
  const path = place?.object === object ? place.path : [];
  const rule = egress.find(({ index }) => index === path[2]);
  if (!rule?.ports?.every(entry => onePort(entry) === DNS_PORT)) return undefined;
  if (path.length === 3) return [addPort(object, 'egress', rule.index, rule.ports.length - 1, { protocol: 'UDP', port: DNS_PORT })];
  return rule.peers?.length === 1 ? movePeer(object.at(...path), DNS_NAMESPACE) : undefined;
}
