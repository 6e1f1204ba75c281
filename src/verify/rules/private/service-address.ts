import { addressEdits } from './address-edits';
import { meantPort } from './meant-port';
import { Service } from '../../../manifest';
import { Correction } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { isPartOfPair } from '../../facts/private/address-names';

/** The correction of an address to the full name of a Service; a port that the Service does not serve becomes the one that is meant. */
export function toService(use: UrlUse, service: Service, zone: string): Correction {
  const host = `${service.name}.${service.namespace}.svc.${zone}`;
  if (use.port === undefined || isServed(service, use.port)) return addressEdits(use, [{ host }]);
  const port = meantPort(service, use.port, 'other');
  if (typeof port !== 'number') return port;
  return isPartOfPair(use.name) ? { decide: `write ${host}, and port ${port} where the port of ${use.name} stands` } : addressEdits(use, [{ host, port }]);
}

function isServed({ ports, headless, externalName }: Service, port: number): boolean {
  return headless || externalName !== undefined || ports.some(other => other.port === port && other.protocol === 'TCP');
}
