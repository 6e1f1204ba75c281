import { nonEmpty } from './prop-values';
import { whyUnnamed } from './variable-entries';
import { listOf, objectOf, textsOf, Workload } from '../../manifest';
import { Expression, ObjectEntry } from '../code';

/** The labels that select pods. */
export type Identity = Readonly<Record<string, string>>;

/** Whether what has labels is selected by others. */
export function carries(labels: Identity, selector: Identity): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** The pods of a workload, and how they are selected. */
export interface Pods {
  readonly workload: Workload;
  readonly identity: Identity;
}

/** The classes of the library, by kind and API version. */
export const CLASSES: ReadonlyMap<string, string> = new Map([
  ['apps/v1 Deployment', 'NatsAwareDeployment'],
  ['apps/v1 DaemonSet', 'NatsAwareDaemonSet'],
  ['apps/v1 StatefulSet', 'NatsAwareStatefulSet'],
  ['batch/v1 CronJob', 'NatsAwareCronJob'],
  ['batch/v1 Job', 'NatsAwareJob'],
]);

/** A reference without what a pipeline has to fill in. */
const IMAGE = /^[a-z0-9][a-z0-9._-]*(?::\d+)?(?:\/[a-z0-9][a-z0-9._-]*)*(?::\w[\w.-]*)?(?:@sha256:[a-f0-9]{64})?$/;

/** Whether a workload can be one of the library; the text says why not. */
export function whyNoConstruct({ object: manifest, podLabels, containers, podSpec }: Workload, identity: Identity | undefined): string | undefined {
  if (!CLASSES.has(`${manifest.apiVersion} ${manifest.kind}`)) return `the library has no construct for ${manifest.apiVersion} ${manifest.kind}`;
  if (manifest.name === '') return 'no construct leaves its name to the cluster';
  if (!identity || Object.keys(identity).length === 0) return 'its pods have no labels that its selector names one by one';
  if (Object.entries(identity).some(([key, value]) => podLabels[key] !== value)) return 'its pods lack the labels of its selector';
  if (containers.length === 0 || containers.some(({ list }) => list === 'ephemeralContainers')) return 'it has containers for debugging';
  const unusable = containers.find(({ image }) => !IMAGE.test(image ?? ''));
  if (unusable) return unusable.image === undefined ? `container ${unusable.name} has no image` : `image ${unusable.image} of container ${unusable.name} is no image reference`;
  if (!listOf(podSpec.containers).every(container => objectOf(container))) return 'a container is no object';
  return containers.map(whyUnnamed).find(why => why !== undefined);
}

/** The labels by which a workload's pods are selected. */
export function identityOf({ object: manifest, podLabels, finite }: Workload, selectors: readonly Identity[]): Identity | undefined {
  if (finite) {
    const fitting = selectors.filter(labels => carries(podLabels, labels));
    const [closest] = fitting.sort((a, b) => Object.keys(b).length - Object.keys(a).length);
    return closest ?? Object.fromEntries(Object.entries(podLabels).filter(([key]) => key !== 'version'));
  }
  const selector = manifest.object('spec', 'selector');
  return selector && Object.keys(selector).join() === 'matchLabels' ? { ...textsOf(selector.matchLabels) } : undefined;
}

/** Labels beside those of the identity, which constructs write by themselves. */
export function withoutIdentity(labels: readonly ObjectEntry[], identity: Identity): Expression | undefined {
  return nonEmpty({ kind: 'object', entries: labels.filter(({ key, value }) => value.kind !== 'literal' || identity[key] !== value.value) });
}
