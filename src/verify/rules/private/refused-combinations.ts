import { FieldPath, JsonObject, listOf, ManifestObject, objectOf, textOf, Workload } from '../../../manifest';

/** Fields that the API server does not take together, and what to do. */
export interface RefusedCombination {
  readonly path: FieldPath;

  /** @default 'value' */
  readonly part?: 'key';
  readonly message: string;
  readonly fix: string;
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HANDLERS = ['exec', 'grpc', 'httpGet', 'tcpSocket'];

/** The refused combinations in a workload. */
export function refusedInWorkload(workload: Workload): RefusedCombination[] {
  return [...refusedRestartPolicy(workload), ...refusedVolumes(workload), ...refusedProbes(workload)];
}

/** The refused combinations in an object of another kind. */
export function refusedInObject(object: ManifestObject): RefusedCombination[] {
  const spec = object.object('spec');
  if (!spec) return [];
  switch (`${object.group}/${object.kind}`) {
    case '/Service': return [...refusedPorts(spec), ...refusedServiceType(spec)];
    case 'autoscaling/HorizontalPodAutoscaler': return refusedScale(spec);
    case 'policy/PodDisruptionBudget': return refusedBudget(spec);
    default: return [];
  }
}

function refusedRestartPolicy({ kind, finite, podSpec, podPath }: Workload): RefusedCombination[] {
  const policy = textOf(podSpec.restartPolicy);
  const path = [...podPath, 'restartPolicy'];
  const fix = 'write restartPolicy: Never or OnFailure';
  if (finite && policy === undefined) return [{ path: podPath, part: 'key', message: 'the pods of a Job need a restartPolicy', fix }];
  if (finite && policy === 'Always') return [{ path, message: 'the pods of a Job cannot have restartPolicy Always', fix }];
  if (!finite && kind !== 'Pod' && (policy === 'Never' || policy === 'OnFailure')) {
    return [{ path, message: `the pods of a ${kind} cannot have restartPolicy ${policy}`, fix: 'remove restartPolicy, or make it a Job' }];
  }
  return [];
}

function refusedVolumes({ podSpec, podPath }: Workload): RefusedCombination[] {
  return listOf(podSpec.volumes).flatMap((value, i) => {
    const sources = Object.entries(objectOf(value) ?? {}).filter(([field, source]) => field !== 'name' && source !== null).map(([field]) => field);
    if (sources.length < 2) return [];
    return [{ path: [...podPath, 'volumes', i], message: `a volume has the sources ${sources.join(' and ')}`, fix: 'leave one of them, and make a second volume for the other' }];
  });
}

function refusedProbes({ containers, object }: Workload): RefusedCombination[] {
  return containers.flatMap(({ path, name }) => PROBES.flatMap((probe) => {
    const value = object.object(...path, probe);
    if (!value) return [];
    const handlers = HANDLERS.filter(handler => objectOf(value[handler]));
    if (handlers.length === 1) return [];
    const found = handlers.length === 0 ? 'has no check' : `has the checks ${handlers.join(' and ')}`;
    return [{ path: [...path, probe], message: `${probe} of container ${name} ${found}`, fix: `give it one of ${HANDLERS.join(', ')}` }];
  }));
}

function refusedPorts({ ports, type, clusterIP }: JsonObject): RefusedCombination[] {
  const entries = listOf(ports);
  if (entries.length === 0 && type !== 'ExternalName' && clusterIP !== 'None') {
    return [{ path: ['spec'], message: 'the Service has no ports', fix: 'add the ports that it serves' }];
  }
  if (entries.length < 2) return [];
  return entries.flatMap((entry, i) => {
    const port = objectOf(entry);
    if (!port || port.name) return [];
    return [{ path: ['spec', 'ports', i], message: 'a port of a Service with several ports has no name', fix: 'give each port a name' }];
  });
}

function refusedServiceType({ type = 'ClusterIP', ports, externalName }: JsonObject): RefusedCombination[] {
  if (type === 'ExternalName' && !externalName) {
    return [{ path: ['spec', 'type'], message: 'an ExternalName Service has no externalName', fix: 'add externalName' }];
  }
  if (type !== 'ClusterIP') return [];
  return listOf(ports).flatMap((entry, i) => {
    const nodePort = objectOf(entry)?.nodePort;
    if (!nodePort) return [];
    return [{ path: ['spec', 'ports', i, 'nodePort'], message: 'a Service of type ClusterIP has a nodePort', fix: 'write type: NodePort, or remove nodePort' }];
  });
}

function refusedScale({ minReplicas, maxReplicas }: JsonObject): RefusedCombination[] {
  if (typeof minReplicas !== 'number' || typeof maxReplicas !== 'number' || minReplicas <= maxReplicas) return [];
  return [{ path: ['spec', 'maxReplicas'], message: `maxReplicas ${maxReplicas} is less than minReplicas ${minReplicas}`, fix: `write maxReplicas: ${minReplicas} or more` }];
}

function refusedBudget({ minAvailable = null, maxUnavailable = null }: JsonObject): RefusedCombination[] {
  if (minAvailable === null || maxUnavailable === null) return [];
  return [{ path: ['spec', 'maxUnavailable'], message: 'the budget has both minAvailable and maxUnavailable', fix: 'leave one of them' }];
}
