import { listOf, objectOf, Service, textOf, valueAt } from '../../manifest';
import { Selector, someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { issue } from '../issue';
import { ifKnown } from '../private/objects';
import { faultOf } from '../private/pod-faults';
import { noService, podsBehind, serviceOf } from '../private/server';

/** Rule book §7.1, and issue 2 of §8. */
export const serviceEndpoints: Check = {
  id: 'service-endpoints',
  category: 'service',
  title: 'the Service has ready endpoints',
  needs: ['service-exists'],
  run: checkEndpoints,
};

async function checkEndpoints(context: CheckContext): Promise<Outcome> {
  const service = await serviceOf(context);
  if (!service) return skipped(noService(context));
  const title = `Service ${service.namespace}/${service.name}`;
  if (service.externalName !== undefined) return skipped(`${title} stands for the host ${service.externalName}`);
  const { items } = await context.live.json(['get', 'endpointslices', '-n', service.namespace, '-l', `kubernetes.io/service-name=${service.name}`, '-o', 'json']);
  const endpoints = listOf(items).flatMap(slice => listOf(objectOf(slice)?.endpoints));
  const ready = endpoints.filter(endpoint => valueAt(endpoint, ['conditions', 'ready']) !== false);
  if (ready.length > 0) {
    const addresses = ready.flatMap(endpoint => textOf(listOf(valueAt(endpoint, ['addresses']))[0]) ?? []);
    const detail = `${ready.length} of ${endpoints.length} ready: ${someOf(addresses)}`;
    return ready.length < endpoints.length ? { status: 'warning', detail, hint: `kubectl get pods -n ${service.namespace} -o wide` } : ok(detail);
  }
  return { status: 'failed', ...await whyNone(service, endpoints.length, context) };
}

async function whyNone(service: Service, unready: number, context: CheckContext): Promise<Pick<Outcome, 'detail' | 'issue'>> {
  const { namespace, name, selector } = service;
  const title = `Service ${namespace}/${name}`;
  const pods = await ifKnown(podsBehind(service, context));
  if (unready === 0 && pods?.length === 0) {
    return {
      detail: `${title} selects no pod: none of namespace ${namespace} has the labels ${Selector.ofLabels(selector)}`,
      issue: issue(2, `check endpoints and NATS pods: start the server's pods, or give the Service the labels that they have (kubectl get pods -n ${namespace} --show-labels)`),
    };
  }
  const faults = pods?.flatMap(pod => faultOf(pod, context.options.now) ?? []) ?? [];
  const detail = `none of ${unready} endpoints of ${title} is ready${faults.length > 0 ? `: ${someOf(faults.map(({ text }) => text))}` : ''}`;
  const look = faults.length > 0 ? `kubectl describe pod ${faults[0].pod} -n ${namespace}; kubectl logs ${faults[0].pod} -n ${namespace}` : `kubectl get endpointslices -n ${namespace}`;
  return { detail, issue: issue(2, `check endpoints and NATS pods: ${look}`) };
}
