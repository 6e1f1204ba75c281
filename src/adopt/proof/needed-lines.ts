import { Difference } from './difference';
import { allowances, lineOf, policyLines } from '../../compare/private/policy-lines';
import { groupBy, JsonObject, ManifestObject, ManifestSet, objectOf, SourceDocument, textOf, Workload } from '../../manifest';
import { Destination, Direction, Link, Network } from '../../reachability';
import { Facts } from '../../verify';

const DIRECTIONS: readonly Direction[] = ['egress', 'ingress'];

/** What the library opens for the names of endpoints. */
const DNS: readonly string[] = ['TCP', 'UDP'].map(protocol => `pods k8s-app=kube-dns in namespace kube-system ${protocol} 53`);

/** Where constructs write the URLs of declared connections. */
const ANNOTATIONS: readonly string[] = ['petrosa.io/connects-to', 'petrosa.io/nats-server'];
const URLS = /\b([a-z+]+):\/\/([^\s,/:]+)(?::(\d+))?/g;

/** The lines that the library writes: some pods, a namespace or addresses, and one port. */
const WRITTEN = /^(?:pods [^*].*?(?: in namespace \S+)?|namespace \S+|[\da-f.:]+\/\d+(?: except .*)?) (?:TCP|UDP|SCTP) \d+$/;

interface Connection extends Destination {
  readonly workload: Workload;
  readonly host: string;
}

/** A line that a policy has and the input does not: a peer and a port. */
interface GainedLine {
  readonly policy: ManifestObject;
  readonly direction: Direction;
  readonly text: string;
  readonly difference: Difference;
}

/** The differences by which a policy says something more that no connection of a workload needs. */
export function needlessOpenings(differences: readonly Difference[], output: Facts): ReadonlySet<Difference> {
  const left = differences.flatMap(gainedLines).filter(line => !DNS.includes(line.text) && !isSaidOtherwise(line));
  // A need goes through the first rule that admits it; what is beside that rule shows without it.
  let known = left.filter(({ text }) => WRITTEN.test(text));
  for (let used = usedLines(known, output); used.size > 0; used = usedLines(known, output)) known = known.filter(line => !used.has(line));
  return new Set(left.filter(line => known.includes(line) || !WRITTEN.test(line.text)).map(({ difference }) => difference));
}

function gainedLines(difference: Difference): GainedLine[] {
  const { before, after: policy, field } = difference;
  if (policy?.kind !== 'NetworkPolicy') return [];
  if (!before) return DIRECTIONS.flatMap(direction => policyLines(policy.value, direction).map(text => ({ policy, direction, text, difference })));
  const direction = DIRECTIONS.find(one => new RegExp(`^spec\\.${one}\\b`).test(field?.path ?? ''));
  const text = textOf(field?.after);
  return direction && text !== undefined ? [{ policy, direction, text, difference }] : [];
}

/** Whether the policy of the input opens the port for everybody; the library says that with all addresses. */
function isSaidOtherwise({ difference: { before }, direction, text }: GainedLine): boolean {
  return before !== undefined && policyLines(before.value, direction).includes(text.replace(/^0\.0\.0\.0\/0 /, 'anywhere '));
}

/** The lines through which needs go where no policy says anything but these lines. */
function usedLines(lines: readonly GainedLine[], facts: Facts): ReadonlySet<GainedLine> {
  if (lines.length === 0) return new Set();
  const groups = [...groupBy(lines, ({ policy, direction }) => `${policy.id} ${direction}`).values()];
  const alone = onlyWith(facts.set, groups.map(policyOf));
  const network = Network.of(alone, facts.options);
  return new Set(connectionsOf(facts).flatMap(({ workload: { object }, host, port, protocol = 'TCP' }) => {
    const from = alone.workload(alone.find(object.kind, object.namespace, object.name)!)!;
    const { links } = network.answer(from, { host, port, protocol });
    const resolution = network.resolve(host, from);
    if (links.some(({ kind }) => kind === 'egress')) {
      // Addresses are no way to say a Service.
      return links.flatMap(link => lineOfLink(link, groups) ?? []).filter(({ text }) => resolution.type !== 'service' || !/^[\d.:a-f]+\//.test(text));
    }
    // Of a Service that is not there nobody knows the pods: all of its namespace are meant.
    const text = resolution.type === 'service' ? `namespace ${resolution.service.namespace} ${protocol} ${port}` : undefined;
    return network.policiesOf(from, 'egress').flatMap(({ name }) => groups[Number(name)].filter(line => line.text === text));
  }));
}

/** What workloads need by their variables, and what they say in their annotations that they connect to. */
function connectionsOf({ needs, workloads }: Facts): Connection[] {
  const declared = workloads.flatMap(workload => ANNOTATIONS.flatMap((annotation) => {
    const text = textOf(workload.object.get('metadata', 'annotations', annotation)) ?? '';
    return [...text.matchAll(URLS)].map(([, scheme, host, port]) => ({ workload, host, port: Number(port ?? (scheme === 'https' ? 443 : 80)) }));
  }));
  // Where nobody knows the address, nothing can be said to lead to it.
  return [...needs.flatMap(({ workload, host, port, protocol }) => host === undefined ? [] : { workload, host, port, protocol }), ...declared];
}

function lineOfLink({ kind, verdict, place }: Link, groups: readonly (readonly GainedLine[])[]): GainedLine | undefined {
  const [, , index] = place?.path ?? [];
  const isOfRule = verdict !== 'blocked' && DIRECTIONS.some(direction => direction === kind) && typeof index === 'number';
  return isOfRule ? groups[Number(place!.object.name)][index] : undefined;
}

/** A policy with lines alone, each as a rule of its own; its name is its number. */
function policyOf(lines: readonly GainedLine[], number: number): JsonObject {
  const [{ policy, direction }] = lines;
  const rules = lines.map(({ text }) => {
    const { peer, port } = allowances(policy.value, direction).find(allowance => lineOf(allowance) === text)!;
    return { [direction === 'egress' ? 'to' : 'from']: peer && [peer], ports: port && [port] };
  });
  const policyTypes = [direction === 'egress' ? 'Egress' : 'Ingress'];
  return {
    ...policy.value,
    metadata: { name: `${number}`, namespace: policy.namespace },
    spec: { podSelector: policy.get('spec', 'podSelector'), policyTypes, [direction]: rules },
  };
}

/** The set with some policies and no others. */
function onlyWith({ all, closedWorld, hasState }: ManifestSet, policies: readonly JsonObject[]): ManifestSet {
  const documents = (origin: 'files' | 'state') => all.filter(object => object.kind !== 'NetworkPolicy' && object.origin === origin)
    .map(({ value, namespace }) => ({ ...value, metadata: { ...objectOf(value.metadata), namespace } }));
  const [files, state] = [[...documents('files'), ...policies], documents('state')]
    .map(values => values.map(value => SourceDocument.ofValue('alone.yaml', value)));
  return new ManifestSet({ files, state: hasState ? state : undefined, closedWorld });
}
