import { Selector, someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { issue } from '../issue';
import { faultOf } from '../private/pod-faults';
import { noService, podsBehind, serviceOf } from '../private/server';

/** Rule book §7.5. */
export const serverPods: Check = {
  id: 'server-pods',
  category: 'server',
  title: 'the pods of the server run and are ready',
  needs: ['service-exists'],
  run: checkPods,
};

async function checkPods(context: CheckContext): Promise<Outcome> {
  const service = await serviceOf(context);
  if (!service) return skipped(noService(context));
  const { namespace, name, selector } = service;
  const pods = (await podsBehind(service, context))?.filter(({ deleted }) => !deleted);
  if (!pods) return skipped(`Service ${namespace}/${name} has no selector that tells its pods`);
  if (pods.length === 0) {
    return {
      status: 'failed',
      detail: `no pod of namespace ${namespace} has the labels ${Selector.ofLabels(selector)} of Service ${name}`,
      issue: issue(2, `check endpoints and NATS pods: start the server, or correct the labels (kubectl get pods -n ${namespace} --show-labels)`),
    };
  }
  const faults = pods.flatMap(pod => faultOf(pod, context.options.now) ?? []);
  if (faults.length === 0) return ok(pods.length === 1 ? pods[0].name : `${pods.length} pods`);
  const detail = someOf(faults.map(({ text }) => text));
  const look = `kubectl describe pod ${faults[0].pod} -n ${namespace}`;
  const works = pods.length > faults.filter(({ runs }) => !runs).length;
  return works ? { status: 'warning', detail, hint: look } : { status: 'failed', detail, issue: issue(2, `check endpoints and NATS pods: ${look}`) };
}
