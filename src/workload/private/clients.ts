import { Chart } from 'cdk8s';
import { EgressPeer, EgressPort, IEndpoint } from '../../address/endpoint';
import { perApp } from '../../app/private/per-app';
import { ingressPolicyFor } from '../../network/private/identity-policies';
import { INatsAwareWorkload } from '../nats-aware-workload';

/** A workload on one end of a flow. */
export interface Party {
  readonly workload: INatsAwareWorkload;
  readonly labels: Readonly<Record<string, string>>;
  readonly namespace: string | undefined;
}

interface Flow {
  readonly client: Party;
  readonly peer: EgressPeer;
  readonly ports: readonly EgressPort[];
}

/** The flows and the workloads of one app, by a label that both have, since either may be made first. */
class Ledger {
  private readonly targets = new Map<string, Party[]>();
  private readonly flows = new Map<string, Flow[]>();

  public addTarget(target: Party): void {
    for (const label of Object.entries(target.labels)) {
      const at = place(target.namespace, label);
      append(this.targets, at, target);
      for (const flow of this.flows.get(at) ?? []) settle(flow, target);
    }
  }

  public addFlow(flow: Flow): void {
    const [label] = Object.entries(flow.peer.podLabels ?? {});
    if (!label) return;
    const at = place(flow.peer.namespace, label);
    append(this.flows, at, flow);
    for (const target of this.targets.get(at) ?? []) settle(flow, target);
  }
}

const ledgerOf = perApp(() => new Ledger());

/** Makes a workload known as one that others of the app may connect to. */
export function announceTarget(target: Party): void {
  ledgerOf(target.workload).addTarget(target);
}

/** Makes a connection known, so that a workload of the app behind the endpoint admits the client where it does not admit everybody. */
export function announceClient(client: Party, endpoint: IEndpoint): void {
  for (const { peers, ports } of endpoint.egress) {
    for (const peer of peers) ledgerOf(client.workload).addFlow({ client, peer, ports });
  }
}

function settle({ client, peer, ports }: Flow, { workload, labels, namespace }: Party): void {
  const selected = Object.entries(peer.podLabels!).every(([key, value]) => labels[key] === value);
  if (!selected) return;
  ingressPolicyFor(Chart.of(workload), { labels, namespace })
    .admitIfIsolated({ peers: [{ namespace: client.namespace, podLabels: client.labels }], ports: [...ports] });
}

function place(namespace: string | undefined, [key, value]: [string, string]): string {
  return `${namespace ?? ''} ${key}=${value}`;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
