import { Service } from '../manifest';
import { Link } from './answer';
import { Cluster } from './cluster';
import { Flow } from './decide';
import { fullName } from './name-link';
import { someOf } from './phrases';
import { ServiceName } from './resolve-name';

/** What is known of a Service that neither the files nor the state hold. */
export function serviceMissingLink(cluster: Cluster, name: ServiceName, { port, protocol }: Pick<Flow, 'protocol'> & { readonly port: number }): Link {
  const { namespace, name: service } = name;
  const title = `Service ${namespace ? `${namespace}/` : ''}${service}`;
  if (namespace === 'default' && service === 'kubernetes') {
    return { kind: 'service', verdict: 'unknown', reason: 'not-known', text: `${title} is the API server, which is no pod of a workload` };
  }
  const serves = ({ ports }: Service): boolean => ports.some(one => one.port === port && one.protocol === protocol);
  const others = cluster.servicesNamed(service).filter(other => other.namespace !== '');
  const elsewhere = others.map(other => other.namespace);
  const serving = others.filter(serves);
  const fix = others.length > 0 ? writeOneOf(serving.length > 0 ? serving : others, cluster) : undefined;
  const where = elsewhere.length > 0 ? `; there is one in namespace ${someOf(elsewhere)}` : '';
  if (cluster.set.presence('Service', namespace, service) !== 'absent') {
    return { kind: 'service', verdict: 'unknown', reason: 'not-known', text: `${title} is in no manifest${where}`, fix: fix ?? 'give its manifest, or the state of the cluster' };
  }
  return {
    kind: 'service',
    verdict: 'blocked',
    reason: elsewhere.length > 0 ? 'service-elsewhere' : 'service-missing',
    text: `${title} does not exist${where}`,
    fix: fix ?? fixByPort(cluster.set.services.filter(other => other.namespace !== '' && serves(other)), name, cluster),
  };
}

/** A few Services of other namespaces on the port tell more than a list of whatever the namespace has. */
function fixByPort(serving: readonly Service[], { name, namespace }: ServiceName, cluster: Cluster): string {
  const near = cluster.nearestService(name, namespace);
  const others = serving.filter(other => other.namespace !== namespace);
  return near.includes('did you mean') || others.length === 0 || others.length > 3 ? near : writeOneOf(others, cluster);
}

function writeOneOf(services: readonly Service[], { zone }: Cluster): string {
  return `write ${someOf(services.map(service => fullName({ name: service.name, namespace: service.namespace }, zone)))}`;
}
