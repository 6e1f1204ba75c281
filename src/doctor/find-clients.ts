import { Client, Destination } from './client';
import { findWorkloads, placeOf } from './find-workloads';
import { Live } from './live';
import { askEach } from './private/ask-each';
import { ifKnown, setOf } from './private/objects';
import { CannotExamine, Selection, Unlisted } from './selection';
import { describeTrouble } from './trouble';
import { NatsUrlClass } from '../address';
import { isCredentialName } from '../address/private/credentials';
import { JsonObject, ManifestSet, textOf, valueAt, Workload } from '../manifest';
import { Network } from '../reachability';
import { Facts, Need, ServiceName, Variable, verify } from '../verify';
import { isNatsAddressName, isNotCalled } from '../verify/facts/private/address-names';
import { Switches } from '../verify/facts/private/switches';

/** Where NATS servers take clients. */
const USUAL_PORT = 4222;

/** What leads to the pod itself. */
const OWN_POD = [NatsUrlClass.LOCALHOST, NatsUrlClass.BIND_ADDRESS];

/** What clients are looked for with. */
export interface ClientOptions {
  readonly zone: string;

  /** The server that is meant, instead of the one of the URL. */
  readonly server?: ServiceName;
}

/** The clients of a selection, and what keeps others from being seen. */
export interface FoundClients {
  readonly clients: readonly Client[];
  readonly unlisted: readonly Unlisted[];
}

/**
 * The workloads that are to be examined, each with the server that it connects to; one that connects to several stands there several times.
 * @throws CannotExamine
 */
export async function findClients(selection: Selection, live: Live, options: ClientOptions): Promise<FoundClients> {
  const named = selection.workloads.length > 0;
  const { objects, unlisted } = await findWorkloads(selection, live);
  const namespaces = [...new Set(objects.map(namespaceOf))];
  const [services, known, configs] = await Promise.all([
    ifKnown(live.list('services', 'all')),
    ifKnown(live.list('namespaces', 'all')),
    askEach(namespaces, namespace => live.list('configmaps', { namespace })),
  ]);
  const clients = namespaces.flatMap((namespace) => {
    const own = objects.filter(object => namespaceOf(object) === namespace);
    const maps = configs.answers.find(({ one }) => one === namespace)?.answer ?? [];
    return clientsIn(setOf([...own, ...referredTo(maps, own), ...services ?? [], ...known ?? []], services ? 'whole' : 'part'), { ...options, named });
  });
  // Of a workload that is named a check says that its ConfigMaps are not known; others are not even seen to be clients.
  const hidden = [...unlisted, ...named ? [] : configs.silent.map(({ trouble }) => ({ resource: 'configmaps', trouble }))];
  if (clients.length > 0) return { clients, unlisted: hidden };
  const unseen = hidden.map(({ trouble }) => `; ${describeTrouble(trouble)}`).join('');
  throw new CannotExamine(`no workload ${placeOf(selection.where)} has the URL of a NATS server; name one, with --server NAMESPACE/NAME${unseen}`);
}

function namespaceOf(object: JsonObject): string {
  return textOf(valueAt(object, ['metadata', 'namespace'])) ?? '';
}

interface SetOptions extends ClientOptions {
  /** Whether the user named the workloads, which are then examined without a URL too. */
  readonly named: boolean;
}

function clientsIn(set: ManifestSet, options: SetOptions): Client[] {
  const { facts } = verify(set, [], { zone: options.zone }, []);
  return set.workloads.flatMap((workload) => {
    const needs = [...facts.needs.filter(need => need.workload === workload && need.what === 'NATS'), ...ownPodUrls(workload, facts)];
    if (needs.length > 0) return needs.map(need => clientOf(workload, need, facts, options));
    return options.named ? [clientOf(workload, undefined, facts, options)] : [];
  });
}

/** What says where the server is. */
type Address = Pick<Need, 'name' | 'url' | 'host' | 'port'>;

/** URLs that lead to the pod itself, which are no needs of others. */
function ownPodUrls(workload: Workload, { urls }: Facts): Address[] {
  const own = urls.filter(({ nats, workloads }) => nats && OWN_POD.includes(nats.hostClass) && workloads.includes(workload));
  return own.map(url => ({ name: url.name, url, host: url.host, port: url.port ?? USUAL_PORT }));
}

function clientOf(workload: Workload, need: Address | undefined, facts: Facts, { server, zone }: SetOptions): Client {
  const variable = variableOf(workload, need, facts);
  const host = server ? `${server.name}.${server.namespace}.svc.${zone}` : need?.host;
  const port = need?.port ?? USUAL_PORT;
  const switchedOff = variable !== undefined && new Switches(container => facts.variables(container)).turnOff(variable);
  const others = variable ? facts.variables(variable.container).filter(other => other !== variable && isComparable(other)) : [];
  const destination = destinationOf(host, workload, facts.network);
  return { workload, url: need?.url, variable, switchedOff, others, host, port, named: server, destination };
}

/** The variable that holds the address, or that would. */
function variableOf(workload: Workload, need: Address | undefined, facts: Facts): Variable | undefined {
  const variables = workload.containers.flatMap(container => facts.variables(container));
  const holding = need?.url?.variables.filter(({ container }) => container.workload === workload)
    ?? variables.filter(({ name }) => need ? name === need.name : isNatsAddressName(name) && !isNotCalled(name));
  // Init containers that wait for the server have it too.
  return holding.find(({ container }) => container.list === 'containers') ?? holding.at(0);
}

/** Whether a variable is about NATS, and what it holds may be looked at. */
function isComparable({ name, value }: Variable): boolean {
  return /nats/i.test(name) && value !== undefined && !isCredentialName(name);
}

function destinationOf(host: string | undefined, workload: Workload, network: Network): Destination {
  if (host === undefined) return { type: 'not-known' };
  const resolution = network.resolve(host, workload);
  switch (resolution.type) {
    case 'service':
    case 'ambiguous':
    case 'not-found':
    case 'other-search':
    case 'other-servers': return { type: 'service', service: { namespace: resolution.service.namespace, name: resolution.service.name } };
    case 'address': {
      const service = network.serviceWithAddress(resolution.ip);
      return service ? { type: 'service', service: { namespace: service.namespace, name: service.name } } : { type: 'no-service', host, what: 'an address' };
    }
    case 'own-pod': return { type: 'no-service', host, what: 'the pod itself' };
    case 'host': return { type: 'no-service', host, what: 'a host outside the cluster' };
    case 'other-zone': return { type: 'no-service', host, what: `a name in the zone ${resolution.zone}` };
    case 'no-name': return { type: 'no-service', host, what: 'a name that DNS does not know' };
  }
}

/** ConfigMaps that nobody refers to may be large. */
function referredTo(configs: readonly JsonObject[], workloads: readonly JsonObject[]): JsonObject[] {
  const text = JSON.stringify(workloads.map(({ spec }) => spec));
  return configs.filter(config => text.includes(JSON.stringify(valueAt(config, ['metadata', 'name']))));
}
