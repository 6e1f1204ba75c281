import { EndpointPods, endpointPods } from './endpoint-pods';
import { peerOf } from './policy-entries';
import { PolicyView } from './policy-view';
import { NATS_PORTS } from './protected-ports';
import { admitsPort, hasEveryPeer, onePort } from './rule-ports';
import { decideUnknownPods } from './unknown-pods';
import { writesPeer } from './writes-peer';
import { Edit } from '../../../edit';
import { listOf } from '../../../manifest';
import { placeOfRule, Policy, PolicyRule } from '../../../reachability/policy';
import { Correction } from '../../correction';
import { Facts, Need } from '../../facts/facts';

/** The server in the place of every address, in rules for the port of NATS of a policy whose workloads all mean the same one. */
export function narrowToServer(policy: Policy, rules: readonly PolicyRule[], facts: Pick<Facts, 'needs' | 'network'>): Correction {
  const unknown = decideUnknownPods(policy, facts.network.set);
  if (unknown) return unknown;
  const server = serverMeant(policy, facts);
  if (!server || !rules.every(one => isForServer(one, server))) {
    return { decide: `select in NetworkPolicy ${policy.name} the namespace and pods of the NATS server that its pods need: the manifests do not show a single one` };
  }
  const isWritten = policy.egress.some(one => one.ports && writesPeer(one, server.pods) && server.ports.every(port => admitsPort(one, 'TCP', port)));
  return { edits: rules.map((one, i) => isWritten || i > 0 ? { kind: 'remove', at: placeOfRule(one) } : narrowed(one, server)) };
}

/** The server that the workloads of a policy need; undefined where one of them, or its server, is not known. */
function serverMeant(policy: Policy, { needs, network }: Pick<Facts, 'needs' | 'network'>): EndpointPods | undefined {
  const workloads = new Set(PolicyView.of(network).workloadsOf(policy));
  if ([...workloads].some(({ object }) => object.origin !== 'files')) return undefined;
  const isNats = ({ what, port }: Need): boolean => what === 'NATS' || NATS_PORTS.includes(port);
  const servers = needs.filter(need => workloads.has(need.workload) && isNats(need)).map(need => endpointPods(need, network));
  const [server] = servers;
  return servers.every(other => JSON.stringify(other) === JSON.stringify(server)) ? server : undefined;
}

/** Whether a rule is for nothing but ports of the server, and limits no address. */
function isForServer(rule: PolicyRule, { ports }: EndpointPods): boolean {
  return rule.ports!.every(entry => ports.includes(onePort(entry) ?? NaN))
    && (rule.peers ?? []).every(peer => hasEveryPeer({ ...rule, peers: [peer] }));
}

function narrowed({ policy: { object, namespace }, index }: PolicyRule, { pods }: EndpointPods): Edit {
  const at = object.at('spec', 'egress', index, 'to');
  const peer = peerOf(pods, namespace);
  const written = object.get(...at.path);
  if (listOf(written).length === 1) return { kind: 'replace', at: { object, path: [...at.path, 0] }, value: peer };
  return { kind: written === undefined ? 'insert' : 'replace', at, value: [peer] };
}
