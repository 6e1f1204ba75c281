import { isDnsLabel, isDnsName, isServiceLabel } from './private/dns-name';
import { endsInNumber } from './private/ends-in-number';
import { readIp } from './private/ip';
import { shown } from './private/shown';

/** The names that make up the DNS name of a Service. */
export interface ServiceAddressParts {
  /** `metadata.name` of the Service: a DNS label (RFC 1035), never an address or a longer name. */
  readonly service: string;

  /** Namespace of the Service: a DNS label (RFC 1123). */
  readonly namespace: string;

  /**
   * DNS zone of the cluster.
   * @default cluster.local
   */
  readonly zone?: string;
}

/** The address of a Service of the cluster, by its full DNS name (rule book §3, formats 1 and 3). */
export class ServiceAddress {
  /**
   * The address of a Service.
   * @throws if a part is no DNS name of its kind: addresses, dots in a label and upper case are refused
   */
  public static of(parts: ServiceAddressParts): ServiceAddress {
    const { service, namespace, zone = 'cluster.local' } = parts;
    if (!isText(service) || !isServiceLabel(service)) throw wrongName('service', service, 'the name of the Service', 'nats-server');
    if (!isText(namespace) || !isDnsLabel(namespace)) throw wrongName('namespace', namespace, 'the name of the namespace', 'nats');
    if (!isText(zone) || !isDnsName(zone) || isAddress(zone)) throw wrongName('zone', zone, 'the DNS zone of the cluster', 'cluster.local');
    const address = new ServiceAddress(service, namespace, zone);
    if (!isDnsName(address.host)) throw new Error(`zone ${shown(zone)} makes a name of more than 253 characters; write a shorter one`);
    return address;
  }

  private constructor(
    /** `metadata.name` of the Service. */
    public readonly service: string,
    /** Namespace of the Service. */
    public readonly namespace: string,
    /** DNS zone of the cluster. */
    public readonly zone: string,
  ) {}

  /** The full DNS name, which resolves alike from every namespace. */
  public get host(): string {
    return `${this.service}.${this.namespace}.svc.${this.zone}`;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isAddress(name: string): boolean {
  return readIp(name) !== undefined || endsInNumber(name);
}

function wrongName(prop: string, value: unknown, meaning: string, example: string): Error {
  return new Error(`${prop} ${shown(value)} is ${whatIsWrong(prop, value)}; write ${meaning}, such as ${example}`);
}

function whatIsWrong(prop: string, value: unknown): string {
  if (!isText(value)) return 'no text';
  if (isAddress(value)) return 'an address, which changes and which policies by namespace cannot match';
  if (value.includes('/') || value.includes('@')) return 'a URL or a path, of which the name alone is wanted';
  if (value !== value.toLowerCase()) return 'not in lower case, as DNS names of Kubernetes are';
  if (prop !== 'zone' && value.includes('.')) return 'more than one DNS label: service, namespace and zone are separate';
  return prop === 'service' ? 'no DNS label that begins with a letter (RFC 1035)' : 'no DNS name (RFC 1123)';
}
