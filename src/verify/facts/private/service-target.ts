import { isListedNamespace } from './known-namespaces';
import { ServiceIndex } from './service-index';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { HostReading, readHost } from '../../../address/private/classify';
import { ManifestSet, Presence, Service } from '../../../manifest';
import { aliasOf } from '../../../reachability';
import { UrlUse } from '../facts';

/** The Service that a host names, as the resolver of the pods that use it reads the name. */
export interface ServiceTarget {
  readonly name: string;
  readonly namespace: string;
  readonly presence: Presence;
  readonly service?: Service;

  /** Whether the host is one pod behind the Service. */
  readonly pod: boolean;

  /** Services of this name in other namespaces. */
  readonly elsewhere: readonly Service[];
}

/** The host of an address as a name of the cluster; undefined where there is no host. */
export function hostReading(host: string | undefined, zone: string): HostReading | undefined {
  return host === undefined ? undefined : readHost(host, { zone });
}

/** The Service that the host of an address names; undefined for addresses, external names, and names that only other pods can resolve. */
export function serviceTarget(use: UrlUse, host: string | undefined, set: ManifestSet, zone: string): ServiceTarget | undefined {
  const reading = hostReading(host, zone);
  if (!reading || use.workloads.some(({ podSpec }) => aliasOf(podSpec.hostAliases, host!) !== undefined)) return undefined;
  const own = use.holder === 'field' ? undefined : use.place.object.namespace;
  const named = namedService(reading, host!, own, set);
  if (!named) return undefined;
  const { name, namespace } = named;
  return {
    ...named,
    presence: set.presence('Service', namespace, name),
    service: set.service(namespace, name),
    pod: reading.urlClass === NatsUrlClass.HEADLESS_POD,
    elsewhere: ServiceIndex.of(set).called(name).filter(service => service.namespace !== namespace),
  };
}

/** Name and namespace of a Service. */
type ServiceName = Pick<ServiceTarget, 'name' | 'namespace'>;

function namedService(reading: HostReading, host: string, own: string | undefined, set: ManifestSet): ServiceName | undefined {
  const { urlClass, service, namespace } = reading;
  switch (urlClass) {
    case NatsUrlClass.BARE_SHORT:
      return service !== undefined && own !== undefined ? { name: service, namespace: own } : undefined;
    case NatsUrlClass.FULL:
    case NatsUrlClass.FULL_TRAILING_DOT:
    case NatsUrlClass.WITHOUT_ZONE:
    case NatsUrlClass.HEADLESS_POD:
    case NatsUrlClass.SUSPECT:
      return service !== undefined && namespace !== undefined ? { name: service, namespace } : undefined;
    case NatsUrlClass.NAMESPACED_SHORT:
    case NatsUrlClass.AMBIGUOUS:
      return twoLabels(host, own, set);
    default:
      return undefined;
  }
}

/** `a.b` is pod a of headless Service b of the own namespace, else Service a of namespace b, else a host outside that only looks so. */
function twoLabels(host: string, own: string | undefined, set: ManifestSet): ServiceName | undefined {
  const [name, namespace] = host.split('.');
  if (own !== undefined && set.service(own, namespace)?.headless) return undefined;
  return isListedNamespace(namespace, set) ? { name, namespace } : undefined;
}
