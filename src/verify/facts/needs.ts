import { Facts, Need, UrlUse, Variable } from './facts';
import { isAddressName, isNotCalled } from './private/address-names';
import { matchesName } from './private/match-name';
import { schemeFacts, schemeOfName, schemeOfPort } from './private/schemes';
import { Switches } from './private/switches';
import { readIp } from '../../address/private/ip';
import { Place, Workload } from '../../manifest';

/** Hosts of identifiers that look like URLs. */
const IDENTIFIERS = /^(www\.w3\.org|json-schema\.org|schemas\..*|xmlns\..*)$/;

/** The facts that needs are made of. */
type NeedFacts = Pick<Facts, 'set' | 'workloads' | 'urls' | 'variables' | 'options'>;

/** What linted workloads need to reach: one need for a workload and endpoint. */
export function findNeeds(facts: NeedFacts): Need[] {
  const byWorkload = new Map<Workload, Map<string, Need>>(facts.workloads.map(workload => [workload, new Map()]));
  const put = (need: Need): void => {
    const needs = byWorkload.get(need.workload);
    const endpoint = `${need.host ?? need.what} ${need.port} ${need.protocol}`;
    if (needs && !needs.has(endpoint)) needs.set(endpoint, need);
  };
  const switches = new Switches(container => facts.variables(container));
  facts.urls.forEach(url => knownNeeds(url, switches).forEach(put));
  for (const [workload, needs] of byWorkload) unknownNeeds(workload, [...needs.values()], switches, facts).forEach(put);
  return [...byWorkload.values()].flatMap(needs => [...needs.values()]);
}

function knownNeeds(url: UrlUse, switches: Switches): Need[] {
  if (isNotCalled(url.name)) return [];
  const members = url.nats?.members.length ? url.nats.members : [url];
  return members.flatMap(({ host, port }) => {
    if (host === undefined || port === undefined || isOwn(host) || IDENTIFIERS.test(host) || /[${}()]/.test(host)) return [];
    return url.workloads.filter(({ object }) => object.origin === 'files').flatMap((workload) => {
      const variable = url.variables.find(({ container }) => container.workload === workload);
      if (variable && switches.turnOff(variable)) return [];
      const place = variable?.entry.place ?? placeInWorkload(url, workload);
      return [{ workload, what: whatOf(url, port), name: variable?.name ?? url.name, url, host, port, protocol: 'TCP', place }];
    });
  });
}

function whatOf({ scheme, name }: UrlUse, port: number): string {
  const named = scheme === 'http' || scheme === 'https' || scheme === 'grpc' ? schemeOfName(name) ?? (port === 4317 || port === 4318 ? 'otlp' : undefined) : undefined;
  return schemeFacts(named === 'otlp' ? named : scheme)?.what ?? schemeFacts(schemeOfPort(port) ?? '')?.what ?? 'TCP';
}

/** Whether the host is the pod itself, or nothing to connect to. */
function isOwn(host: string): boolean {
  const ip = readIp(host);
  return host === 'localhost' || host.endsWith('.localhost') || (ip !== undefined && ip.kind !== 'other');
}

/** Where the workload says so, for what it gets by no variable. */
function placeInWorkload(url: UrlUse, workload: Workload): Place {
  if (url.place.object === workload.object) return url.place;
  const volume = workload.volumes.find(({ type, name }) => type === 'configMap' && name === url.place.object.name);
  return volume?.place ?? workload.object.at();
}

/** What the names of variables say, whose values the manifests do not show. */
function unknownNeeds(workload: Workload, known: readonly Need[], switches: Switches, facts: NeedFacts): Need[] {
  const variables = workload.containers.flatMap(container => facts.variables(container));
  return variables.flatMap((variable) => {
    const { name, source, value, entry } = variable;
    if (value !== undefined || !(source === 'secret' || source === 'configMap' && isAddressName(name)) || isMissing(variable, facts)) return [];
    // A password is no second server beside the one whose address is known; an address of its own is.
    const dependency = facts.options.dependencies.find(({ pattern }) => matchesName(pattern, name));
    if (!dependency || switches.turnOff(variable) || !isAddressName(name) && known.some(({ what }) => what === dependency.what)) return [];
    return [{ workload, what: dependency.what, name, port: dependency.port, protocol: 'TCP', place: entry.place }];
  });
}

/** Whether an optional reference leaves the variable out. */
function isMissing({ source, from, entry, container }: Variable, { set }: NeedFacts): boolean {
  const optional = 'source' in entry ? entry.source?.type !== 'field' && entry.source?.optional : 'optional' in entry && entry.optional;
  return optional === true && from !== undefined &&
    set.presence(source === 'secret' ? 'Secret' : 'ConfigMap', container.workload.namespace, from.name) === 'absent';
}
