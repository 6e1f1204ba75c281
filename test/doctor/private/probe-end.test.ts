import { CheckResult, diagnose } from '../../../src/doctor';
import { JsonObject } from '../../../src/manifest';
import { FakeKubectl } from '../support/fake-kubectl';
import { HEALTHY, NOW } from '../support/objects';

const EVENTS = /^kubectl get events -n shop --field-selector involvedObject\.name=petrosa-nats-doctor-[0-9a-f]{8}$/;

/** What is told of a pod that stays as it is, with the seconds that were waited for it. */
async function told(status: JsonObject, kubectlSeconds = 0): Promise<{ dns: CheckResult; slept: number }> {
  const kubectl = new FakeKubectl({ objects: HEALTHY, instead: { 'get pod petrosa': { type: 'ended', code: 0, out: JSON.stringify({ status }), err: '' } } });
  let slept = 0;
  let answered = 0;
  const around = {
    now: () => new Date(NOW.getTime() + (slept + answered * kubectlSeconds) * 1000),
    sleep: (seconds: number) => {
      slept += seconds;
      return Promise.resolve();
    },
  };
  const answer = kubectl.run.bind(kubectl);
  kubectl.run = (args, options) => {
    if (args[0] === 'get' && args[1] === 'pod') answered++;
    return answer(args, options);
  };
  const selection = { workloads: [{ kind: 'Deployment', name: 'ticker' }], where: { namespace: 'shop' } };
  const { examinations: [{ results }] } = await diagnose(selection, kubectl, { zone: 'cluster.local', timeoutSeconds: 10, waitSeconds: 0, failOn: 'failed', probe: { image: 'busybox:1.36.1' } }, around);
  return { dns: results.find(({ id }) => id === 'probe-dns')!, slept };
}

const terminated = { name: 'probe', state: { terminated: { exitCode: 137 } } };

test.each<[string, JsonObject, string]>([
  ['evicted', { phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory. ' }, 'the probe failed: Evicted, The node was low on resource: memory'],
  ['evicted while it ran', { phase: 'Failed', reason: 'Evicted', containerStatuses: [terminated] }, 'the probe failed: Evicted'],
  ['failed without a word', { phase: 'Failed' }, 'the probe failed'],
  ['without its Secret', { phase: 'Pending', containerStatuses: [{ name: 'probe', state: { waiting: { reason: 'CreateContainerConfigError' } } }] }, 'the probe does not start: CreateContainerConfigError'],
])('the wait for a probe ends at once where it is %s, with the reason', async (_, status, detail) => {
  const { dns, slept } = await told(status);
  expect([dns, slept]).toMatchObject([{ status: 'unchecked', detail, hint: expect.stringMatching(EVENTS) }, 0]);
});

test('a probe is waited for where no node takes it, and the reason told', async () => {
  const message = '0/3 nodes are available: 3 Insufficient memory';
  const { dns, slept } = await told({ phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: `${message}.` }] });
  expect([dns, slept]).toMatchObject([{
    status: 'unchecked',
    detail: `no node took the probe within 60 s: Unschedulable, ${message}`,
    hint: 'the probe needs room on a node that the nodeSelector and the tolerations of the workload admit: kubectl describe nodes',
  }, 60]);
});

test.each<[string, JsonObject, string]>([
  ['start', { phase: 'Pending', containerStatuses: [{ name: 'probe', state: { waiting: { reason: 'ContainerCreating' } } }] }, 'the probe did not start within 60 s: ContainerCreating'],
  ['begin', { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'True' }] }, 'the probe did not start within 60 s: Pending'],
  ['exist', {}, 'the probe did not start within 60 s: it is in no phase'],
  ['end', { phase: 'Running', containerStatuses: [{ name: 'probe', state: { running: {} } }] }, 'the probe did not end within 60 s'],
])('a probe that does not %s in time is told by what it does', async (_, status, detail) => {
  expect((await told(status)).dns).toMatchObject({ status: 'unchecked', detail, hint: expect.stringMatching(EVENTS) });
});

test('a probe is not waited for longer where the cluster is slow', async () => {
  expect((await told({ phase: 'Pending' }, 9)).slept).toBeLessThan(10);
});
