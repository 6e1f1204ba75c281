import { ManifestObject } from '../../../manifest';
import { isClusterScoped } from '../../../manifest/scope';
import { rule } from '../../rule';

/** Groups whose kinds have a namespace, but for those of the list of cluster-scoped kinds. */
const NAMESPACED_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'autoscaling', 'networking.k8s.io', 'policy', 'rbac.authorization.k8s.io']);

/** Kinds that say in which namespace a program runs. Operators and charts place roles, leases and custom resources in other ones on purpose. */
const TELLING: ReadonlySet<string> = new Set([
  'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod', 'Service', 'ConfigMap', 'Secret', 'ServiceAccount', 'NetworkPolicy',
]);

const NAME_LABELS = ['app', 'app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app.kubernetes.io/part-of'];

export const namespaceMissing = rule({
  code: 'CFG251',
  title: 'An object names no namespace, while those that belong to it do',
  severity: 'warning',
  reads: ['objects'],
  why: 'Without `metadata.namespace` an object lands in the namespace of whoever applies it, mostly `default`. A Deployment there is not selected by the Service '
    + 'in the namespace of the platform, finds none of its ConfigMaps and Secrets, and no policy of the platform holds for it. '
    + 'Objects of a folder belong together by their name or by a label such as `app`. A folder with a `Kustomization` is left alone, since that sets namespaces, so is one where most objects name none, and what Helm manages; with `--namespace` nothing is reported.',
  repair: 'Write the namespace that the other objects name, or take it from all of them and give it when applying.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  check: function* ({ objects }) {
    const kustomized = new Set(objects.filter(({ kind }) => kind === 'Kustomization').map(folderOf));
    const named = new Map<string, Map<string, ManifestObject>>();
    const unnamed = new Map<string, number>();
    for (const object of objects.filter(isTelling)) {
      unnamed.set(folderOf(object), (unnamed.get(folderOf(object)) ?? 0) + (object.namespace === '' ? 1 : -1));
      if (object.namespace === '') continue;
      for (const identity of identitiesOf(object)) {
        const namespaces = named.get(identity) ?? new Map<string, ManifestObject>();
        namespaces.set(object.namespace, namespaces.get(object.namespace) ?? object);
        named.set(identity, namespaces);
      }
    }
    for (const object of objects) {
      if (object.namespace !== '' || !isNamespaced(object) || isManaged(object) || kustomized.has(folderOf(object)) || (unnamed.get(folderOf(object)) ?? 0) > 0) continue;
      const related = new Map(identitiesOf(object).flatMap(identity => [...named.get(identity) ?? []]));
      if (related.size !== 1) continue;
      const [[namespace, other]] = related;
      yield {
        at: object.at('metadata'),
        message: `${object.kind} ${object.name} names no namespace, while ${other.kind} ${other.name} is in ${namespace}`,
        fix: `write namespace: ${namespace} into its metadata`,
        related: [{ at: other.at('metadata', 'namespace'), message: `the namespace of ${other.kind} ${other.name}` }],
      };
    }
  },
});

function isNamespaced({ kind, group, name }: ManifestObject): boolean {
  return name !== '' && NAMESPACED_GROUPS.has(group) && !isClusterScoped(kind);
}

function isTelling({ kind, group, namespace }: ManifestObject): boolean {
  return TELLING.has(kind) && NAMESPACED_GROUPS.has(group) && namespace !== 'kube-system';
}

/** Whether Helm gives it the namespace of its release. */
function isManaged({ labels }: ManifestObject): boolean {
  return labels['app.kubernetes.io/managed-by'] === 'Helm';
}

/** By what objects of one folder belong together. */
function identitiesOf(object: ManifestObject): string[] {
  const { name, labels } = object;
  const names = new Set([name, ...NAME_LABELS.flatMap(label => labels[label] ?? [])]);
  return [...names].map(identity => `${folderOf(object)}/${identity}`);
}

function folderOf({ document: { file } }: ManifestObject): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
