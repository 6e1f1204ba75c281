const KINDS: ReadonlyMap<string, string> = new Map(Object.entries({
  pod: 'Pod',
  po: 'Pod',
  deployment: 'Deployment',
  deploy: 'Deployment',
  statefulset: 'StatefulSet',
  sts: 'StatefulSet',
  daemonset: 'DaemonSet',
  ds: 'DaemonSet',
  replicaset: 'ReplicaSet',
  rs: 'ReplicaSet',
  replicationcontroller: 'ReplicationController',
  rc: 'ReplicationController',
  job: 'Job',
  cronjob: 'CronJob',
  cj: 'CronJob',
}));

/** The kind of a workload that a user means by a word, as kubectl takes it: `deploy`, `deployments`. */
export function kindOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  return KINDS.get(lower) ?? KINDS.get(lower.replace(/s$/, ''));
}
