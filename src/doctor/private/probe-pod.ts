import { Client } from '../client';
import { LivePod } from './pods';
import { JsonObject, listOf, ManifestObject, objectOf, textsOf, valueAt, VariableEntry, Workload } from '../../manifest';
import { PROBE_USER, probeScript } from '../../probe';
import { CONTROLLER_KEYS } from '../../reachability/pods';

/** How a temporary pod is made. */
export interface ProbeOptions {
  readonly image: string;

  /** The commands, without `kubectl`, that remove the pods that may be there at the time; kept while a probe runs. */
  readonly standing?: Set<readonly string[]>;
}

/** Who a probe stands for, and where it goes. */
export interface ProbeRequest {
  readonly client: Client;

  /** Running pods of the client; the probe goes with the first of them. */
  readonly pods: readonly LivePod[];
  readonly name: string;
  readonly url: string;
}

/** The container that goes the way, among others that a cluster may add. */
export const PROBE_CONTAINER = 'probe';

/** Seconds after which the kubelet ends it, whoever forgot it. */
const DEADLINE = 120;

/** The variables of the script that are a login together. */
const LOGINS = [['NATS_USER', 'NATS_PASSWORD'], ['NATS_TOKEN']];

/** What of a pod decides where it runs and how it finds names. */
const SAME = ['dnsPolicy', 'dnsConfig', 'hostAliases', 'hostNetwork', 'imagePullSecrets', 'nodeSelector', 'tolerations'];

/**
 * A pod that goes the way of a client: in its namespace, with its labels and so under its policies, with its way to look up names. It is never ready, so that no
 * Service sends it anything. Undefined where a controller would take it for one of its own.
 */
export function probePod(request: ProbeRequest, { image }: ProbeOptions): JsonObject | undefined {
  const { client: { workload }, pods: [pod], name, url } = request;
  const owner = ownerOf(workload, pod);
  if (!owner) return undefined;
  const spec = objectOf(pod?.object.spec) ?? workload.podSpec;
  const labels = Object.entries(pod?.labels ?? workload.podLabels).filter(([key]) => !CONTROLLER_KEYS.has(key));
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: workload.namespace, labels: Object.fromEntries(labels), ownerReferences: [owner] },
    spec: {
      ...Object.fromEntries(SAME.flatMap(field => spec[field] === undefined ? [] : [[field, spec[field]]])),
      restartPolicy: 'Never',
      activeDeadlineSeconds: DEADLINE,
      terminationGracePeriodSeconds: 1,
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: PROBE_USER, runAsGroup: PROBE_USER, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: PROBE_CONTAINER,
        image,
        command: ['sh', '-c', probeScript('check-nats')],
        env: [{ name: 'NATS_URL', value: url }, { name: 'TRIES', value: '1' }, ...loginOf(workload)],
        readinessProbe: { exec: { command: ['false'] } },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '32Mi' } },
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      }],
    },
  };
}

/** A pod that has a controller is adopted by no other; and it goes with the pod that it stands for. */
function ownerOf({ kind, object }: Workload, pod: LivePod | undefined): JsonObject | undefined {
  if (pod) return { apiVersion: 'v1', kind: 'Pod', name: pod.name, uid: pod.uid, controller: true };
  const uid = object.get('metadata', 'uid');
  return kind === 'Deployment' || kind === 'CronJob' ? { apiVersion: object.apiVersion, kind, name: object.name, uid, controller: true } : undefined;
}

/** The login as a container takes it, its secret part by reference: nobody here reads its value. Half a login would be refused. */
function loginOf({ containers, object }: Workload): JsonObject[] {
  const complete = containers.flatMap(({ variables }) => {
    const given = new Map(variables.flatMap((entry): [string, JsonObject][] => {
      const value = passedOn(entry, object);
      return value ? [[entry.name, { name: entry.name, ...value }]] : [];
    }));
    const whole = LOGINS.filter(names => names.every(name => given.has(name))).flat();
    return whole.length > 0 ? [whole.map(name => given.get(name)!)] : [];
  });
  return complete.at(0) ?? [];
}

/** What another pod can take in the same way; undefined where it cannot. */
function passedOn({ name, value, source, place }: VariableEntry, object: ManifestObject): JsonObject | undefined {
  if (source) return source.type === 'field' ? undefined : { valueFrom: valueAt(object.value, [...place.path, 'valueFrom'])! };
  return name === 'NATS_USER' && value && !value.includes('$(') ? { value } : undefined;
}

/** Whether a probe logs in. */
export function hasLogin(pod: JsonObject): boolean {
  const names = listOf(valueAt(pod, ['spec', 'containers', 0, 'env'])).map(entry => textsOf(entry).name);
  return LOGINS.flat().some(name => names.includes(name));
}
