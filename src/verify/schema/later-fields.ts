/** Fields that Kubernetes got after the release of the schema, with the release that first knew each, by type and field. */
const LATER: ReadonlyMap<string, string> = new Map([
  ['core.v1.LifecycleHandler.sleep', '1.29'],
  ['core.v1.PodAffinityTerm.matchLabelKeys', '1.29'],
  ['core.v1.PodAffinityTerm.mismatchLabelKeys', '1.29'],
  ['core.v1.PersistentVolumeClaimSpec.volumeAttributesClassName', '1.29'],
  ['core.v1.PersistentVolumeSpec.volumeAttributesClassName', '1.29'],
  ['core.v1.VolumeProjection.clusterTrustBundle', '1.29'],
  ['core.v1.ServiceSpec.trafficDistribution', '1.30'],
  ['core.v1.SecurityContext.appArmorProfile', '1.30'],
  ['core.v1.PodSecurityContext.appArmorProfile', '1.30'],
  ['core.v1.VolumeMount.recursiveReadOnly', '1.30'],
  ['batch.v1.JobSpec.managedBy', '1.30'],
  ['batch.v1.JobSpec.successPolicy', '1.30'],
  ['core.v1.PodSecurityContext.supplementalGroupsPolicy', '1.31'],
  ['core.v1.Volume.image', '1.31'],
  ['core.v1.PodSpec.resources', '1.32'],
  ['core.v1.PodSecurityContext.seLinuxChangePolicy', '1.32'],
  ['core.v1.Lifecycle.stopSignal', '1.33'],
  ['autoscaling.v2.HPAScalingRules.tolerance', '1.33'],
  ['core.v1.Container.restartPolicyRules', '1.34'],
  ['core.v1.EnvVarSource.fileKeyRef', '1.34'],
  ['core.v1.PodSpec.hostnameOverride', '1.34'],
]);

/** The release of Kubernetes that first knew a field of a type; undefined where none is known. */
export function releaseOf(type: string, field: string): string | undefined {
  return LATER.get(`${type}.${field}`);
}
