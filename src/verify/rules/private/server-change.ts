import { addressEdits, UNSEEN_HOST } from './address-edits';
import { CanonicalServer, canonicalServer, ServerFacts, serverOf } from './canonical-server';
import { takesNoClients } from './client-port';
import { hostsOf, neighboursOf } from './other-servers';
import { decideLink } from './server-link';
import { ServerChange } from './server-text';
import { serviceOfIp } from './service-of-ip';
import { NatsUrl } from '../../../address/nats-url';
import { readIp } from '../../../address/private/ip';
import { Correction, Decision } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { isPartOfPair } from '../../facts/private/address-names';
import { endsInUserInfo } from '../../facts/private/read-address';
import { serviceTarget } from '../../facts/private/service-target';

/** What becomes of a server of an address: undefined where nothing does. */
export type Verdict = ServerChange | Decision | undefined;

/** What is known of the servers, and all addresses. */
export interface AddressFacts extends ServerFacts {
  readonly urls: readonly UrlUse[];
}

/** The correction of one server of an address, and of the others of the same list with the same fault. */
export function correctServers(use: UrlUse, own: NatsUrl, verdictOf: (url: NatsUrl) => Verdict): Correction {
  const link = endsInUserInfo(use.place) ? UNSEEN_HOST : decideLink(use);
  if (link) return link;
  const servers = use.nats!.members.length > 0 ? use.nats!.members : [use.nats!];
  const verdicts = servers.map(verdictOf);
  const verdict = verdicts[servers.indexOf(own)];
  if (isDecision(verdict)) return verdict;
  return addressEdits(use, verdicts.map(other => (isDecision(other) ? undefined : other)));
}

/** Whether something has to be decided first. */
export function isDecision<T extends object>(verdict: T | Decision | undefined): verdict is Decision {
  return verdict !== undefined && 'decide' in verdict;
}

/** The change of an address that names no server of the cluster to the one that is meant. */
export function serverInstead(use: UrlUse, url: NatsUrl, facts: AddressFacts): Verdict {
  const ip = readIp(url.host ?? '');
  const known = ip && serviceOfIp(ip.address, facts.set);
  const server = known ? serverOf(known, facts) : canonicalServer(facts);
  if (isDecision(server)) return server;
  if (!known && !facts.options.server) {
    const { namespace, name } = server;
    const other = otherServer(use, server, facts);
    if (other) return { decide: `confirm the NATS server of ${use.name} with --server ${namespace}/${name}: ${other.name} beside it names another one` };
    if (use.holder === 'field') return { decide: `confirm the NATS server with --server ${namespace}/${name}: this may be a link to another cluster` };
  }
  return changeToServer(use, url, server, facts);
}

/** The change of an address to a server. A port that the server serves stays, as does the scheme. */
export function changeToServer(use: UrlUse, url: NatsUrl, server: CanonicalServer, facts: AddressFacts): Verdict {
  const { scheme, port } = url;
  const unsure = decideCertificate(url, server, facts);
  if (unsure) return unsure;
  if (isPartOfPair(use.name)) return { host: server.host };
  // Over WebSocket clients use a port of their own.
  if (scheme === 'ws' || scheme === 'wss') return { host: server.host };
  const stays = port !== undefined && !takesNoClients(port) && server.service?.ports.some(served => served.port === port && served.protocol === 'TCP');
  return { missingScheme: 'nats', host: server.host, ...stays ? { missingPort: server.port } : { port: server.port } };
}

/** Of an address with TLS: whether the certificate holds another name is not known until somebody tells the server. */
export function decideCertificate(
  { scheme, host: before }: NatsUrl, { name, namespace, host }: Pick<CanonicalServer, 'name' | 'namespace' | 'host'>, { options }: AddressFacts,
): Decision | undefined {
  const isSure = (scheme !== 'tls' && scheme !== 'wss') || before === host || options.server;
  return isSure ? undefined : { decide: `confirm the NATS server with --server ${namespace}/${name}, if its certificate holds the name ${host}` };
}

/** The address of another NATS server, under another name, that the same object or program has. */
function otherServer(use: UrlUse, server: CanonicalServer, { urls, set, options }: AddressFacts): UrlUse | undefined {
  const hosts = new Set(hostsOf(use));
  return neighboursOf(use, urls).find(other => hostsOf(other).some((host) => {
    const target = serviceTarget(other, host, set, options.zone);
    return !hosts.has(host) && (target?.name !== server.name || target.namespace !== server.namespace);
  }));
}
