import { NatsUrl } from '../../../address/nats-url';
import { ManifestSet, Service, textOf } from '../../../manifest';
import { UrlUse } from '../../facts/facts';
import { isPartOfPair } from '../../facts/private/address-names';
import { ARGUMENT } from '../../facts/private/find-addresses';
import { ServiceIndex } from '../../facts/private/service-index';

/** The beginning of a message: what holds the address, and the address. */
export function addressPhrase(use: UrlUse, url?: NatsUrl): string {
  const member = url !== undefined && url !== use.nats && url.host !== undefined;
  const shown = member ? `${use.shown} with the server ${url.host}` : use.shown;
  if (use.inState) {
    const { object, key } = use.inState;
    return `${use.variables[0]?.name ?? use.name} is ${shown}, from key ${key} of ConfigMap ${object.name} in the cluster`;
  }
  return `${use.holder === 'word' && use.name === ARGUMENT ? 'an argument' : flagOf(use) ?? use.name} is ${shown}`;
}

/** The flag with its dashes whose value an address is. */
function flagOf({ holder, name, place: { object, path } }: UrlUse): string | undefined {
  if (holder !== 'word') return undefined;
  const words = [object.get(...path), object.get(...path.slice(0, -1), Number(path.at(-1)) - 1)].map(word => textOf(word) ?? '');
  return [`--${name}`, `-${name}`].find(flag => words.some((word, i) => (i === 0 ? word.startsWith(`${flag}=`) : word === flag)));
}

/** What to write for a server of the cluster, in the place of an address: a URL, or the host alone where the port has a variable of its own. */
export function fullAddress(use: UrlUse, service: Pick<Service, 'name' | 'namespace'>, port: number | undefined, zone: string): string {
  const host = `${service.name}.${service.namespace === '' ? '<namespace>' : service.namespace}.svc.${zone}`;
  if (isPartOfPair(use.name)) return host;
  const written = /^([a-z][a-z0-9+.-]*):\/\//i.exec(use.text.trim())?.[1].toLowerCase();
  const scheme = use.nats && !/^(tls|wss?)$/.test(written ?? '') ? 'nats' : written;
  return `${scheme === undefined ? '' : `${scheme}://`}${host}${port === undefined ? '' : `:${port}`}`;
}

/** The URL to write for the NATS server of the cluster: the one that is known, else the pattern. */
export function natsServerAddress(set: ManifestSet, zone: string): string {
  const server = natsServer(set);
  return server ? `nats://${server.name}.${server.namespace}.svc.${zone}:4222` : `nats://<service>.<namespace>.svc.${zone}:4222`;
}

/** The only Service of a NATS server in files and state; undefined where there is none, or more than one. */
export function natsServer(set: ManifestSet): Service | undefined {
  const [only, other] = natsServers(set);
  return other ? undefined : only;
}

/** The Services of NATS servers in files and state; a headless one counts only where there is no other. */
export function natsServers(set: ManifestSet): readonly Service[] {
  const found = ServiceIndex.of(set).on(4222).filter(({ externalName, namespace }) => namespace !== '' && externalName === undefined);
  const balanced = found.filter(({ headless }) => !headless);
  return balanced.length > 0 ? balanced : found;
}

