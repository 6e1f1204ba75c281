import { Workload } from '../manifest';
import { Link } from './answer';
import { Cluster } from './cluster';
import { decide, Decision, Flow } from './decide';
import { numberAt } from './endpoints-of-service';
import { parseIp } from './ip';
import { Match } from './label-set';
import { End } from './peer';
import { portOf } from './phrases';
import { Pods } from './pods';
import { policyLink } from './policy-link';
import { Protocol } from './port-rule';
import { isPublic } from './public-addresses';
import { SearchList, searchListOf } from './search-list';
import { withUnevaluated } from './unevaluated-policies';
import { worst } from './worst';

const DNS_PORT = 53;

/** The DNS of nearly all clusters, and of OpenShift, as those write policies who do not show it. */
const USUAL_DNS = [
  { namespace: 'kube-system', label: 'k8s-app', value: 'kube-dns', port: DNS_PORT },
  { namespace: 'kube-system', label: 'k8s-app', value: 'coredns', port: DNS_PORT },
  { namespace: 'openshift-dns', label: 'dns.operator.openshift.io/daemonset-dns', value: 'default', port: 5353 },
];

/** Whether policies let a workload ask for names. */
export function dnsLink(cluster: Cluster, from: Workload): Link {
  const udp = linkFor(cluster, from, 'UDP');
  if (udp.verdict !== 'allowed') return udp;
  const tcp = linkFor(cluster, from, 'TCP');
  if (tcp.verdict !== 'blocked') return udp;
  return { ...udp, text: `${udp.text}; TCP is closed, so that long answers fail`, fix: 'admit TCP 53 beside UDP 53', place: udp.place };
}

function linkFor(cluster: Cluster, from: Workload, protocol: Protocol): Link {
  const links = dnsEnds(cluster, from, protocol).map((ends) => {
    const ways = ends.map(({ other, port }) => linkOfEnd(cluster, from, { other, port, protocol }));
    const answers = ways.map((way, i) => (ends[i].but && way.verdict === 'allowed' ? doubted(way, ends[i].but, ways[0]) : way));
    return answers.find(({ verdict }) => verdict === 'allowed') ?? answers.find(({ verdict }) => verdict === 'unknown') ?? answers[0];
  });
  return worst(links);
}

/** A way that may not be enough; what to do is to open the first one. */
function doubted(link: Link, but: string, { place, fix }: Link): Link {
  return { ...link, verdict: 'unknown', reason: 'not-known', text: `${link.text}; ${but}`, place, fix };
}

interface DnsEnd extends Pick<Flow, 'other' | 'port'> {
  /** Why it is not enough that this server can be asked. */
  readonly but?: string;
}

const NODE_DNS: DnsEnd = { other: { type: 'node-dns' }, port: DNS_PORT };

const behindNode = (server: string): string => `${server} is asked after the servers of the node, if those leave room for it`;

/** The servers that are asked: each of them, in the ways of which one is enough. */
function dnsEnds(cluster: Cluster, from: Workload, protocol: Protocol): DnsEnd[][] {
  const { dnsAddresses } = cluster.names;
  const { base, servesCluster, nameservers } = searchListOf(from, cluster.zone, dnsAddresses);
  const others = nameservers.filter(address => !dnsAddresses.includes(address)).flatMap(address => endOfAddress(address, base, servesCluster) ?? []);
  const namesCluster = nameservers.some(address => dnsAddresses.includes(address));
  if (base === 'node') {
    const ways = namesCluster ? endsOfCluster(cluster, protocol) : [[]];
    return ways.map(ends => [NODE_DNS, ...ends.map(end => ({ ...end, but: behindNode('the DNS of the cluster') })), ...others]);
  }
  if (base === 'none' && others.length > 0 && !namesCluster) return [others];
  return endsOfCluster(cluster, protocol).map(ends => [...ends, ...others]);
}

/** A server that dnsConfig names; undefined for what is no address. */
function endOfAddress(address: string, base: SearchList['base'], servesCluster: Match): DnsEnd | undefined {
  const ip = parseIp(address);
  if (!ip) return undefined;
  const end: DnsEnd = { other: { type: 'address', ip, outside: isPublic(ip) }, port: DNS_PORT };
  if (base === 'node') return { ...end, but: behindNode(address) };
  if (servesCluster !== 'yes') return end;
  return { ...end, but: isPublic(ip) ? `${address} does not know the names of the cluster` : `whether ${address} knows the names of the cluster is not known` };
}

function endsOfCluster(cluster: Cluster, protocol: Protocol): DnsEnd[][] {
  const service = cluster.set.service('kube-system', 'kube-dns');
  if (!service || Object.keys(service.selector).length === 0) return [usualEnds(cluster)];
  const workloads = cluster.workloadsOf(service);
  const pods = workloads.length > 0 ? workloads.map(workload => cluster.podsOf(workload)) : [cluster.podsBehind(service)];
  const asked = service.ports.filter(({ port }) => port === DNS_PORT);
  const target = (asked.find(one => one.protocol === protocol) ?? asked[0])?.targetPort ?? DNS_PORT;
  return pods.map(one => [{ other: podsEnd(one), port: numberAt(one, target, protocol) }]);
}

/** The ways to a DNS that no manifest shows: where it usually runs, and anywhere else. */
function usualEnds(cluster: Cluster): DnsEnd[] {
  const usual = USUAL_DNS.map(({ namespace, label, value, port }): DnsEnd =>
    ({ other: podsEnd(cluster.podsWith(`the cluster's DNS (${namespace}, ${label}=${value})`, namespace, { [label]: value })), port }));
  const ports = new Set(usual.map(({ port }) => port));
  return [...usual, ...[...ports].map((port): DnsEnd => ({ other: { type: 'anything' }, port }))];
}

function linkOfEnd(cluster: Cluster, from: Workload, end: Pick<Flow, 'other' | 'port' | 'protocol'>): Link {
  const source = cluster.podsOf(from);
  const egress = decided(cluster, { ...end, direction: 'egress', subject: source });
  const { other } = end;
  if (egress.verdict === 'blocked' || other.type !== 'pods') return egress;
  const ingress = decided(cluster, { ...end, direction: 'ingress', subject: other.pods, other: podsEnd(source) });
  return ingress.verdict === 'allowed' ? egress : worst([egress, ingress]);
}

function decided(cluster: Cluster, flow: Flow): Link {
  const decision: Decision = decide(flow, cluster.policySet.of(flow.subject, flow.direction));
  const link = withUnevaluated(policyLink(decision), decision, cluster.unevaluated);
  return { ...link, kind: 'dns', text: `DNS (${portOf(flow)}): ${link.text}` };
}

function podsEnd(pods: Pods): End {
  return { type: 'pods', pods };
}
