import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { isServiceLabel } from '../../address/private/dns-name';
import { claimName } from '../../app/private/names';
import { NatsAwareOptions } from '../nats-aware-options';

/** The headless Service that gives the pods of a StatefulSet their names; the workload selects its pods. */
export function headlessService(scope: Construct, id: string, props: kplus.WorkloadProps & NatsAwareOptions): kplus.Service {
  const name = `${props.metadata?.name}-headless`;
  const ports = (props.containers ?? []).flatMap(({ portNumber, port = portNumber, ports: more = [] }) => [
    ...port === undefined ? [] : [{ number: port, name: undefined, protocol: undefined }],
    ...more,
  ]);
  if (ports.length === 0) throw new Error(`${scope.node.path}/${id}: a StatefulSet needs a Service and no container declares a port; declare one, or give service`);
  if (!isServiceLabel(name)) throw new Error(`${scope.node.path}/${id}: its Service cannot be named ${name}; begin metadata.name with a letter and write no dots, or give service`);
  const namespace = props.metadata?.namespace;
  const service = new kplus.Service(scope, `${id}-headless`, {
    metadata: { name, namespace, labels: { ...props.labels } },
    clusterIP: 'None',
    ports: servicePorts(ports),
  });
  claimName(service, 'Service', service.metadata.namespace, name);
  return service;
}

/** Kubernetes refuses two ports of one number and protocol, and two of one name. */
function servicePorts(ports: readonly kplus.ContainerPort[]): kplus.ServicePort[] {
  const protocolOf = ({ protocol = kplus.Protocol.TCP }: kplus.ContainerPort) => protocol;
  const same = (a: kplus.ContainerPort, b: kplus.ContainerPort) => a.number === b.number && protocolOf(a) === protocolOf(b);
  const distinct = ports.filter((port, i) => ports.findIndex(other => same(port, other)) === i);
  const names: string[] = [];
  return distinct.map(port => {
    const { number, protocol } = port;
    const suffix = `-${protocolOf(port).toLowerCase()}`;
    const wanted = port.name ?? `port-${number}`;
    const name = names.includes(wanted) ? `port-${number}${suffix}` : wanted;
    names.push(name);
    return { port: number, targetPort: number, name, protocol };
  });
}
