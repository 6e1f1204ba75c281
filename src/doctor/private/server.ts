import { LivePod, podsWithLabels } from './pods';
import { CheckContext } from '../check';
import { ifKnown, setOf } from './objects';
import { Service } from '../../manifest';

/** Services, and whether they are all that the cluster has. */
export interface ServicesAround {
  readonly services: readonly Service[];
  readonly all: boolean;
}

/**
 * All Services where they may be listed, else those of a namespace.
 * @throws Unavailable
 */
export async function servicesAround({ live }: CheckContext, namespace: string): Promise<ServicesAround> {
  const all = await ifKnown(live.list('services', 'all'));
  return { services: setOf(all ?? await live.list('services', { namespace }), 'part').services, all: all !== undefined };
}

/** The Service that the client connects to; undefined where it connects to none, or to one that does not exist. */
export async function serviceOf(context: CheckContext): Promise<Service | undefined> {
  const { destination } = context.client;
  if (destination.type !== 'service') return undefined;
  const { namespace, name } = destination.service;
  const { services } = await servicesAround(context, namespace);
  return services.find(service => service.namespace === namespace && service.name === name);
}

/** The pods behind a Service; undefined where it has no selector. */
export async function podsBehind(service: Service, { live }: CheckContext): Promise<LivePod[] | undefined> {
  if (Object.keys(service.selector).length === 0) return undefined;
  return podsWithLabels(service.namespace, service.selector, live);
}

/** Why there is nothing to check about a Service. */
export function noService({ client: { destination } }: CheckContext): string {
  switch (destination.type) {
    case 'not-known': return 'the URL is not known, so that no server is';
    case 'no-service': return `${destination.host} is ${destination.what}, no Service`;
    case 'service': return `Service ${destination.service.namespace}/${destination.service.name} does not exist`;
  }
}
