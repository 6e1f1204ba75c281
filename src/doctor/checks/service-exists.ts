import { nearest } from '../../address/private/nearest';
import { Service } from '../../manifest';
import { someOf } from '../../reachability';
import { ServiceName } from '../../verify';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { issue } from '../issue';
import { noService, servicesAround } from '../private/server';

/** URLs that are offered. */
const SHOWN = 3;

/** Rule book §7.1, and the issues 1 and 4 of §8. */
export const serviceExists: Check = {
  id: 'service-exists',
  category: 'service',
  title: 'the Service of the URL exists',
  run: checkService,
};

async function checkService(context: CheckContext): Promise<Outcome> {
  const { destination } = context.client;
  if (destination.type !== 'service') return skipped(noService(context));
  const { namespace, name } = destination.service;
  const { services, all } = await servicesAround(context, namespace);
  if (services.some(service => service.namespace === namespace && service.name === name)) return ok(`Service ${namespace}/${name}`);
  const elsewhere = services.filter(service => service.name === name);
  return elsewhere.length > 0 ? otherNamespace(destination.service, elsewhere, context) : nowhere(destination.service, services, all, context);
}

function otherNamespace({ namespace, name }: ServiceName, found: readonly Service[], context: CheckContext): Outcome {
  return {
    status: 'failed',
    detail: `Service ${name} does not exist in namespace ${namespace}, but in ${someOf(found.map(service => service.namespace))}`,
    issue: issue(4, `use the full name: write ${oneOf(found, context)}`),
  };
}

function nowhere({ namespace, name }: ServiceName, services: readonly Service[], all: boolean, context: CheckContext): Outcome {
  const detail = all ? `Service ${name} exists in no namespace` : `Service ${name} does not exist in namespace ${namespace}; other namespaces could not be looked at`;
  const serving = services.filter(({ ports }) => ports.some(({ port }) => port === context.client.port));
  const near = nearest(name, services.filter(service => service.namespace === namespace).map(service => service.name));
  const other = serving.length > 0 ? `if one of these is the server, write ${oneOf(serving, context)}`
    : near.startsWith('did you mean') ? `${near.replace(/\?$/, '')} of namespace ${namespace}?`
      : `make a Service ${name} for the server's pods, or write the name of the one that it has`;
  return { status: 'failed', detail, issue: issue(1, `check that the Service exists: ${other}`) };
}

function oneOf(services: readonly Service[], context: CheckContext): string {
  return services.slice(0, SHOWN).map(service => urlOf(service, context)).join(' or ');
}

function urlOf(service: Service, { client: { port }, options: { zone } }: CheckContext): string {
  const served = service.ports.some(one => one.port === port) || service.ports.length === 0 ? port : service.ports[0].port;
  return `nats://${service.name}.${service.namespace}.svc.${zone}:${served}`;
}
