import { ContainerPort, Workload } from '../manifest';
import { completeLabels, LabelSet } from './label-set';
import { PodPorts } from './port-rule';

/** Pods that policies cannot tell apart: those of a workload, or those that a Service stands for. */
export interface Pods {
  /** For messages: `namespace/name[Kind]`, or how the pods are known. */
  readonly title: string;

  /** Empty where the objects name none. */
  readonly namespace: string;
  readonly namespaceLabels: LabelSet;
  readonly labels: LabelSet;
  readonly ports: PodPorts;

  /** In the network of the node, where policies do not limit it and selectors do not find it. */
  readonly hostNetwork: boolean;

  /** Undefined where the pods are only known through a Service. */
  readonly workload?: Workload;
}

const JOB_LABELS = ['job-name', 'batch.kubernetes.io/job-name', 'controller-uid', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-completion-index'];

/** Labels that controllers write on each pod, with a value that the manifest does not hold. */
const CONTROLLER_LABELS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['pod-template-hash'],
  ReplicaSet: ['pod-template-hash'],
  StatefulSet: ['statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index', 'controller-revision-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  Job: JOB_LABELS,
  CronJob: JOB_LABELS,
};

/** Keys of labels that a controller may write. */
export const CONTROLLER_KEYS: ReadonlySet<string> = new Set(Object.values(CONTROLLER_LABELS).flat());

/** The labels of a workload's pods. */
export function labelsOfPods({ kind, podLabels }: Workload): LabelSet {
  const written = CONTROLLER_LABELS[kind];
  return written ? { labels: podLabels, unknown: new Set(written) } : completeLabels(podLabels);
}

/** The ports that pods of a workload declare, by the containers that stay. */
export function portsOfPods({ containers, object }: Workload): readonly ContainerPort[] {
  return containers
    .filter(({ list, path }) => list === 'containers' || (list === 'initContainers' && object.get(...path, 'restartPolicy') === 'Always'))
    .flatMap(({ ports }) => ports);
}
