import { ObjectChange } from '../compare';
import { listOf, ManifestObject, objectOf, textOf } from '../manifest';
import { Facts } from '../verify';
import { ObjectName, objectName } from './object-name';
import { ingressBackends } from '../verify/rules/private/ingress-backends';

/** An object that is no longer in the files. */
export interface RemovedObject extends ObjectName {
  /** What still refers to it, or was protected by it: `Deployment apps/api`. */
  readonly usedBy: readonly string[];
}

/** The objects that vanish, with those that they are missed by. */
export function removedObjects(objects: readonly ObjectChange[], before: Facts, after: Facts): RemovedObject[] {
  const removed = objects.flatMap(({ kind, before: object }) => (kind === 'removed' && object ? [object] : []));
  return removed.map(object => ({ ...objectName(object), usedBy: [...new Set(usersOf(object, before, after))].sort() }));
}

function usersOf(object: ManifestObject, before: Facts, after: Facts): string[] {
  const { kind, namespace, name } = object;
  switch (kind) {
    case 'ConfigMap':
    case 'Secret': return [...after.referencesTo(kind, namespace, name).map(({ workload }) => titleOf(workload.object)), ...ingressesOfSecret(object, after)];
    case 'Service': return [...callersOf(object, after), ...ingressesOf(object, after)];
    case 'ServiceAccount': return podsWith(object, after, spec => spec.serviceAccountName === name || spec.serviceAccount === name);
    case 'PersistentVolumeClaim': return podsWith(object, after, ({ volumes }) =>
      listOf(volumes).some(volume => objectOf(objectOf(volume)?.persistentVolumeClaim)?.claimName === name));
    case 'Role':
    case 'ClusterRole': return bindingsOf(object, after);
    case 'NetworkPolicy': return protectedBy(object, before, after);
    default: return [...scalersOf(object, after), ...servicesOf(object, before, after)];
  }
}

function titleOf({ kind, namespace, name }: ManifestObject): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;
}

function callersOf({ namespace, name }: ManifestObject, { needs, network }: Facts): string[] {
  return needs.filter(({ host, workload }) => {
    const resolution = host === undefined ? undefined : network.resolve(host, workload);
    return resolution?.type === 'service' && resolution.service.namespace === namespace && resolution.service.name === name;
  }).map(({ workload }) => titleOf(workload.object));
}

function ingressesOf({ namespace, name }: ManifestObject, { set }: Facts): string[] {
  return set.ofKind('Ingress').filter(ingress => ingress.namespace === namespace && ingressBackends(ingress).some(({ service }) => service === name)).map(titleOf);
}

function ingressesOfSecret({ kind, namespace, name }: ManifestObject, { set }: Facts): string[] {
  if (kind !== 'Secret') return [];
  return set.ofKind('Ingress').filter(ingress => ingress.namespace === namespace
    && listOf(ingress.get('spec', 'tls')).some(item => objectOf(item)?.secretName === name)).map(titleOf);
}

function podsWith({ namespace }: ManifestObject, { set }: Facts, uses: (podSpec: Facts['workloads'][number]['podSpec']) => boolean): string[] {
  return set.workloads.filter(workload => workload.namespace === namespace && uses(workload.podSpec)).map(({ object }) => titleOf(object));
}

function bindingsOf({ kind, namespace, name }: ManifestObject, { set }: Facts): string[] {
  return [...set.ofKind('RoleBinding'), ...set.ofKind('ClusterRoleBinding')].filter((binding) => {
    const role = binding.object('roleRef');
    return role?.kind === kind && role.name === name && (kind === 'ClusterRole' || binding.namespace === namespace);
  }).map(titleOf);
}

/** The workloads that a policy selected and that are still there. */
function protectedBy(policy: ManifestObject, before: Facts, after: Facts): string[] {
  const left = new Set(after.set.workloads.map(({ title }) => title));
  return before.set.workloads.filter(workload => left.has(workload.title)
    && (['ingress', 'egress'] as const).some(direction => before.network.policiesOf(workload, direction).some(({ object }) => object === policy)))
    .map(({ object }) => titleOf(object));
}

function scalersOf({ kind, namespace, name }: ManifestObject, { set }: Facts): string[] {
  return set.ofKind('HorizontalPodAutoscaler').filter((scaler) => {
    const target = scaler.object('spec', 'scaleTargetRef');
    return scaler.namespace === namespace && target?.kind === kind && textOf(target?.name) === name;
  }).map(titleOf);
}

/** The Services that selected the pods of a workload, are still there, and have no other pods. */
function servicesOf(object: ManifestObject, before: Facts, after: Facts): string[] {
  const workload = before.set.workload(object);
  if (!workload) return [];
  return after.set.services.filter((service) => {
    const labels = Object.entries(service.selector);
    return service.namespace === workload.namespace && labels.length > 0 && labels.every(([key, value]) => workload.podLabels[key] === value)
      && after.network.workloadsOf(service).every(({ title }) => title === workload.title);
  }).map(service => titleOf(service.object));
}
