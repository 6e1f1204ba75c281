import { distance } from 'fastest-levenshtein';
import { addressPhrase, fullAddress, natsServer } from './address-phrases';
import { ManifestSet, Service } from '../../../manifest';
import { UrlUse } from '../../facts/facts';
import { ServiceIndex } from '../../facts/private/service-index';
import { ServiceTarget, serviceTarget } from '../../facts/private/service-target';
import { Observation } from '../../finding';
import { ReadFacts } from '../../rule';

/** That no Service of the name exists where the pods look for it; nothing where that is not known. */
export function unresolved(use: UrlUse, host: string | undefined, port: number | undefined, { set, options }: ReadFacts<'set'>): Observation[] {
  const target = serviceTarget(use, host, set, options.zone);
  if (!target || target.presence !== 'absent') return [];
  const elsewhere = target.elsewhere.length > 0;
  const where = elsewhere ? `, only in ${target.elsewhere.map(({ namespace }) => namespace).join(', ')}` : '';
  return [{
    at: use.place,
    severity: elsewhere || set.closedWorld ? undefined : 'warning',
    message: `${addressPhrase(use)}, and there is no Service ${target.name}${target.namespace === '' ? '' : ` in namespace ${target.namespace}`}${where}`,
    fix: instead(use, target, port, { set, options }),
  }];
}

function instead(use: UrlUse, target: ServiceTarget, port: number | undefined, { set, options }: ReadFacts<'set'>): string {
  const meant = meantService(use, target, port, set);
  if (meant) return `write ${fullAddress(use, meant, portOf(meant, port), options.zone)}`;
  const near = nearestService(target, set);
  if (!near) return 'name a Service that exists';
  const ports = near.ports.some(other => other.port === port) ? '' : `, which listens on ${near.ports.map(other => other.port).join(' and ')}`;
  return `name a Service that exists: did you mean ${near.name}${ports}?`;
}

/** The Service that is meant beyond doubt: of this name in another namespace, or the only one of the server's kind. */
function meantService(use: UrlUse, { elsewhere }: ServiceTarget, port: number | undefined, set: ManifestSet): Service | undefined {
  if (elsewhere.length > 0) return elsewhere.find(({ ports }) => ports.some(other => other.port === port)) ?? elsewhere[0];
  if (use.nats) return natsServer(set);
  if (use.scheme === 'http' && port !== 4317 && port !== 4318) return undefined;
  const [only, other] = ServiceIndex.of(set).on(port).filter(({ namespace }) => namespace !== '');
  return other ? undefined : only;
}

/** The Service of the namespace whose name is the wrong one with a part more or less, or a few letters away. */
function nearestService({ name, namespace }: ServiceTarget, set: ManifestSet): Service | undefined {
  const own = ServiceIndex.of(set).in(namespace);
  const related = own.find(other => other.name.startsWith(`${name}-`) || other.name.endsWith(`-${name}`) || name.startsWith(`${other.name}-`));
  return related ?? own.find(other => distance(other.name, name) <= Math.min(3, name.length / 4));
}

/** The port of the address if the Service serves it, else its only one. */
function portOf({ ports }: Service, port: number | undefined): number | undefined {
  return ports.some(other => other.port === port) || ports.length !== 1 ? port : ports[0].port;
}
