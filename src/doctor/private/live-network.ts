import { ifKnown, setOf } from './objects';
import { podsOfClient, running } from './pods';
import { JsonObject, objectOf, textsOf, valueAt, Workload } from '../../manifest';
import { Link, Network } from '../../reachability';
import { CONTROLLER_KEYS } from '../../reachability/pods';
import { CheckContext } from '../check';
import { Live } from '../live';
import { Unavailable } from '../trouble';

/** The namespace of the cluster's DNS. */
const DNS_NAMESPACE = 'kube-system';

/** What the engine says of the live objects. */
export interface LiveNetwork {
  readonly network: Network;

  /** A pod for each set of labels that pods of the client have; the workload itself where none runs. */
  readonly from: readonly Workload[];
}

/** Groups of policies that the engine does not evaluate, so that it says what it cannot know. */
const OTHER_POLICIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['cilium.io', ['ciliumnetworkpolicies', 'ciliumclusterwidenetworkpolicies']],
  ['crd.projectcalico.org', ['networkpolicies', 'globalnetworkpolicies']],
  ['policy.networking.k8s.io', ['adminnetworkpolicies', 'baselineadminnetworkpolicies']],
]);

/**
 * The live objects of the client's namespace, the server's and the DNS's, as far as the cluster tells them.
 * @throws Unavailable  for policies of other kinds, which might decide
 */
export async function liveNetwork({ client, live, options }: CheckContext): Promise<LiveNetwork> {
  const { workload, destination } = client;
  const serverNamespace = destination.type === 'service' ? destination.service.namespace : workload.namespace;
  const known = async (resource: string, ...namespaces: string[]): Promise<JsonObject[]> =>
    (await Promise.all([...new Set(namespaces)].map(namespace => ifKnown(live.list(resource, { namespace }))))).flatMap(list => list ?? []);
  const [namespaces, services, policies, others, pods, clientPods] = await Promise.all([
    ifKnown(live.list('namespaces', 'all')),
    ifKnown(live.list('services', 'all')).then(all => all ?? known('services', serverNamespace, workload.namespace)),
    known('networkpolicies', workload.namespace, serverNamespace),
    otherPolicies(live),
    known('pods', serverNamespace, DNS_NAMESPACE),
    ifKnown(podsOfClient(client, live)),
  ]);
  const own = onePodPerLabels(running(clientPods ?? []).map(pod => withoutControllerLabels(pod.object)));
  const around = pods.map(withoutControllerLabels);
  // Of an object that stands there twice the last counts.
  const from = own.length > 0 ? own : [workload.object.value];
  const set = setOf([...namespaces ?? [], ...services, ...policies, ...others, ...around, ...from], 'part');
  const wanted = new Set(from.map(nameOf));
  return { network: Network.of(set, { zone: options.zone }), from: set.workloads.filter(({ object }) => wanted.has(nameOf(object.value))) };
}

async function otherPolicies(live: Live): Promise<JsonObject[]> {
  const versions = await ifKnown(live.text(['api-versions'])) ?? '';
  const groups = [...OTHER_POLICIES].filter(([group]) => versions.split('\n').some(version => version.startsWith(`${group}/`)));
  const lists = await Promise.all(groups.flatMap(([group, resources]) => resources.map(resource => listIfThere(`${resource}.${group}`, live))));
  return lists.flat();
}

/** A cluster may have one kind of a group and not the other. */
async function listIfThere(resource: string, live: Live): Promise<readonly JsonObject[]> {
  try {
    return await live.list(resource, 'all');
  } catch (error) {
    if (error instanceof Unavailable && error.trouble.type === 'absent') return [];
    throw error;
  }
}

/** Labels with a value that each rollout changes are no help in a message. */
function withoutControllerLabels(pod: JsonObject): JsonObject {
  const metadata = objectOf(pod.metadata) ?? {};
  const labels = Object.entries(textsOf(metadata.labels)).filter(([key]) => !CONTROLLER_KEYS.has(key));
  return { ...pod, metadata: { ...metadata, labels: Object.fromEntries(labels) } };
}

function onePodPerLabels(pods: readonly JsonObject[]): JsonObject[] {
  return [...new Map(pods.map(pod => [JSON.stringify(valueAt(pod, ['metadata', 'labels'])), pod])).values()];
}

function nameOf(object: JsonObject): string {
  return JSON.stringify([object.kind, valueAt(object, ['metadata', 'namespace']), valueAt(object, ['metadata', 'name'])]);
}

/** The link that decides among those of several pods. */
export function worstOf(links: readonly Link[]): Link | undefined {
  return links.find(({ verdict }) => verdict === 'blocked') ?? links.find(({ verdict }) => verdict === 'unknown') ?? links.at(0);
}
