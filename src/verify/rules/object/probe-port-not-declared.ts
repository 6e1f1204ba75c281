import { Container, textOf } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';
import { nearName } from '../private/near-name';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

const HANDLERS = ['httpGet', 'tcpSocket', 'grpc'];

export const probePortNotDeclared = rule({
  code: 'OBJ525',
  title: 'A probe names a port that the container does not declare',
  severity: 'error',
  reads: ['workloads'],
  why: 'The kubelet looks a name up in the `ports` of the same container. Without it each probe fails: the pod never gets ready, or is restarted again and again, while the program is fine.',
  repair: 'Declare the port with that name in the container, or write a declared name or the number in the probe.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  check: ({ workloads, options: { placeholders } }) => containersOf(workloads).flatMap(container => undeclaredPorts(container)
    .filter(({ port }) => !placeholders.some(placeholder => placeholder.test(port)))
    .map(({ observation }) => observation)),
});

function undeclaredPorts({ name, path, ports, workload: { object } }: Container): { port: string; observation: Observation }[] {
  const declared = ports.flatMap(port => port.name ?? []);
  return PROBES.flatMap(probe => HANDLERS.flatMap((handler) => {
    const place = [...path, probe, handler, 'port'];
    const port = textOf(object.get(...place));
    if (port === undefined || /^\d*$/.test(port) || declared.includes(port)) return [];
    return [{
      port,
      observation: {
        at: object.at(...place),
        message: `the ${probe} of container ${name} asks port ${port}, which the container does not declare`,
        fix: `declare port ${port} in the container, or write the number of its port${nearName(port, declared)}`,
      },
    }];
  }));
}
