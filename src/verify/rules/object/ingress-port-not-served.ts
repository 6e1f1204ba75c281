import { Service } from '../../../manifest';
import { rule } from '../../rule';
import { ingressBackends } from '../private/ingress-backends';
import { listed } from '../private/listed';

export const ingressPortNotServed = rule({
  code: 'OBJ515',
  title: 'An Ingress names a port that its Service does not have',
  severity: 'error',
  reads: ['objects', 'set'],
  why: 'An Ingress names the port of the Service, not that of the pods. With a port that the Service lacks the controller finds no endpoints and answers 503.',
  repair: 'Write `port` or the name of an entry of `spec.ports` of the Service.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  *check({ objects, set }) {
    for (const object of objects.filter(({ kind }) => kind === 'Ingress')) {
      for (const { service: name, port, portPlace } of ingressBackends(object)) {
        const service = set.service(object.namespace, name);
        if (!service || service.ports.length === 0 || port === undefined || serves(service, port)) continue;
        const target = service.ports.find(({ targetPort }) => targetPort === port);
        const ports = service.ports.map(served => (typeof port === 'string' ? served.name ?? `${served.port}` : `${served.port}`));
        yield {
          at: portPlace,
          message: `Service ${name} has no port ${port}${target ? `, which is the port of its pods behind ${target.port}` : ''}; it has ${listed(ports)}`,
          fix: target ? `write number: ${target.port}` : 'write a port of the Service',
        };
      }
    }
  },
});

function serves({ ports }: Service, port: number | string): boolean {
  return ports.some(served => served.port === port || served.name === port);
}
