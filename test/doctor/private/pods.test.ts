import { faultOf } from '../../../src/doctor/private/pod-faults';
import { readPod } from '../../../src/doctor/private/pods';

const NOW = new Date('2026-03-02T10:00:00Z');

test('a pod of which nothing is told has no phase', () => {
  expect(faultOf(readPod({ metadata: { name: 'p' } }), NOW)?.text).toBe('pod p does not run: it is in no phase');
});

test('a container that ended without a reason and well has only ended', () => {
  const pod = readPod({ metadata: { name: 'p' }, status: { containerStatuses: [{ name: 'c', state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: { exitCode: 0 } } }] } });
  expect(faultOf(pod, NOW)?.text).toBe('pod p does not run: container c is in CrashLoopBackOff, it ended by itself');
});
