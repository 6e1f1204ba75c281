import { ManifestSet, textOf, Workload } from '../../../manifest';
import { labelsOfPods } from '../../../reachability/pods';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { selectorOfService } from '../private/pod-index';

export const statefulSetService = rule({
  code: 'OBJ522',
  title: 'The Service of a StatefulSet does not give its pods names',
  severity: 'warning',
  reads: ['workloads', 'set', 'urls'],
  why: 'The pods of a StatefulSet are found as `pod-0.service.namespace.svc.cluster.local`. These names exist only with a headless Service that is named in `serviceName` and selects the pods; '
    + 'a NATS cluster finds its routes by them. With a single replica that nobody calls by its name it is an advice.',
  repair: 'Name a Service with `clusterIP: None` whose selector fits the pods.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  check: ({ workloads, set, urls }) => {
    const called = new Set(urls.map(({ host }) => host?.split('.')[0]));
    return workloads.flatMap(workload => (workload.kind === 'StatefulSet' ? withoutNames(workload, set, called) : []));
  },
});

function withoutNames(workload: Workload, set: ManifestSet, called: ReadonlySet<string | undefined>): Observation[] {
  const { object, namespace, name } = workload;
  const serviceName = textOf(object.get('spec', 'serviceName'));
  if (!serviceName) return [];
  const at = object.at('spec', 'serviceName');
  const service = set.service(namespace, serviceName);
  if (!service) {
    if (set.presence('Service', namespace, serviceName) !== 'absent') return [];
    return [{
      at, severity: set.closedWorld ? 'error' : undefined, message: `StatefulSet ${name} names Service ${serviceName}, which does not exist`, fix: 'add a headless Service of that name',
    }];
  }
  if (!service.headless) {
    const isAlone = (object.get('spec', 'replicas') ?? 1) === 1 && !called.has(`${name}-0`);
    return [{
      at,
      severity: isAlone ? 'advice' : undefined,
      message: `Service ${serviceName} of StatefulSet ${name} is not headless, so that its pods have no names of their own`,
      fix: 'name a Service with clusterIP: None',
      related: [{ at: service.object.at('spec'), message: 'the Service' }],
    }];
  }
  const selector = selectorOfService(service);
  if (selector.everything || selector.match(labelsOfPods(workload)) !== 'no') return [];
  return [{
    at,
    message: `Service ${serviceName} of StatefulSet ${name} selects ${selector}, and not its pods`,
    fix: 'write the labels of the pods into the selector of the Service',
    related: [{ at: service.object.at('spec', 'selector'), message: 'the selector' }],
  }];
}
