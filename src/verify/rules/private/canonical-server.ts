import { natsServers } from './address-phrases';
import { clientPort } from './client-port';
import { ManifestSet, Service } from '../../../manifest';
import { Decision } from '../../correction';
import { VerifyOptions } from '../../verify-options';

/** The NATS server that addresses are corrected to. */
export interface CanonicalServer {
  readonly name: string;
  readonly namespace: string;

  /** The full name of its Service in the zone of the cluster. */
  readonly host: string;

  /** Where it takes clients. */
  readonly port: number;

  /** Scheme, full name and port. */
  readonly url: string;

  /** Undefined where neither the files nor the state show it. */
  readonly service?: Service;
}

/** What is known of the servers. */
export interface ServerFacts {
  readonly set: ManifestSet;
  readonly options: VerifyOptions;
}

/** The NATS server that addresses are corrected to: the one of the options, else the only one that the files and the state show. */
export function canonicalServer(facts: ServerFacts): CanonicalServer | Decision {
  const { set, options: { server } } = facts;
  if (server) {
    const { namespace, name } = server;
    if (set.presence('Service', namespace, name) !== 'absent') return serverOf(server, facts);
    return { decide: `name a Service that exists with --server NAMESPACE/NAME: there is no Service ${name} in namespace ${namespace}` };
  }
  const [only, ...others] = natsServers(set);
  if (!only) return { decide: 'name the NATS server with --server NAMESPACE/NAME: neither the files nor the state of the cluster show one' };
  if (others.length === 0) return serverOf(only, facts);
  const names = [only, ...others].map(({ namespace, name }) => `${namespace}/${name}`).sort();
  return { decide: `choose the NATS server with --server NAMESPACE/NAME: ${names.join(' or ')}` };
}

/** A Service as the server to write; a decision where its namespace is not known, or its ports do not say which one is for clients. */
export function serverOf({ namespace, name }: Pick<Service, 'namespace' | 'name'>, { set, options: { zone } }: ServerFacts): CanonicalServer | Decision {
  if (namespace === '') return { decide: `give the namespace with --namespace: Service ${name} names none` };
  const service = set.service(namespace, name);
  const port = service && service.ports.length > 0 ? clientPort(service) : 4222;
  if (port === undefined) return { decide: `write the port that clients use into the address: Service ${namespace}/${name} has several, and none of them is 4222` };
  const host = `${name}.${namespace}.svc.${zone}`;
  return { name, namespace, host, port, url: `nats://${host}:${port}`, service };
}
