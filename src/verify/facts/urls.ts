import { Facts, UrlUse, Variable } from './facts';
import { NatsUrl } from '../../address/nats-url';
import { Container, ManifestObject, Place, textsOf } from '../../manifest';
import { ConfigUsers } from './private/config-users';
import { expandVariables, NOT_KNOWN } from './private/expand';
import { fieldTexts } from './private/field-texts';
import { ARGUMENT, findAddresses, FoundAddress } from './private/find-addresses';
import { hostPairs } from './private/host-pairs';
import { endsInUserInfo, shownAddress } from './private/read-address';

/** The facts that the search for addresses needs. */
type SearchFacts = Pick<Facts, 'set' | 'objects' | 'workloads' | 'variables' | 'options'>;

/** The facts, and the search in a text. */
interface Search extends SearchFacts {
  readonly addressesIn: typeof findAddresses;
}

/** Kinds whose fields hold no address of a server that somebody connects to, or none that may be read. */
const WITHOUT_ADDRESSES: ReadonlySet<string> = new Set([
  'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'CustomResourceDefinition', 'Endpoints', 'EndpointSlice', 'HorizontalPodAutoscaler', 'Ingress', 'Namespace',
  'NetworkPolicy', 'PodDisruptionBudget', 'Role', 'RoleBinding', 'Secret', 'Service', 'ServiceAccount',
]);

/** The addresses in linted objects, and those that linted workloads take from the state. */
export function findUrls(searched: SearchFacts): UrlUse[] {
  const { set, objects, workloads, variables, options } = searched;
  const facts: Search = { set, objects, workloads, variables, options, addressesIn: eachTextOnce() };
  const users = new ConfigUsers(facts);
  const inObjects = facts.objects.flatMap((object) => {
    if (object.kind === 'ConfigMap' && object.group === '') return inConfigMap(object, users, facts);
    const workload = facts.set.workload(object);
    if (workload) return workload.containers.flatMap(container => inContainer(container, facts));
    return WITHOUT_ADDRESSES.has(object.kind) ? [] : inFields(object, facts);
  });
  const ofState = [...users.objects].filter(({ origin }) => origin === 'state');
  return [...inObjects, ...ofState.flatMap(object => fromState(object, users, facts))];
}

/** The search, which looks at equal texts once: the manifests of a platform repeat themselves. */
function eachTextOnce(): typeof findAddresses {
  const known = new Map<string, FoundAddress[]>();
  return (text, name) => {
    const id = `${name}\n${text}`;
    let found = known.get(id);
    if (!found) known.set(id, found = findAddresses(text, name));
    return found;
  };
}

function inConfigMap(object: ManifestObject, users: ConfigUsers, facts: Search): UrlUse[] {
  return addressesOf(object, facts).map(({ key, address }) => {
    const { variables, volumes } = users.of(object, key);
    const workloads = [...new Set([...variables.map(({ container }) => container.workload), ...volumes.map(({ workload }) => workload)])];
    return urlUse(address, { ...placesOf(object.at('data', key), address), holder: 'configMap', variables, workloads }, facts);
  });
}

/** What linted workloads take from a ConfigMap of the state, at the first of their references to it. */
function fromState(object: ManifestObject, users: ConfigUsers, facts: Search): UrlUse[] {
  return addressesOf(object, facts).flatMap(({ key, address }) => {
    const { variables, volumes } = users.of(object, key);
    const linted = variables.filter(({ container }) => container.workload.object.origin === 'files');
    const holders = [
      ...linted.map(({ container, entry }) => ({ workload: container.workload, place: entry.place })),
      ...volumes.filter(({ workload }) => workload.object.origin === 'files'),
    ];
    if (holders.length === 0) return [];
    const workloads = [...new Set(holders.map(({ workload }) => workload))];
    return [urlUse(address, { place: holders[0].place, again: [], holder: 'configMap', variables: linted, workloads, inState: { object, key } }, facts)];
  });
}

function addressesOf(object: ManifestObject, facts: Search): { key: string; address: FoundAddress }[] {
  const data = textsOf(object.get('data'));
  const pairs = hostPairs(Object.keys(data), name => data[name]);
  return [
    ...Object.entries(data).flatMap(([key, text]) => facts.addressesIn(text, key).map(address => ({ key, address }))),
    ...pairs.map(address => ({ key: address.name, address })),
  ];
}

function inContainer(container: Container, facts: Search): UrlUse[] {
  const { workload } = container;
  const variables = facts.variables(container);
  const byName = new Map(variables.map(variable => [variable.name, variable]));
  const use = (variable: Variable, address: FoundAddress): UrlUse => {
    const exact = variable.literal === ('value' in variable.entry ? variable.entry.value : undefined);
    const places = exact ? placesOf(variable.valuePlace, address) : { place: variable.valuePlace, again: [] };
    return urlUse(address, { ...places, holder: 'env', variables: [variable], workloads: [workload] }, facts);
  };
  const literals = variables.filter(({ source }) => source === 'literal');
  const inVariables = literals.flatMap(variable => facts.addressesIn(variable.literal ?? '', variable.name).map(address => use(variable, address)));
  const partsOfOthers = new Set(container.variables.flatMap(({ value = '' }) => [...value.matchAll(/\$\(([^)]*)\)/g)].map(match => match[1])));
  const pairs = hostPairs(literals.map(({ name }) => name), name => byName.get(name)?.value)
    .filter(({ name }) => !partsOfOthers.has(name))
    .map(address => use(byName.get(address.name)!, address));
  return [...inVariables, ...pairs, ...inWords(container, byName, facts)];
}

function inWords(container: Container, variables: ReadonlyMap<string, Variable>, facts: Search): UrlUse[] {
  const valueOf = (name: string): string | typeof NOT_KNOWN | undefined => {
    const variable = variables.get(name);
    return variable ? variable.value ?? NOT_KNOWN : undefined;
  };
  return container.words.flatMap(({ text, place }, i) => {
    const flag = /^(?:--|-(?=\w{3}))([\w.-]+)$/.exec(container.words[i - 1]?.text ?? '')?.[1];
    const expanded = expandVariables(text, valueOf).text;
    return facts.addressesIn(expanded, flag ?? ARGUMENT).map((address) => {
      const places = expanded === text ? placesOf(place, address) : { place, again: [] };
      return urlUse(address, { ...places, holder: 'word', variables: [], workloads: [container.workload] }, facts);
    });
  });
}

function inFields(object: ManifestObject, facts: Search): UrlUse[] {
  return fieldTexts(object).flatMap(({ text, name, place }) => facts.addressesIn(text, name)
    .map(address => urlUse(address, { ...placesOf(place, address), holder: 'field', variables: [], workloads: [] }, facts)));
}

function placesOf(place: Place, { offset, again = [], text }: FoundAddress): Pick<UrlUse, 'place' | 'again'> {
  const placeAt = (at: number): Place => ({ ...place, offset: at, length: text.length });
  return { place: offset === undefined ? place : placeAt(offset), again: again.map(placeAt) };
}

/** Where an address stands, and who gets it. */
type UrlHolder = Pick<UrlUse, 'place' | 'again' | 'holder' | 'variables' | 'workloads' | 'inState'>;

function urlUse(address: FoundAddress, use: UrlHolder, { options }: Search): UrlUse {
  const { text, scheme, host, port, name } = address;
  const namespace = use.holder === 'field' || use.place.object.namespace === '' ? undefined : use.place.object.namespace;
  const nats = scheme === 'nats' ? NatsUrl.parse(text.trim(), { namespace, zone: options.zone }) : undefined;
  return { text, shown: shownAddress(text, [use.place, ...use.again].some(endsInUserInfo)), scheme, host, port, nats, name, ...use };
}
