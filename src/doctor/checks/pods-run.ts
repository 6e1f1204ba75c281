import { numberOf } from '../../manifest';
import { someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { targetOf } from '../client';
import { faultOf } from '../private/pod-faults';
import { lastRun, LivePod, podsOfClient } from '../private/pods';

/** Whether the pods of the workload live. */
export const podsRun: Check = {
  id: 'pods-run',
  category: 'configuration',
  title: 'the pods of the workload run',
  run: checkPods,
};

async function checkPods(context: CheckContext): Promise<Outcome> {
  const { client, live } = context;
  const pods = (await podsOfClient(client, live)).filter(({ deleted }) => !deleted);
  return client.workload.finite ? judgeRun(pods, context) : judge(pods.filter(({ phase }) => phase !== 'Succeeded'), context);
}

/** Of a Job and a CronJob the last run counts; what failed before has been made good, or was told at its time. */
function judgeRun(pods: readonly LivePod[], context: CheckContext): Outcome {
  const run = lastRun(pods);
  const active = run.filter(({ phase }) => phase !== 'Succeeded' && phase !== 'Failed');
  const judged = active.length > 0 ? active : run.slice(0, 1);
  const outcome = judged[0]?.phase === 'Succeeded' ? ok(`${judged[0].name} ended well`) : judge(judged, context);
  const earlier = pods.filter(pod => pod.phase === 'Failed' && !judged.includes(pod)).length;
  if (earlier === 0) return outcome;
  return { ...outcome, detail: `${outcome.detail}; ${earlier === 1 ? 'an earlier pod' : `${earlier} earlier pods`} failed` };
}

function judge(pods: readonly LivePod[], context: CheckContext): Outcome {
  const { client: { workload }, options } = context;
  if (pods.length === 0) return withoutPods(context);
  const faults = pods.flatMap(pod => faultOf(pod, options.now) ?? []);
  const broken = faults.filter(({ runs }) => !runs);
  const detail = someOf(faults.map(({ text }) => text));
  if (broken.length === pods.length) return { status: 'failed', detail, hint: hintFor(workload.namespace, broken[0].pod) };
  if (faults.length > 0) return { status: 'warning', detail, hint: hintFor(workload.namespace, faults[0].pod) };
  return ok(pods.length === 1 ? pods[0].name : `${pods.length} pods`);
}

function hintFor(namespace: string, pod: string): string {
  return `kubectl describe pod ${pod} -n ${namespace}`;
}

function withoutPods({ client: { workload } }: CheckContext): Outcome {
  const { kind, namespace, object } = workload;
  const target = targetOf(workload);
  if (kind === 'CronJob' || kind === 'Job') return skipped(`no pod of ${target} runs at the moment`);
  if (numberOf(object.get('spec', 'replicas')) === 0) {
    return { status: 'warning', detail: `${target} has 0 replicas`, hint: `kubectl scale ${target} -n ${namespace} --replicas=1` };
  }
  return { status: 'failed', detail: `${target} has no pods`, hint: `kubectl describe ${target} -n ${namespace}` };
}
