import { ManifestObject, ManifestSet } from '../manifest';
import { Link } from './answer';
import { Decision } from './decide';
import { titleOf } from './phrases';

/** Policies of these kinds and groups decide beside NetworkPolicies. */
const KINDS: ReadonlyMap<string, RegExp> = new Map(Object.entries({
  AdminNetworkPolicy: /^policy\.networking\.k8s\.io$/,
  BaselineAdminNetworkPolicy: /^policy\.networking\.k8s\.io$/,
  ClusterNetworkPolicy: /^policy\.networking\.k8s\.io$/,
  CiliumNetworkPolicy: /^cilium\.io$/,
  CiliumClusterwideNetworkPolicy: /^cilium\.io$/,
  NetworkPolicy: /(^|\.)projectcalico\.org$/,
  GlobalNetworkPolicy: /(^|\.)projectcalico\.org$/,
}));

/** The policies of a set that are not evaluated. */
export function unevaluatedPolicies(set: ManifestSet): ManifestObject[] {
  return set.all.filter(({ kind, group }) => KINDS.get(kind)?.test(group));
}

/** The link of a decision, unknown where a policy that is not evaluated may decide otherwise. */
export function withUnevaluated(link: Link, { decider, flow, selecting }: Decision, policies: readonly ManifestObject[]): Link {
  const isolated = selecting.certain.length > 0 || selecting.deniedByOption;
  const other = policies.find(({ kind, namespace }) => {
    if (namespace !== '' && namespace !== flow.subject.namespace) return false;
    // A baseline decides only where no NetworkPolicy selects the pods.
    return kind !== 'BaselineAdminNetworkPolicy' || !isolated;
  });
  if (!other || decider === 'host-network') return link;
  return {
    kind: link.kind,
    verdict: 'unknown',
    reason: 'admin-policy',
    place: other.at('spec'),
    fix: `read ${titleOf(other)} as well`,
    text: `${link.text}, but ${titleOf(other)} may decide otherwise and is not evaluated`,
  };
}
