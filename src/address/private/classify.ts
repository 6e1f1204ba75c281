import { NatsUrlClass } from '../nats-url-class';
import { NatsUrlContext } from '../nats-url-context';
import { isDnsName, isServiceLabel } from './dns-name';
import { readHyphenatedIp, readIp } from './ip';

/** What a host stands for in a pod, and the parts that its text holds. */
export interface HostReading {
  readonly urlClass: NatsUrlClass;
  readonly service?: string;
  readonly namespace?: string;
  readonly zone?: string;
  readonly pod?: string;
  /** The address that a disguised one stands for. */
  readonly address?: string;
}

/** The zone of the cluster, as the context says it or by default. */
export function zoneOf(context: NatsUrlContext): string {
  return context.zone ?? 'cluster.local';
}

// The kubelet writes the last two into /etc/hosts of every pod.
const OWN_POD = new Set(['localhost', 'localhost.localdomain', 'ip6-localhost', 'ip6-loopback']);
// Two labels are Service and namespace, except under the domains that nobody names a namespace after.
const TOP_LEVEL = new Set(['com', 'org', 'net']);
const ORDINAL = /-(0|[1-9][0-9]*)$/;
// URL parsers refuse a host whose last label is a number and that is no address.
const NUMBER = /^([0-9]+|0x[0-9a-f]*)$/;

/** Classifies a host in lower case, without brackets. */
export function readHost(host: string, context: NatsUrlContext): HostReading {
  const ip = readIp(host);
  if (ip?.disguised) return { urlClass: NatsUrlClass.IP_IN_DISGUISE, address: ip.address };
  if (ip) return { urlClass: { loopback: NatsUrlClass.LOCALHOST, unspecified: NatsUrlClass.BIND_ADDRESS, other: NatsUrlClass.IP }[ip.kind] };

  const absolute = host.endsWith('.');
  const name = absolute ? host.slice(0, -1) : host;
  const labels = name.split('.');
  if (!isDnsName(name) || NUMBER.test(labels[labels.length - 1])) return { urlClass: NatsUrlClass.INVALID };
  if (OWN_POD.has(name) || name.endsWith('.localhost')) return { urlClass: NatsUrlClass.LOCALHOST };

  const zone = zoneOf(context);
  if (name.endsWith(`.${zone}`)) {
    const reading = readClusterName(name.slice(0, -zone.length - 1).split('.'), context);
    const full = reading.urlClass === NatsUrlClass.WITHOUT_ZONE;
    return { ...reading, urlClass: full ? (absolute ? NatsUrlClass.FULL_TRAILING_DOT : NatsUrlClass.FULL) : reading.urlClass, zone };
  }
  const kind = labels.findIndex((label, i) => label === 'svc' && (i === 2 || i === 3));
  if (kind > 0 && (absolute || kind < labels.length - 1)) {
    return { urlClass: NatsUrlClass.LOOKALIKE, zone: labels.slice(kind + 1).join('.') || undefined };
  }
  if (absolute) return { urlClass: NatsUrlClass.EXTERNAL };
  return ['svc', 'pod'].includes(labels[labels.length - 1]) && labels.length > 1
    ? readClusterName(labels, context)
    : readShortName(labels);
}

/** What stands before the zone; a Service comes out as WITHOUT_ZONE. */
function readClusterName(labels: string[], context: NatsUrlContext): HostReading {
  const kind = labels[labels.length - 1];
  if (kind === 'pod' && labels.length === 3) return { urlClass: NatsUrlClass.IP_IN_DISGUISE, address: readHyphenatedIp(labels[0]) };
  if (kind !== 'svc' || labels.length < 3 || labels.length > 4) return { urlClass: NatsUrlClass.SUSPECT };

  const [service, namespace] = labels.slice(-3);
  if (!isServiceLabel(service)) return { urlClass: NatsUrlClass.INVALID };
  if (labels.length === 3) {
    const suspect = ORDINAL.test(service) && !isDeclared(service, namespace, context);
    return { urlClass: suspect ? NatsUrlClass.SUSPECT : NatsUrlClass.WITHOUT_ZONE, service, namespace };
  }
  const address = readHyphenatedIp(labels[0]);
  return address
    ? { urlClass: NatsUrlClass.IP_IN_DISGUISE, address }
    : { urlClass: NatsUrlClass.HEADLESS_POD, pod: labels[0], service, namespace };
}

/** A name that only the search list of the pod can complete to one of the cluster. */
function readShortName(labels: string[]): HostReading {
  const [service, namespace] = labels;
  const last = labels[labels.length - 1];
  if (labels.length === 1) return isServiceLabel(service) ? { urlClass: NatsUrlClass.BARE_SHORT, service } : { urlClass: NatsUrlClass.INVALID };
  if (labels.length > 3 || TOP_LEVEL.has(last)) return { urlClass: NatsUrlClass.EXTERNAL };
  if (ORDINAL.test(service)) return { urlClass: NatsUrlClass.AMBIGUOUS };
  if (labels.length === 3 || !isServiceLabel(service)) return { urlClass: NatsUrlClass.EXTERNAL };
  return { urlClass: NatsUrlClass.NAMESPACED_SHORT, service, namespace };
}

function isDeclared(service: string, namespace: string, context: NatsUrlContext): boolean {
  return context.server?.service === service && context.server.namespace === namespace;
}
