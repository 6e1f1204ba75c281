import { ManifestSet, Workload } from '../manifest';
import { Answer, Link } from './answer';
import { chain } from './chain';
import { Cluster, ClusterOptions } from './cluster';
import { Connection } from './connection';
import { connectionsOf } from './connections';
import { Destination } from './destination';
import { dnsLink } from './dns-flow';
import { Policy } from './policy';
import { Resolution, resolveName } from './resolve-name';
import { Direction } from './verdict';

/** What a network is told beside the manifests. */
export type NetworkOptions = ClusterOptions;

/** The workloads, Services and policies of a set, as what connections pass through. */
export class Network extends Cluster {
  static of(set: ManifestSet, options: NetworkOptions = {}): Network {
    return new Network(set, options);
  }

  private readonly dnsByWorkload = new Map<Workload, Link>();

  private constructor(set: ManifestSet, private readonly options: NetworkOptions) {
    super(set, options);
  }

  /** Whether a workload reaches a destination, link by link. */
  answer(from: Workload, to: Destination): Answer {
    return chain(this, from, to, () => this.dns(from));
  }

  /** Whether policies let a workload ask for names. */
  dns(from: Workload): Link {
    let link = this.dnsByWorkload.get(from);
    if (!link) this.dnsByWorkload.set(from, link = dnsLink(this, from));
    return link;
  }

  /** What a host stands for in the pods of a workload. */
  resolve(host: string, from: Workload): Resolution {
    return resolveName(host, from, this.names);
  }

  /** The policies that select a workload in a direction. */
  policiesOf(workload: Workload, direction: Direction): readonly Policy[] {
    return this.policySet.of(this.podsOf(workload), direction).certain;
  }

  /** Whether any policy, or the default, limits a workload in a direction. */
  isIsolated(workload: Workload, direction: Direction): boolean {
    const { certain, deniedByOption } = this.policySet.of(this.podsOf(workload), direction);
    return !workload.hostNetwork && (certain.length > 0 || deniedByOption);
  }

  /** All connections that policies allow between workloads and address ranges. */
  connections(): Connection[] {
    return connectionsOf(this.set, this.options.defaultDeny ?? []);
  }
}
