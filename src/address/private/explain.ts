import { NatsUrlClass } from '../nats-url-class';
import { NatsUrlContext } from '../nats-url-context';
import { ServiceNameFormat } from '../service-name-format';
import { serverUrl } from './canonical';
import { zoneOf } from './classify';
import { Problem, UrlReading } from './read-url';

const PROBLEMS: Record<Problem, string> = {
  'empty': 'the text is empty, so that clients fail or fall back to localhost',
  'white space': 'there is white space around the URL, which some clients trim and others refuse',
  'port': 'the port is no number from 1 to 65535, so that clients throw',
  'path': 'a path, query or fragment is no part of the URL of a NATS server, and clients disagree on it',
  'host': 'the host is neither an address nor a DNS name of lower-case letters, digits and hyphens with a Service name that begins with a letter',
};

type Explained = (reading: UrlReading, context: NatsUrlContext) => string;

// What the class is and what it means in the pod; what to write instead is said alike for all.
const MEANING: Record<NatsUrlClass, Explained> = {
  [NatsUrlClass.FULL]: ({ host }) => `${host} is a full name: it is the same Service in every pod of the cluster, whatever its namespace and DNS search list`,
  [NatsUrlClass.FULL_TRAILING_DOT]: ({ host }) =>
    `${host} is a full name with a trailing dot: it resolves with one look-up, but the name in a TLS certificate may not match it`,
  [NatsUrlClass.WITHOUT_ZONE]: ({ host }, context) =>
    `${host} is a Service without the zone ${zoneOf(context)}: it resolves only through the DNS search list, which dnsPolicy and dnsConfig change`,
  [NatsUrlClass.NAMESPACED_SHORT]: ({ host }) =>
    `${host} is a namespaced short name: it resolves only through the DNS search list of the pod and may clash with another name`,
  [NatsUrlClass.BARE_SHORT]: bareShort,
  [NatsUrlClass.HEADLESS_POD]: ({ host, pod, service, namespace }) =>
    `${host} is pod ${pod} of headless Service ${service} in namespace ${namespace}: it resolves only while that pod exists, ` +
    'with clusterIP None and the serviceName of its StatefulSet, and does not move to another server',
  [NatsUrlClass.AMBIGUOUS]: ({ host }) =>
    `${host} is ambiguous: the pod looks first for a pod of a headless Service and then for another name, and which one answers depends on what exists`,
  [NatsUrlClass.SUSPECT]: ({ host }) =>
    `${host} is suspect: a label of a full name seems to be missing (Service, namespace, svc, or the headless Service of a pod), so that it may not resolve`,
  [NatsUrlClass.IP]: ({ host }) =>
    `${host} is an IP address, which rule book §1 forbids: it changes with restarts, is not balanced or failed over, and NetworkPolicies cannot match it by name`,
  [NatsUrlClass.IP_IN_DISGUISE]: ({ host, address }) =>
    `${host} is an IP address in disguise${address ? ` (${address})` : ''}, which rule book §1 forbids: a resolver reads the address in it, and addresses change`,
  [NatsUrlClass.LOCALHOST]: ({ host }) => `${host} is a localhost address: in a pod that is the pod itself, so it is right only with a NATS server as sidecar`,
  [NatsUrlClass.BIND_ADDRESS]: ({ host }) => `${host} is a bind address: a server listens on it, and a client in a pod reaches no server by it`,
  [NatsUrlClass.CREDENTIALS]: () =>
    'the URL holds credentials: whoever may read the manifest or the environment of the pod has them, and they belong into a Secret',
  [NatsUrlClass.KUBERNETES_VARIABLE]: () =>
    'the URL holds Kubernetes variables: the pod gets their values only from earlier variables of the same container, and never in a ConfigMap',
  [NatsUrlClass.SHELL_VARIABLE]: () => 'the URL holds a shell variable: Kubernetes does not expand it, so that the pod gets the text as it stands',
  [NatsUrlClass.LIST]: ({ members }) =>
    `the text is a list of ${members.length} URLs: some clients in a pod take it, others raise or keep only the last one`,
  [NatsUrlClass.WRONG_SCHEME]: () => 'the scheme is wrong: NATS clients in a pod know nats, tls, ws and wss, and some take another one as the host',
  [NatsUrlClass.EXTERNAL]: ({ host }) =>
    `${host} is an external host: ${host?.endsWith('.') ? 'its trailing dot keeps the DNS search list out, so that ' : ''}` +
    'it is no Service of the cluster, and no selector of a NetworkPolicy of the pod can match it',
  [NatsUrlClass.LOOKALIKE]: ({ host, zone }, context) =>
    `${host} is a look-alike of a full name: ${zone ? `its zone is ${zone}` : 'it ends without a zone'} and the cluster's is ${zoneOf(context)}, ` +
    'so that in the pod it is no Service of this cluster',
  [NatsUrlClass.INVALID]: ({ problem }) => `the URL is invalid: ${PROBLEMS[problem!]}`,
};

/** One sentence: the class, what it means in the pod, what to write instead. Holds no user info. */
export function explain(reading: UrlReading, format: ServiceNameFormat | undefined, context: NatsUrlContext): string {
  const named = format ? ` (format ${format.number} of rule book §3, ${format.name})` : '';
  return `${MEANING[reading.urlClass](reading, context)}${named}; ${instead(reading, context)}.`;
}

function instead(reading: UrlReading, context: NatsUrlContext): string {
  const { canonical, urlClass } = reading;
  if (urlClass === NatsUrlClass.FULL && reading.isCanonical) return 'nothing needs to change';
  const url = canonical ?? serverUrl(context) ?? `nats://<service>.<namespace>.svc.${zoneOf(context)}:4222`;
  if (urlClass === NatsUrlClass.FULL) return `write ${url}, since clients differ on a missing scheme or port, upper case and a final slash`;
  if (reading.hasCredentials) return `write ${url} and give the credentials by reference to the Secret`;
  return `write ${url} instead`;
}

function bareShort({ host, service }: UrlReading, { namespace, server }: NatsUrlContext): string {
  const what = `${host} is a bare short Service name`;
  if (!namespace) return `${what}: it resolves only in pods of the Service's own namespace`;
  if (!server || server.service !== service) return `${what}: in the pod it is Service ${service} of namespace ${namespace} and of no other`;
  return server.namespace === namespace
    ? `${what}: it resolves in the pod, whose namespace ${namespace} is the server's, and in no other namespace (rule book §2)`
    : `${what}: it does not resolve in the pod, whose namespace is ${namespace}, since the server is in ${server.namespace} (rule book §2)`;
}
