import { NatsUrlClass } from '../nats-url-class';
import { NatsUrlContext } from '../nats-url-context';
import { HostReading, readHost, zoneOf } from './classify';

/** The URL to write for the Service that a host names; undefined where it names none for certain. */
export function canonicalUrl(host: HostReading, scheme = 'nats', port: number | undefined, context: NatsUrlContext): string | undefined {
  const target = targetOf(host, context);
  return target && port ? fullUrl(target.service, target.namespace, scheme, port, context) : undefined;
}

/** The URL of the declared server, if there is one. */
export function serverUrl(context: NatsUrlContext): string | undefined {
  const { server } = context;
  return server && fullUrl(server.service, server.namespace, 'nats', server.port ?? 4222, context);
}

function fullUrl(service: string, namespace: string, scheme: string, port: number, context: NatsUrlContext): string | undefined {
  const host = `${service}.${namespace}.svc.${zoneOf(context)}`;
  return readHost(host, context).urlClass === NatsUrlClass.FULL ? `${scheme}://${host}:${port}` : undefined;
}

function targetOf(host: HostReading, context: NatsUrlContext): { service: string; namespace: string } | undefined {
  const { server } = context;
  const { service, namespace } = host;
  switch (host.urlClass) {
    case NatsUrlClass.FULL:
    case NatsUrlClass.FULL_TRAILING_DOT:
    case NatsUrlClass.WITHOUT_ZONE:
    case NatsUrlClass.NAMESPACED_SHORT:
    case NatsUrlClass.HEADLESS_POD:
      return service && namespace ? { service, namespace } : undefined;
    case NatsUrlClass.BARE_SHORT:
      if (server && server.service === service) return server;
      return service && context.namespace ? { service, namespace: context.namespace } : undefined;
    default:
      return undefined;
  }
}
