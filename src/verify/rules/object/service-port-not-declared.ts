import { ContainerPort, Service, Workload } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { listed } from '../private/listed';
import { PodIndex, selectorOfService } from '../private/pod-index';

export const servicePortNotDeclared = rule({
  code: 'OBJ516',
  title: 'A Service sends to a port that no container of its pods declares',
  severity: 'error',
  reads: ['objects', 'set'],
  why: 'A named targetPort is looked up among the ports of the containers: without one of that name the Service has no endpoint there. '
    + 'A number needs no declaration, but where it is in none, Service and container often disagree, and rules of NetworkPolicies and monitors that use names find nothing.',
  repair: 'Declare the port in the container, with the name that the Service uses, or correct targetPort.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  check({ objects, set }) {
    const pods = PodIndex.of(set);
    return objects.flatMap((object) => {
      const service = object.kind === 'Service' ? set.service(object.namespace, object.name) : undefined;
      return service?.object === object && Object.keys(service.selector).length > 0 ? undeclared(service, workloadsOf(service, pods)) : [];
    });
  },
});

/** The workloads that serve; where the selector has gone wrong, the one that has the name of the Service. */
function workloadsOf(service: Service, pods: PodIndex): readonly Workload[] {
  const { namespace, name } = service;
  const selector = selectorOfService(service);
  const serving = pods.selected(namespace, selector).filter(({ finite }) => !finite);
  const near = serving.length === 0 ? pods.nearest(namespace, selector, name) : undefined;
  return near?.name === name ? [near] : serving;
}

function undeclared({ ports, object, name }: Service, workloads: readonly Workload[]): Observation[] {
  if (workloads.length === 0) return [];
  const [workload] = workloads;
  return ports.flatMap(({ port, protocol, targetPort, index }): Observation[] => {
    const isDeclared = ({ name: portName, port: number, protocol: spoken }: ContainerPort): boolean =>
      (typeof targetPort === 'string' ? portName === targetPort : number === targetPort) && spoken === protocol;
    if (workloads.some(one => portsOf(one).some(isDeclared))) return [];
    const declared = portsOf(workload).map(one => (one.name === undefined ? `${one.port}` : `${one.name} (${one.port})`));
    return [{
      at: object.at('spec', 'ports', index, object.get('spec', 'ports', index, 'targetPort') === undefined ? 'port' : 'targetPort'),
      severity: typeof targetPort === 'string' ? undefined : 'advice',
      message: `port ${port} of Service ${name} goes to ${targetPort}/${protocol}, which ${workload.kind} ${workload.name} does not declare; `
        + `it declares ${declared.length > 0 ? listed(declared) : 'no ports'}`,
      fix: `declare the port in the container of ${workload.kind} ${workload.name}, or correct targetPort`,
    }];
  });
}

function portsOf({ containers }: Workload): ContainerPort[] {
  return containers.flatMap(({ ports }) => ports);
}
