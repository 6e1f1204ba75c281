import { Client, Destination, targetOf } from './client';
import { Live, Where } from './live';
import { ifKnown, setOf } from './private/objects';
import { CannotExamine, NamedWorkload, RESOURCES, Selection } from './selection';
import { describeTrouble, Trouble, Unavailable } from './trouble';
import { NatsUrlClass } from '../address';
import { isCredentialName } from '../address/private/credentials';
import { nearest } from '../address/private/nearest';
import { JsonObject, listOf, ManifestSet, objectOf, textOf, valueAt, Workload } from '../manifest';
import { Network } from '../reachability';
import { Facts, Need, ServiceName, Variable, verify } from '../verify';
import { isNatsAddressName } from '../verify/facts/private/address-names';

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

/**
 * The workloads that are to be examined, each with the server that it connects to; one that connects to several stands there several times.
 * @throws CannotExamine
 */
export async function findClients(selection: Selection, live: Live, options: ClientOptions): Promise<Client[]> {
  const objects = await workloadObjects(selection, live);
  const namespaces = [...new Set(objects.map(object => textOf(valueAt(object, ['metadata', 'namespace'])) ?? ''))];
  const [services, known] = await Promise.all([ifKnown(live.list('services', 'all')), ifKnown(live.list('namespaces', 'all'))]);
  const clients = await Promise.all(namespaces.map(async (namespace) => {
    const configs = await ifKnown(live.list('configmaps', { namespace }));
    const own = objects.filter(object => valueAt(object, ['metadata', 'namespace']) === namespace);
    const set = setOf([...own, ...referredTo(configs ?? [], own), ...services ?? [], ...known ?? []], services ? 'whole' : 'part');
    return clientsIn(set, { ...options, named: selection.workloads.length > 0 });
  }));
  const found = clients.flat();
  if (found.length > 0) return found;
  throw new CannotExamine(`no workload ${placeOf(selection.where)} has the URL of a NATS server; name one, with --server NAMESPACE/NAME`);
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
  const variables = workload.containers.flatMap(container => facts.variables(container));
  const holding = need?.url?.variables.filter(({ container }) => container.workload === workload)
    ?? variables.filter(({ name }) => need ? name === need.name : isNatsAddressName(name));
  // Init containers that wait for the server have it too.
  const variable = holding.find(({ container }) => container.list === 'containers') ?? holding.at(0);
  const host = server ? `${server.name}.${server.namespace}.svc.${zone}` : need?.host;
  const port = need?.port ?? USUAL_PORT;
  const others = variable ? facts.variables(variable.container).filter(other => other !== variable && isComparable(other)) : [];
  return { workload, url: need?.url, variable, others, host, port, named: server, destination: destinationOf(host, workload, facts.network) };
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

async function workloadObjects({ workloads, where }: Selection, live: Live): Promise<JsonObject[]> {
  const kinds = kindsOf(workloads);
  const troubles: Trouble[] = [];
  const lists = await Promise.all(kinds.map(kind => live.list(RESOURCES[kind], where).catch((error: unknown) => {
    if (!(error instanceof Unavailable)) throw error;
    troubles.push(error.trouble);
    return [];
  })));
  const fatal = troubles.find(({ type }) => type === 'no-cluster' || type === 'timeout') ?? (troubles.length === kinds.length ? troubles[0] : undefined);
  if (fatal?.type === 'timeout') throw new CannotExamine(`the cluster does not answer within ${fatal.seconds} s; --timeout gives it longer`);
  if (fatal) throw new CannotExamine(describeTrouble(fatal));
  const objects = lists.flat().filter(object => !isMade(object));
  const found = workloads.map(named => ({ named, objects: objects.filter(object => isNamed(object, named)) }));
  const missing = found.find(one => one.objects.length === 0);
  if (missing) throw new CannotExamine(noSuchWorkload(missing.named, where, objects, troubles));
  return workloads.length === 0 ? objects : [...new Set(found.flatMap(one => one.objects))];
}

/** The kinds that are meant; all where a workload may be of any. */
function kindsOf(workloads: readonly NamedWorkload[]): string[] {
  const kinds = workloads.map(({ kind }) => kind).filter(kind => kind !== undefined);
  return kinds.length > 0 && kinds.length === workloads.length ? [...new Set(kinds)] : Object.keys(RESOURCES);
}

/** Whether a controller made it, which is examined in its place. */
function isMade(object: JsonObject): boolean {
  return listOf(valueAt(object, ['metadata', 'ownerReferences'])).some(owner => objectOf(owner)?.controller === true);
}

function isNamed(object: JsonObject, { kind, name }: NamedWorkload): boolean {
  return valueAt(object, ['metadata', 'name']) === name && (kind === undefined || object.kind === kind);
}

function noSuchWorkload(named: NamedWorkload, where: Where, objects: readonly JsonObject[], troubles: readonly Trouble[]): string {
  const wanted = named.kind === undefined ? named.name : targetOf({ kind: named.kind, name: named.name });
  const names = objects.map(object => targetOf({ kind: textOf(object.kind)!, name: textOf(valueAt(object, ['metadata', 'name']))! }));
  const unseen = troubles.map(trouble => `; ${describeTrouble(trouble)}`).join('');
  return `there is no workload ${wanted} ${placeOf(where)}: ${whatThereIs(wanted, names)}${unseen}`;
}

function whatThereIs(wanted: string, names: readonly string[]): string {
  if (names.length === 0) return 'there are none';
  const near = nearest(wanted, names);
  return near.startsWith('did you mean') || names.length <= 10 ? near.replace('it holds', 'there are') : `there are ${names.length}`;
}

function placeOf(where: Where): string {
  if (where === 'all') return 'in the cluster';
  return where === 'context' ? 'in the namespace of the context' : `in namespace ${where.namespace}`;
}
