import { addressEdits } from './address-edits';
import { serverOf } from './canonical-server';
import { AddressFacts, correctServers, decideCertificate, isDecision, serverInstead, Verdict } from './server-change';
import { decideLink } from './server-link';
import { becomesOne, ServerChange } from './server-text';
import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { Service } from '../../../manifest';
import { Correction } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { isPartOfPair } from '../../facts/private/address-names';
import { serviceTarget } from '../../facts/private/service-target';

/** The correction of an address to the full name of the Service that it names. */
export function correctName(use: UrlUse, facts: AddressFacts): Correction {
  const { members } = use.nats!;
  if (members.length === 0) return correctServers(use, use.nats!, url => fullName(use, url, facts));
  const link = decideLink(use);
  if (link) return link;
  const changes = members.map((url) => {
    const verdict = fullName(use, url, facts);
    return isDecision(verdict) ? undefined : verdict;
  });
  return becomesOne(use.text, changes) ? addressEdits(use, changes) : { decide: 'keep one server of the list, which the Service spreads over its pods' };
}

function fullName(use: UrlUse, url: NatsUrl, facts: AddressFacts): Verdict {
  const { set, options: { zone } } = facts;
  const { hostClass, service, namespace } = url;
  const target = serviceTarget(use, url.host, set, zone);
  switch (hostClass) {
    case NatsUrlClass.FULL:
    case NatsUrlClass.FULL_TRAILING_DOT:
    case NatsUrlClass.WITHOUT_ZONE:
      return changeToName(use, url, { name: service!, namespace: namespace! }, facts);
    case NatsUrlClass.HEADLESS_POD:
      return { decide: `write the name of Service ${namespace}/${service}, or suppress URL104 with the reason why this pod is meant` };
    case NatsUrlClass.BARE_SHORT:
    case NatsUrlClass.NAMESPACED_SHORT:
    case NatsUrlClass.AMBIGUOUS:
      if (target && (target.presence === 'present' || hostClass === NatsUrlClass.NAMESPACED_SHORT)) return changeToName(use, url, target, facts);
      return notKnown(use, url, facts);
    default:
      return undefined;
  }
}

/** The change of an address to the full name of a Service, with scheme and port where they are missing. */
export function changeToName(use: UrlUse, url: NatsUrl, { name, namespace }: Pick<Service, 'name' | 'namespace'>, facts: AddressFacts): Verdict {
  const { scheme } = url;
  const server = serverOf({ name, namespace }, facts);
  const host = `${name}.${namespace}.svc.${facts.options.zone}`;
  if (namespace === '' && isDecision(server)) return server;
  const unsure = decideCertificate(url, { name, namespace, host }, facts);
  if (unsure) return unsure;
  if (isPartOfPair(use.name)) return { host };
  const form: ServerChange = { scheme, missingScheme: 'nats', host, withoutSlash: true };
  if (scheme === 'ws' || scheme === 'wss') {
    return /:\d+\/?$/.test(use.text.trim()) ? form : { decide: `write the port on which ${host} takes WebSocket clients` };
  }
  return isDecision(server) ? form : { ...form, missingPort: server.port };
}

/** A short name of which nobody knows whether its Service exists: certain only where the server is told. */
function notKnown(use: UrlUse, url: NatsUrl, facts: AddressFacts): Verdict {
  if (facts.options.server) return serverInstead(use, url, facts);
  return { decide: `give the state of the cluster with --cluster-state, or the server with --server NAMESPACE/NAME: whether ${url.host} is a Service is not known` };
}
