import { Workload } from '../../manifest';

/** Why new pods do not come by themselves, and not by `kubectl rollout restart` either; undefined where they do. */
export function heldBy({ object, kind }: Workload): string | undefined {
  if (object.get('spec', 'replicas') === 0) return 'it has no replicas: pods that start later take the change';
  if (kind === 'Deployment' && object.get('spec', 'paused') === true) return 'it is paused: nothing rolls until it is resumed';
  if (kind === 'ReplicaSet' || kind === 'ReplicationController') return `a ${kind} keeps its pods: delete them`;
  if (object.get('spec', 'updateStrategy', 'type') === 'OnDelete') return 'its updateStrategy is OnDelete: each pod takes the change when it is deleted';
  const partition = object.get('spec', 'updateStrategy', 'rollingUpdate', 'partition');
  const replicas = object.get('spec', 'replicas') ?? 1;
  if (kind !== 'StatefulSet' || typeof partition !== 'number' || partition < Number(replicas)) return undefined;
  return `its partition ${partition} holds back all of its pods`;
}
