import { clientPort, takesNoClients } from './client-port';
import { Service } from '../../../manifest';
import { Decision } from '../../correction';

/** The port of a Service that is meant by one that it does not serve: that which leads to this port of the pods, else the only one. */
export function meantPort(service: Service, port: number, server: 'nats' | 'other'): number | Decision {
  const served = service.ports.filter(({ protocol }) => protocol === 'TCP');
  const [leading, ...others] = served.filter(({ targetPort, port: other }) => targetPort === port && !(server === 'nats' && takesNoClients(other)));
  if (leading && others.length === 0) return leading.port;
  const only = server === 'nats' ? clientPort(service) : served.length === 1 ? served[0].port : undefined;
  const names = served.map(other => (other.name === undefined ? `${other.port}` : `${other.port} (${other.name})`));
  return only ?? { decide: `write one of the ports of Service ${service.namespace}/${service.name} into the address: ${names.join(' or ')}` };
}
