import { rule } from '../../rule';
import { ingressBackends } from '../private/ingress-backends';
import { PodIndex, selectorOfService } from '../private/pod-index';

export const ingressDeadBackend = rule({
  code: 'OBJ514',
  title: 'An Ingress sends requests to a Service that selects no pods',
  severity: 'warning',
  reads: ['objects', 'set'],
  why: 'The Service is there and has no endpoints, so the controller answers each request with 503: mostly what is left of a workload that was removed or renamed.',
  repair: 'Repair the selector of the Service, or remove the Ingress and the Service.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  *check({ objects, set }) {
    const pods = PodIndex.of(set);
    for (const object of objects.filter(({ kind }) => kind === 'Ingress')) {
      const reported = new Set<string>();
      for (const { service: name, place } of ingressBackends(object)) {
        const service = set.service(object.namespace, name);
        // What the state lists of Services stands for pods of its own.
        if (service?.object.origin !== 'files' || reported.has(name) || !pods.selectsNothing(object.namespace, selectorOfService(service))) continue;
        reported.add(name);
        yield {
          at: place,
          severity: set.closedWorld ? 'error' : undefined,
          message: `Ingress ${object.name} sends requests to Service ${name}, whose selector ${selectorOfService(service)} selects no pods`,
          fix: `repair the selector of Service ${name}, or remove this backend`,
          related: [{ at: service.object.at('spec', 'selector'), message: 'the selector' }],
        };
      }
    }
  },
});
