import { k8s } from 'cdk8s-plus-28';
import { NatsAwareOptions } from '../nats-aware-options';
import { UnsatisfiableSpread } from '../topology-spread';

/** The pod spec of cdk8s-plus with what it cannot express. */
export function completePodSpec(spec: k8s.PodSpec, options: NatsAwareOptions, serviceAccountName?: string): k8s.PodSpec {
  return withTmp({
    ...spec,
    priorityClassName: options.priorityClassName,
    imagePullSecrets: pullSecrets(spec, options.imagePullSecrets ?? []),
    topologySpreadConstraints: options.topologySpread?.map(spread => ({
      topologyKey: spread.topologyKey,
      maxSkew: spread.maxSkew ?? 1,
      whenUnsatisfiable: spread.whenUnsatisfiable ?? UnsatisfiableSpread.SCHEDULE_ANYWAY,
      labelSelector: { matchLabels: { ...options.labels } },
    })),
    ...(serviceAccountName && { serviceAccountName, automountServiceAccountToken: true }),
  });
}

function pullSecrets(spec: k8s.PodSpec, names: readonly string[]): k8s.LocalObjectReference[] | undefined {
  const secrets = [...(spec.imagePullSecrets ?? []), ...names.map(name => ({ name }))];
  return secrets.length > 0 ? secrets : undefined;
}

/** Programs write to /tmp; where the root is read-only and nothing is mounted there, they get an emptyDir of the pod. */
function withTmp(spec: k8s.PodSpec): k8s.PodSpec {
  const needTmp = [...spec.containers, ...(spec.initContainers ?? [])].filter(needsTmp);
  if (needTmp.length === 0) return spec;
  const name = freeName('default-tmp', spec.volumes ?? []);
  const mounted = (container: k8s.Container) => needTmp.includes(container)
    ? { ...container, volumeMounts: [...(container.volumeMounts ?? []), { name, mountPath: '/tmp' }] }
    : container;
  return {
    ...spec,
    containers: spec.containers.map(mounted),
    initContainers: spec.initContainers?.map(mounted),
    volumes: [...(spec.volumes ?? []), { name, emptyDir: {} }],
  };
}

function freeName(wanted: string, taken: readonly k8s.Volume[]): string {
  return taken.some(volume => volume.name === wanted) ? freeName(`${wanted}-tmp`, taken) : wanted;
}

function needsTmp(container: k8s.Container): boolean {
  return container.securityContext?.readOnlyRootFilesystem === true
    && !container.volumeMounts?.some(mount => mount.mountPath.replace(/\/+$/, '') === '/tmp');
}
