import { nearest } from '../address/private/nearest';
import { groupBy, ManifestObject, ManifestSet, Service, Workload } from '../manifest';
import { Ip } from './ip';
import { completeLabels, LabelSet } from './label-set';
import { labelsOfPods, Pods, portsOfPods } from './pods';
import { PolicySet } from './policy-set';
import { NameContext } from './resolve-name';
import { ScaledWorkloads } from './scaled-workloads';
import { Selector } from './selector';
import { addressesOf, dnsAddressesOf } from './service-addresses';
import { unevaluatedPolicies } from './unevaluated-policies';
import { WorkloadIndex } from './workload-index';

/** What is told of a cluster beside the manifests. */
export interface ClusterOptions {
  /** @default 'cluster.local' */
  readonly zone?: string;

  /**
   * Namespaces that deny by default, beside those whose policies say so.
   * @default - none
   */
  readonly defaultDeny?: readonly string[];
}

/** What the manifests show of pods, Services and policies. */
export class Cluster {
  /** DNS zone of the cluster. */
  readonly zone: string;

  /** The NetworkPolicies. */
  readonly policySet: PolicySet;

  /** Policies of other kinds, which are not evaluated. */
  readonly unevaluated: readonly ManifestObject[];

  /** What the resolution of names looks at. */
  readonly names: NameContext;
  private readonly workloads: WorkloadIndex;

  private readonly podsByTitle = new Map<string, Pods>();
  private readonly podsByWorkload = new Map<Workload, Pods>();
  private readonly labelsByNamespace = new Map<string, LabelSet>();
  private scaled?: ScaledWorkloads;
  private byName?: ReadonlyMap<string, readonly Service[]>;
  private byAddress?: ReadonlyMap<string, Service>;
  private readonly behindService = new Map<Service, readonly Workload[]>();

  constructor(readonly set: ManifestSet, { zone = 'cluster.local', defaultDeny = [] }: ClusterOptions) {
    this.zone = zone;
    this.policySet = PolicySet.read(set, defaultDeny);
    this.unevaluated = unevaluatedPolicies(set);
    this.workloads = new WorkloadIndex(set.workloads);
    const namespaces = new Set(set.all.map(object => object.kind === 'Namespace' ? object.name : object.namespace).filter(name => name !== ''));
    this.names = { set, zone, namespaces, dnsAddresses: dnsAddressesOf(set) };
  }

  /** The workloads behind a Service. */
  workloadsOf(service: Service): readonly Workload[] {
    const known = this.behindService.get(service);
    if (known) return known;
    const found = Object.keys(service.selector).length === 0 ? [] : this.workloads.selectedBy(service.namespace, Selector.ofLabels(service.selector));
    this.behindService.set(service, found);
    return found;
  }

  /** Whether an autoscaler decides how many pods a workload has. */
  isScaled(workload: Workload): boolean {
    this.scaled ??= new ScaledWorkloads(this.set);
    return this.scaled.has(workload);
  }

  /** The Services of a name, in any namespace. */
  servicesNamed(name: string): readonly Service[] {
    this.byName ??= groupBy(this.set.services, service => service.name);
    return this.byName.get(name) ?? [];
  }

  /** The Service whose cluster address it is. */
  serviceWithAddress(ip: Ip): Service | undefined {
    this.byAddress ??= new Map(this.set.services.flatMap(service => addressesOf(service).map(address => [keyOfIp(address), service] as const)));
    return this.byAddress.get(keyOfIp(ip));
  }

  /** What to write instead of a Service that does not exist. */
  nearestService(name: string, namespace: string): string {
    const existing = this.set.services.filter(service => service.namespace === namespace).map(service => service.name);
    return existing.length > 0 ? `in namespace ${namespace || 'of the workload'}, ${nearest(name, existing)}` : `make a Service ${name} in namespace ${namespace}`;
  }

  /** The pods of a workload. */
  podsOf(workload: Workload): Pods {
    const known = this.podsByWorkload.get(workload);
    if (known) return known;
    const { title, namespace, hostNetwork } = workload;
    const pods = { ...this.inNamespace(namespace), title, labels: labelsOfPods(workload), ports: portsOfPods(workload), hostNetwork, workload };
    this.podsByWorkload.set(workload, pods);
    return pods;
  }

  /** The pods that a Service stands for whose workload is not known: they carry at least the labels of its selector. */
  podsBehind({ name, namespace, selector }: Pick<Service, 'name' | 'namespace' | 'selector'>): Pods {
    return this.podsWith(`the pods of Service ${namespace ? `${namespace}/` : ''}${name}`, namespace, selector);
  }

  /** Pods that no manifest shows, which carry at least these labels. */
  podsWith(title: string, namespace: string, labels: Readonly<Record<string, string>>): Pods {
    let pods = this.podsByTitle.get(title);
    if (!pods) {
      pods = { ...this.inNamespace(namespace), title, labels: { labels, unknown: 'all' }, ports: undefined, hostNetwork: false };
      this.podsByTitle.set(title, pods);
    }
    return pods;
  }

  private inNamespace(namespace: string): Pick<Pods, 'namespace' | 'namespaceLabels'> {
    let namespaceLabels = this.labelsByNamespace.get(namespace);
    if (!namespaceLabels) {
      namespaceLabels = namespace === '' ? { labels: {}, unknown: 'all' }
        : this.set.find('Namespace', '', namespace) ? completeLabels(this.set.namespaceLabels(namespace))
          : { labels: this.set.namespaceLabels(namespace), unknown: 'all' };
      this.labelsByNamespace.set(namespace, namespaceLabels);
    }
    return { namespace, namespaceLabels };
  }
}

function keyOfIp({ family, value }: Ip): string {
  return `${family}/${value}`;
}
