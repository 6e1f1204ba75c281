import * as kplus from 'cdk8s-plus-28';
import { IngressPeer } from './ingress-rule';
import { Labels, sortedLabels } from './private/labels';
import { checkedNamespace } from './private/namespace-name';
import { checkedLabels } from '../address/private/labels';

/**
 * The pods that a policy restricts, or that it admits.
 * An empty set of labels would select every pod of the namespace, so that one has to say `namespace()` for that.
 */
export class PodSelection {
  /**
   * Pods that carry all of these labels, in a namespace; by default in that of the policy.
   * @throws if there is no label, or Kubernetes would refuse one
   */
  public static labels(labels: { readonly [key: string]: string }, namespace?: string): PodSelection {
    const selected = selectorLabels(labels);
    return new PodSelection(() => selected, namespace);
  }

  /** Every pod of a namespace; by default of that of the policy. */
  public static namespace(namespace?: string): PodSelection {
    return new PodSelection(() => ({}), namespace);
  }

  /**
   * The pods of a workload, in its namespace. Labels that its selector gets later count.
   * @throws if it selects its pods by expressions, or in several namespaces
   */
  public static workload(workload: kplus.IPodSelector): PodSelection {
    const labels = () => selectorLabels(workloadLabels(workload));
    labels();
    return new PodSelection(labels, workloadNamespace(workload));
  }

  /** Name of the namespace of the pods. Undefined where it is that of the policy. */
  public readonly inNamespace?: string;

  private constructor(private readonly currentLabels: () => Labels, namespace?: string) {
    if (namespace !== undefined) checkedNamespace(namespace);
    this.inNamespace = namespace;
  }

  /** The labels that the pods carry; none where every pod of the namespace is meant. */
  public get podLabels(): { [key: string]: string } {
    return { ...this.currentLabels() };
  }

  /** The pods as the peer of an ingress rule. */
  public get peer(): IngressPeer {
    const labels = () => this.podLabels;
    return { namespace: this.inNamespace, get podLabels() { return labels(); } };
  }

  /** @internal */
  public _toKube(): kplus.k8s.LabelSelector {
    const matchLabels = this.podLabels;
    return Object.keys(matchLabels).length > 0 ? { matchLabels } : {};
  }
}

function selectorLabels(labels: Labels): Labels {
  if (Object.keys(labels).length === 0) {
    throw new Error('a selection without labels means every pod; use PodSelection.namespace() for that');
  }
  return sortedLabels(checkedLabels(labels));
}

/** Jobs and CronJobs have no selector: what kplus finds their pods by is a label of the pods. */
function workloadLabels(workload: kplus.IPodSelector): Labels {
  const selector = workload instanceof kplus.Workload ? workload._toLabelSelector() : {};
  if (selector.matchLabels && !selector.matchExpressions) return selector.matchLabels;
  const { matchLabels = {}, matchExpressions } = workload.toPodSelectorConfig().labelSelector._toKube();
  if (matchExpressions) throw new Error(`${workload.node.path} selects pods by expressions; use PodSelection.labels()`);
  return matchLabels;
}

function workloadNamespace(workload: kplus.IPodSelector): string | undefined {
  const { names = [], labelSelector } = workload.toPodSelectorConfig().namespaces ?? {};
  if (names.length > 1 || (labelSelector && !labelSelector.isEmpty())) {
    throw new Error(`${workload.node.path} selects pods of several namespaces; select them one by one with PodSelection.labels()`);
  }
  return names[0];
}
