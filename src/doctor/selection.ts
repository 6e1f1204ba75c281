import { Where } from './live';
import { Trouble } from './trouble';

/** Kinds of workloads, as kubectl lists them. */
export const RESOURCES: Readonly<Record<string, string>> = {
  Deployment: 'deployments', StatefulSet: 'statefulsets', DaemonSet: 'daemonsets', CronJob: 'cronjobs', Job: 'jobs', Pod: 'pods',
};

/** A workload that a user names. */
export interface NamedWorkload {
  /** Any kind where it is undefined. */
  readonly kind?: string;
  readonly name: string;
}

/** What is to be examined: the named workloads, or all that connect to NATS where none is named. */
export interface Selection {
  readonly workloads: readonly NamedWorkload[];
  readonly where: Where;
}

/** A list that the cluster does not tell: what stands there is not examined. */
export interface Unlisted {
  /** As kubectl lists it: `statefulsets`. */
  readonly resource: string;
  readonly trouble: Trouble;
}

/** Nothing can be examined: what the user named does not exist, or the cluster does not answer. */
export class CannotExamine extends Error {
  /** @param lasting  whether waiting changes nothing about it */
  constructor(message: string, readonly lasting = false) {
    super(message);
  }
}
