import { groupBy, listOf, ManifestSet, objectOf, Service, textOf, textsOf } from '../../../manifest';

const INDEXES = new WeakMap<ManifestSet, ReadonlyMap<string, readonly Service[]>>();

/** The only Service that an IP address leads to: by one of its own addresses, or by that of one of its endpoints. */
export function serviceOfIp(ip: string, set: ManifestSet): Service | undefined {
  let index = INDEXES.get(set);
  if (!index) INDEXES.set(set, index = indexOf(set));
  const [only, other] = index.get(ip) ?? [];
  return other ? undefined : only;
}

function indexOf(set: ManifestSet): ReadonlyMap<string, readonly Service[]> {
  const found = [...set.services.flatMap(service => ownAddresses(service).map(ip => ({ ip, service }))), ...endpoints(set)];
  const byIp = groupBy(found, ({ ip }) => ip);
  return new Map([...byIp].map(([ip, entries]) => [ip, [...new Set(entries.map(({ service }) => service))]]));
}

function ownAddresses({ object }: Service): string[] {
  const balancers = listOf(object.get('status', 'loadBalancer', 'ingress')).map(entry => textOf(objectOf(entry)?.ip));
  const single = [object.get('spec', 'clusterIP'), object.get('spec', 'loadBalancerIP')].map(textOf);
  const several = [object.get('spec', 'clusterIPs'), object.get('spec', 'externalIPs')].flatMap(value => listOf(value).map(textOf));
  return [...single, ...several, ...balancers].filter((ip): ip is string => ip !== undefined && ip !== 'None');
}

/** The addresses of pods behind Services, where the state lists them. */
function endpoints(set: ManifestSet): { ip: string; service: Service }[] {
  const ofSlices = set.ofKind('EndpointSlice').map(object => ({
    service: set.service(object.namespace, object.labels['kubernetes.io/service-name'] ?? ''),
    ips: listOf(object.get('endpoints')).flatMap(endpoint => listOf(objectOf(endpoint)?.addresses).map(textOf)),
  }));
  const ofEndpoints = set.ofKind('Endpoints').map(object => ({
    service: set.service(object.namespace, object.name),
    ips: listOf(object.get('subsets')).flatMap(subset => listOf(objectOf(subset)?.addresses).map(address => textsOf(objectOf(address)).ip)),
  }));
  return [...ofSlices, ...ofEndpoints].flatMap(({ service, ips }) => (service ? ips.flatMap(ip => (ip === undefined ? [] : [{ ip, service }])) : []));
}
