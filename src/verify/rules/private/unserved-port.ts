import { addressPhrase } from './address-phrases';
import { takesNoClients } from './client-port';
import { isServerLink } from './server-link';
import { Service } from '../../../manifest';
import { UrlUse } from '../../facts/facts';
import { serviceTarget } from '../../facts/private/service-target';
import { Observation } from '../../finding';
import { ReadFacts } from '../../rule';

/** That the Service of an address has no such port; nothing where the Service is not known, or leads straight to its pods. */
export function unservedPort(use: UrlUse, host: string | undefined, port: number | undefined, { set, options }: ReadFacts<'set'>): Observation[] {
  const target = serviceTarget(use, host, set, options.zone);
  const service = target?.service;
  if (!service || target.pod || service.headless || service.externalName !== undefined || port === undefined || service.ports.length === 0) return [];
  const served = service.ports.find(other => other.port === port && other.protocol !== 'UDP');
  const beginning = `${addressPhrase(use)}, and `;
  if (served) {
    if (!use.nats || use.holder === 'field' || !takesNoClients(port) || isServerLink(use)) return [];
    return [{ at: use.place, severity: 'warning', message: `${beginning}port ${port} of a NATS server takes no clients`, fix: `write ${clientPort(service)}` }];
  }
  const podPort = service.ports.find(({ targetPort }) => targetPort === port);
  const what = podPort ? `${port} is the port of the pods behind Service ${service.name}, which listens on ${podPort.port}` : `Service ${service.name} has no port ${port}, only ${portsOf(service)}`;
  return [{
    at: use.place,
    message: beginning + what,
    fix: `write port ${podPort?.port ?? (use.nats ? clientPort(service) : portsOf(service))}`,
    related: [{ at: service.object.at('spec', 'ports'), message: `the ports of Service ${service.name}` }],
  }];
}

function clientPort({ ports }: Service): string {
  return ports.some(({ port }) => port === 4222) ? '4222' : portsOf({ ports });
}

function portsOf({ ports }: Pick<Service, 'ports'>): string {
  return ports.map(({ port }) => port).join(' or ');
}
