import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { EgressPeer, EgressPort, IEndpoint } from '../../address/endpoint';
import { deferWarnings, oncePerDecision } from '../../app/private/deferred-warnings';
import { constructError } from '../../app/private/errors';
import { perApp } from '../../app/private/per-app';
import { ingressPolicyFor } from '../../network/private/identity-policies';
import { isIsolated } from '../../network/private/isolation';
import { LabelIndex } from '../../network/private/label-index';
import { INatsAwareWorkload } from '../nats-aware-workload';

/** A workload on one end of a flow. */
export interface Party {
  readonly workload: kplus.Workload & INatsAwareWorkload;
  readonly labels: Readonly<Record<string, string>>;
  readonly namespace: string | undefined;
}

interface Flow {
  readonly client: Party;
  readonly peer: EgressPeer;
  readonly ports: readonly EgressPort[];
}

/** The flows and the workloads of one app, by the namespace that both have, since either may be made first. */
class Ledger {
  private readonly targets = new Map<string, Party[]>();
  private readonly targetsByLabels = new Map<string, LabelIndex<Party>>();
  private readonly flows = new Map<string, LabelIndex<Flow>>();

  public addTarget(target: Party): void {
    if (target.namespace === undefined) return;
    append(this.targets, target.namespace, target);
    indexOf(this.targetsByLabels, target.namespace).add(target.labels, target);
    for (const flow of indexOf(this.flows, target.namespace).agreeing(target.labels)) settle(flow, target);
  }

  public addFlow(flow: Flow, namespace: string): void {
    const { podLabels = {} } = flow.peer;
    indexOf(this.flows, namespace).add(podLabels, flow);
    for (const target of indexOf(this.targetsByLabels, namespace).agreeing(podLabels)) settle(flow, target);
  }

  /** By namespace, the workloads that admit nobody whom their own policy does not name. */
  public closedTargets(): Map<string, Party[]> {
    return new Map([...this.targets].map(([namespace, targets]) =>
      [namespace, targets.filter(({ workload }) => isIsolated(workload, { labels: {}, namespace }))]));
  }
}

const ledgerOf = perApp(() => new Ledger());
const closedTargets = oncePerDecision(root => ledgerOf(root).closedTargets());

/** Makes a workload known as one that others of the app may connect to. */
export function announceTarget(target: Party): void {
  ledgerOf(target.workload).addTarget(target);
}

/**
 * Makes a connection known, so that a workload of the app behind the endpoint admits the client where it does not admit everybody.
 * @throws if there is such a workload and the client's namespace is not known
 */
export function announceClient(client: Party, endpoint: IEndpoint): void {
  for (const { peers, ports } of endpoint.egress) {
    for (const peer of peers) {
      if (peer.namespace === undefined) continue;
      if (Object.keys(peer.podLabels ?? {}).length > 0) ledgerOf(client.workload).addFlow({ client, peer, ports }, peer.namespace);
      else warnIfShutOut(client, endpoint, peer.namespace);
    }
  }
}

/** Without labels nobody knows which workload is meant; that matters where none of them is open. */
function warnIfShutOut(client: Party, { description }: IEndpoint, namespace: string): void {
  deferWarnings(client.workload, () => {
    const shut = closedTargets(client.workload).get(namespace)?.some(({ workload }) => workload !== client.workload);
    return shut ? [`connects to ${description} without podLabels, so no workload of namespace ${namespace} admits it; give podLabels`] : [];
  });
}

function settle({ client, peer, ports }: Flow, target: Party): void {
  if (!isBehind(peer, target)) return;
  const { workload, labels, namespace } = target;
  if (client.namespace === undefined) {
    throw constructError(client.workload, `connects to ${workload.node.path} of namespace ${namespace}, which cannot admit a client of no known namespace`,
      'give the chart a namespace');
  }
  ingressPolicyFor(Chart.of(workload), { labels, namespace })
    .admitIfIsolated({ peers: [{ namespace: client.namespace, podLabels: client.labels }], ports: [...ports] });
}

/** An endpoint may name pods by labels that are not part of their identity. */
function isBehind({ podLabels = {} }: EgressPeer, { workload, labels }: Party): boolean {
  return Object.entries(podLabels).every(([key, value]) => (labels[key] ?? workload.podMetadata.getLabel(key)) === value);
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function indexOf<T>(indexes: Map<string, LabelIndex<T>>, namespace: string): LabelIndex<T> {
  const index = indexes.get(namespace) ?? new LabelIndex<T>();
  indexes.set(namespace, index);
  return index;
}
