import { isIP } from 'net';
import { EgressPeer, EgressRule, TransportProtocol } from '../address/endpoint';
import { checkRule } from './private/check-rules';
import { shown } from '../address/private/shown';

/** Where the pods of a cluster's DNS run, and how they are reached. */
export interface ClusterDnsProps {
  /**
   * Namespace of the DNS pods; OpenShift has them in `openshift-dns`.
   * @default 'kube-system'
   */
  readonly namespace?: string;

  /**
   * Labels of the DNS pods.
   * @default - `k8s-app: kube-dns`, which CoreDNS carries too
   */
  readonly podLabels?: { readonly [key: string]: string };

  /**
   * Ports of the DNS pods, not of their Service; OpenShift's pods listen on 5353.
   * @default [53]
   */
  readonly ports?: number[];

  /**
   * IP address of NodeLocal DNS, usually 169.254.20.10. It runs in the network of the node, where no pod selector finds it.
   * @default - the cluster has none
   */
  readonly nodeLocalAddress?: string;
}

/** The DNS of a cluster, as egress policies let clients through to it: on UDP, and on TCP for long answers. */
export class ClusterDns {
  /**
   * Describes the DNS of a cluster.
   * @throws if the namespace, a label, a port or the address is invalid, or there is no port
   */
  public static of(props: ClusterDnsProps = {}): ClusterDns {
    const { namespace = 'kube-system', podLabels = { 'k8s-app': 'kube-dns' }, ports = [53], nodeLocalAddress } = props;
    const nodeLocal: EgressPeer[] = nodeLocalAddress === undefined ? [] : [{ cidr: rangeOf(nodeLocalAddress) }];
    const rule = {
      peers: [{ namespace, podLabels }, ...nodeLocal],
      ports: ports.flatMap(port => [{ port, protocol: TransportProtocol.UDP }, { port, protocol: TransportProtocol.TCP }]),
    };
    checkRule(rule);
    return new ClusterDns([rule]);
  }

  private constructor(
    /** What lets a client through to it. */
    public readonly egress: EgressRule[],
  ) {}
}

function rangeOf(address: string): string {
  const version = isIP(address);
  if (version === 0) throw new Error(`nodeLocalAddress ${shown(address)} is no IP address; write one such as 169.254.20.10`);
  return `${address}/${version === 4 ? 32 : 128}`;
}
