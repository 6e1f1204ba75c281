import { AddressRanges } from '../address-ranges';
import { EgressRule } from '../endpoint';
import { ServerLocation } from '../server-location';
import { ServiceAddress, ServiceAddressParts } from '../service-address';
import { ServicePods } from '../service-pods';
import { externalEgress } from './egress';
import { checkedExternalHost, isWildcard } from './external-host-name';
import { checkedLabels } from './labels';
import { checkedPort } from './port';

/** Where a server is, and what a client's policy lets through to it. */
export interface Place {
  readonly reach: { readonly inCluster: boolean; readonly egress: EgressRule[] };

  /** Host and port, as they stand in a URL. */
  readonly authority: string;

  /** Whether the host is one name; a wildcard has no URL. */
  readonly exact: boolean;
}

/** Behind a Service, whose clients reach the pods on the pod port. */
export function servicePlace(at: ServiceAddressParts & ServicePods, port: number): Place {
  const { host, namespace } = ServiceAddress.of(at);
  checkedPort('port', port);
  const podPort = checkedPort('podPort', at.podPort ?? port);
  const peer = at.podLabels ? { namespace, podLabels: checkedLabels(at.podLabels) } : { namespace };
  const egress = [{ peers: [peer], ports: [{ port: podPort }] }];
  return { reach: { inCluster: true, egress }, authority: `${host}:${port}`, exact: true };
}

/** On a host outside the cluster. */
export function externalPlace(host: string, ranges: AddressRanges, port: number): Place {
  checkedExternalHost(host);
  checkedPort('port', port);
  return { reach: { inCluster: false, egress: externalEgress(ranges, port) }, authority: `${host}:${port}`, exact: !isWildcard(host) };
}

/** Behind a Service or on a host outside, whichever is given. */
export function serverPlace(at: ServerLocation, port: number): Place {
  const { host, service, namespace, cidrs, ipv6, zone, podPort, podLabels } = at;
  if (host !== undefined) {
    refuse({ service, namespace, zone, podPort, podLabels }, 'belongs to a Service of the cluster and host to one outside; give one of the two');
    return externalPlace(host, { cidrs, ipv6 }, port);
  }
  if (service === undefined || namespace === undefined) {
    throw new Error('the server has no place; give service and namespace, or the host outside the cluster');
  }
  refuse({ cidrs, ipv6 }, 'belongs to a host outside the cluster; policies match the pods of a Service by podLabels');
  return servicePlace({ service, namespace, zone, podPort, podLabels }, port);
}

function refuse(props: { [name: string]: unknown }, because: string): void {
  const given = Object.keys(props).find(name => props[name] !== undefined);
  if (given) throw new Error(`${given} ${because}`);
}
