import { FieldPath, ManifestObject, textsOf } from '../../../manifest';

/** Pods that the controller of a custom resource makes from a template. */
export interface CustomPods {
  readonly namespace: string;

  /** The labels of the template; the controller may add others. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Where custom resources hold a template of pods. */
const TEMPLATES: readonly FieldPath[] = [['spec', 'template'], ['spec', 'podTemplate'], ['spec', 'jobTargetRef', 'template'], ['spec', 'jobTemplate', 'spec', 'template']];

/** The pods of a custom resource that holds a template: a Rollout of Argo, a ScaledJob of KEDA. */
export function customPodsOf(object: ManifestObject): CustomPods[] {
  return TEMPLATES.flatMap((path) => {
    const labels = textsOf(object.get(...path, 'metadata', 'labels'));
    return Object.keys(labels).length > 0 ? [{ namespace: object.namespace, labels }] : [];
  });
}
