import { append } from '../../../manifest';
import { rule } from '../../rule';
import { ingressBackends } from '../private/ingress-backends';
import { nearName } from '../private/near-name';

export const ingressServiceMissing = rule({
  code: 'OBJ513',
  title: 'An Ingress sends requests to a Service that does not exist',
  severity: 'warning',
  reads: ['objects', 'set'],
  why: 'The controller takes the Ingress and answers each request with 503. The Service must be in the namespace of the Ingress.',
  repair: 'Write the name of the Service, or remove the path.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  *check({ objects, set }) {
    const services = new Map<string, string[]>();
    for (const { namespace, name } of set.services) append(services, namespace, name);
    for (const object of objects.filter(({ kind }) => kind === 'Ingress')) {
      const reported = new Set<string>();
      for (const { service, place } of ingressBackends(object)) {
        if (reported.has(service) || set.presence('Service', object.namespace, service) !== 'absent') continue;
        reported.add(service);
        yield {
          at: place,
          severity: set.closedWorld ? 'error' : undefined,
          message: `Ingress ${object.name} sends requests to Service ${service}, which ${object.namespace || 'the set'} does not have`,
          fix: `write the name of a Service of its namespace${nearName(service, services.get(object.namespace) ?? [])}`,
        };
      }
    }
  },
});
