import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { isDnsLabel } from '../../address/private/dns-name';
import { checkedPort } from '../../address/private/port';
import { ServiceEndpoint } from '../../address/service-endpoint';
import { constructError } from '../../app/private/errors';
import { claimName } from '../../app/private/names';
import { withPath } from '../../app/private/with-path';
import { ingressPolicyFor } from '../../network/private/identity-policies';
import { ExposedPort, ExposeHttpOptions } from '../expose-http-options';
import { WorkloadService } from '../workload-service';
import { WiredWorkload } from './wiring';

/** Renders a Service for a workload and the ingress policy that admits its namespace. */
export function exposeHttp(workload: WiredWorkload, options: ExposeHttpOptions): WorkloadService {
  const { name = workload.name, namespace } = { name: options.serviceName, namespace: workload.metadata.namespace };
  if (namespace === undefined) {
    throw constructError(workload, 'a Service without a namespace has no full DNS name', 'give the chart or the metadata of the workload a namespace');
  }
  const ports: ExposedPort[] = [{ name: 'http', port: options.port ?? 80, targetPort: options.targetPort }, ...options.additionalPorts ?? []];
  checkPorts(workload, ports);
  const endpoint = withPath(workload, () => ServiceEndpoint.http({
    service: name,
    namespace,
    port: ports[0].port,
    podPort: options.targetPort,
    podLabels: workload.identity,
    env: options.env,
    zone: options.zone,
  }));
  claimName(workload, 'Service', namespace, name);
  const service = new kplus.Service(workload, `service-${name}`, {
    metadata: { name, namespace, annotations: options.annotations, labels: { ...workload.identity, ...options.labels } },
    ports: ports.map(port => ({ ...port, targetPort: port.targetPort ?? port.port, protocol: kplus.Protocol.TCP })),
  });
  for (const [key, value] of Object.entries(workload.identity)) service.selectLabel(key, value);
  workload.node.addValidation({ validate: () => undeclaredPorts(workload, ports) });
  ingressPolicyFor(Chart.of(workload), { labels: workload.identity, namespace }).admit({
    peers: [namespace, ...options.fromNamespaces ?? []].map(peer => ({ namespace: peer })),
    ports: ports.map(({ port, targetPort = port }) => ({ port: targetPort })),
  });
  return WorkloadService._of(service, endpoint);
}

function checkPorts(workload: WiredWorkload, ports: readonly ExposedPort[]): void {
  const twice = (['name', 'port'] as const).find(part => new Set(ports.map(port => port[part])).size < ports.length);
  if (twice) throw constructError(workload, `two ports of the Service have the same ${twice}`, 'give each its own');
  for (const { name, port, targetPort = port } of ports) {
    if (!isDnsLabel(name) || name.length > 15) {
      throw constructError(workload, `"${name}" is no name of a Service port`, 'write lowercase letters, digits and hyphens, at most 15');
    }
    withPath(workload, () => [checkedPort(`port ${name}`, port), checkedPort(`target of port ${name}`, targetPort)]);
  }
}

/** Containers may be added later, so this is asked at synth. */
function undeclaredPorts(workload: WiredWorkload, ports: readonly ExposedPort[]): string[] {
  const declared = workload.containers.flatMap(container => container.ports.map(port => port.number));
  return ports
    .filter(({ port, targetPort = port }) => !declared.includes(targetPort))
    .map(({ name, port, targetPort = port }) => `the Service sends port ${name} to ${targetPort}, which no container declares; `
      + `add ports: [{ number: ${targetPort} }] to the container that listens there, or correct targetPort (declared: ${declared.join(', ') || 'none'})`);
}
