import { isAllowed } from './allowed-fields';
import { changedFields, FieldChange } from './fields';
import { containersOf, Manifest, manifestsOf, podOf, selects, Value } from './manifests';
import { covers, coversPeer, hasNoNamespace, isDns, isEverybody, Line, linesOf, namespacesOf, textOfLine, typesOf } from './policies';
import { DataOf, isFullForm, isServiceOf, partsOfUrl, variablesOf } from './variables';

/** Fields that are compared by what they mean. */
const BY_MEANING = /^(?:data(?:\.|\[|$)|spec\.(?:egress|ingress|policyTypes)\b|pod\.(?:initC|c)ontainers\[[^\]]*\]\.(?:env|envFrom)\b)/;

/** What is put in beside the variables of the input: a config wires both (rule book §6). */
const WITH_NATS_URL = 'NATS_ENABLED';

/**
 * Says by itself what an app renders otherwise than the manifests that it was written for, where no page says that it may. Nothing of `src` is
 * used, so that a fault there is seen here.
 */
export class Oracle {
  private readonly before: ReadonlyMap<string, Manifest>;
  private readonly after: ReadonlyMap<string, Manifest>;
  private readonly state: readonly Manifest[];

  constructor({ input, rendered, state = [] }: { readonly input: readonly string[]; readonly rendered: string; readonly state?: readonly string[] }) {
    this.before = manifestsOf(input);
    this.after = manifestsOf([rendered]);
    this.state = [...manifestsOf(state).values()];
  }

  /** What is lost, changed or added without a reason. */
  faults(): string[] {
    return [
      ...[...this.before.values()].flatMap((before) => {
        const after = this.after.get(before.id);
        return after ? this.faultsOf(before, after) : isListing(before) ? [] : [`${before.id} is lost`];
      }),
      ...[...this.after.values()].filter(({ id }) => !this.before.has(id)).flatMap(after => this.faultsOfNew(after)),
    ];
  }

  /** The fields that differ, with and without a reason. */
  changedFields(): string[] {
    return [...this.before.values()].flatMap(({ id, value }) => changedFields(value, this.after.get(id)?.value, BY_MEANING)).map(({ path }) => path);
  }

  private faultsOf(before: Manifest, after: Manifest): string[] {
    const hasMeaning = ['ConfigMap', 'NetworkPolicy'].includes(before.kind) || podOf(before) !== undefined;
    const fields = changedFields(before.value, after.value, hasMeaning ? BY_MEANING : /^$/)
      .filter(change => !isAllowed(change, before, after) && !this.isScaled(change, before) && !this.isPortOfPods(change, before))
      .map(({ path, from, to }) => `${before.id}: ${path} is ${JSON.stringify(to)}, was ${JSON.stringify(from)}`);
    return [...fields, ...this.dataFaults(before, after), ...this.variableFaults(before, after), ...before.kind === 'NetworkPolicy' ? this.policyFaults(after, before) : []];
  }

  /** A Service may lead to the number of a port that it named, or say nothing where that is its own (docs/adopt.md). */
  private isPortOfPods({ path, from, to }: FieldChange, { kind, namespace, value }: Manifest): boolean {
    const [, key] = /^spec\.ports\[([^\]]*)\]\.targetPort$/.exec(path) ?? [];
    if (kind !== 'Service' || key === undefined) return false;
    const number = to ?? value.spec.ports.find((port: Value, i: number) => port.name === key || `${i}` === key).port;
    const pods = [...this.before.values()].filter(one => one.namespace === namespace).map(podOf)
      .filter(pod => pod && selects(value.spec.selector, pod.metadata?.labels));
    return pods.length > 0 && pods.every(pod => containersOf(pod).flatMap((container): Value[] => container.ports ?? [])
      .some(({ name, containerPort }) => name === from && containerPort === number));
  }

  private faultsOfNew(after: Manifest): string[] {
    if (after.kind === 'NetworkPolicy') {
      const selected = [...this.after.values()].filter(one => this.isSelected(after, one));
      const mayIsolate = typesOf(after) === 'Egress' || selected.every(one => this.isClosed(one));
      return selected.length > 0 && mayIsolate ? this.policyFaults(after) : [`${after.id} is new, and for nobody or closes what is open`];
    }
    const read = after.kind === 'ConfigMap' ? this.keysRead(after) : [];
    return read.length > 0 && Object.keys(after.value.data ?? {}).every(key => read.includes(key)) ? [] : [`${after.id} is new`];
  }

  /** Replicas are left out where an autoscaler counts them (docs/defaults.md). */
  private isScaled({ path, to }: FieldChange, { kind, namespace, name }: Manifest): boolean {
    return path === 'spec.replicas' && to === undefined && [...this.before.values()].some(({ kind: other, namespace: within, value }) =>
      other === 'HorizontalPodAutoscaler' && within === namespace && value.spec.scaleTargetRef.kind === kind && value.spec.scaleTargetRef.name === name);
  }

  private dataFaults(before: Manifest, after: Manifest): string[] {
    if (before.kind !== 'ConfigMap') return [];
    const [from, to] = [before, after].map(({ value }): Record<string, Value> => value.data ?? {});
    return [...new Set([...Object.keys(from), ...Object.keys(to)])]
      .filter(key => from[key] === undefined ? !this.keysRead(after).includes(key) : !this.isSameText(from[key], to[key], before.namespace))
      .map(key => `${before.id}: data.${key} is ${JSON.stringify(to[key])}, was ${JSON.stringify(from[key])}`);
  }

  private variableFaults(before: Manifest, after: Manifest): string[] {
    return containersOf(podOf(before)).flatMap((container) => {
      const same = containersOf(podOf(after)).find(({ name }) => name === container.name);
      const from = variablesOf(container, before.namespace, this.dataOf(this.before));
      const to = variablesOf(same ?? {}, before.namespace, this.dataOf(this.after));
      return [...new Set([...from.keys(), ...to.keys()])].filter(name => from.has(name)
        ? !this.isSameText(from.get(name), to.get(name), before.namespace)
        : name !== WITH_NATS_URL || !to.has('NATS_URL'))
        .map(name => `${before.id}: variable ${name} of ${container.name} is ${to.get(name)}, was ${from.get(name)}`);
    });
  }

  /** Whether a text is the same, or a URL in its full form, or the server that is there for one that is not. */
  private isSameText(from: Value, to: Value, namespace: string): boolean {
    if (from === to) return true;
    if (typeof from !== 'string' || typeof to !== 'string') return false;
    const url = partsOfUrl(from);
    const manifests = [...this.before.values(), ...this.state];
    const isServed = url && manifests.some(one => isServiceOf(one, url, namespace)
      && one.value.spec?.ports?.some(({ port }: Value) => `${port}` === url.port));
    return isFullForm(from, to, namespace)
      || (url !== undefined && !isServed && this.state.some(({ kind, value }) => kind === 'ConfigMap' && Object.values(value.data ?? {}).includes(to)));
  }

  private dataOf(manifests: ReadonlyMap<string, Manifest>): DataOf {
    return (namespace, name) => {
      const wanted = `v1 ConfigMap ${namespace}/${name}`;
      return (manifests.get(wanted) ?? this.state.find(({ id }) => id === wanted))?.value.data;
    };
  }

  /** The keys of a ConfigMap that variables refer to. */
  private keysRead({ namespace, name }: Manifest): string[] {
    return [...this.after.values()].filter(one => one.namespace === namespace).flatMap(one => containersOf(podOf(one)))
      .flatMap(({ env = [] }): Value[] => env).map(({ valueFrom }) => valueFrom?.configMapKeyRef)
      .filter(reference => reference?.name === name).map(({ key }) => key);
  }

  private isSelected({ namespace, value }: Manifest, workload: Manifest): boolean {
    const pod = podOf(workload);
    const { matchExpressions, matchLabels } = value.spec?.podSelector ?? {};
    return pod !== undefined && workload.namespace === namespace && !matchExpressions && selects(matchLabels, pod.metadata?.labels);
  }

  private policyFaults(after: Manifest, before?: Manifest): string[] {
    const { namespace } = after;
    const [from, to] = [before ? linesOf(before) : [], linesOf(after)];
    const has = (lines: readonly Line[], line: Line) => lines.some(wide => covers(wide, line, namespace));
    const gained = to.filter(line => !has(from, line) && !isDns(line) && !this.isNeeded(line, after));
    const lost = from.filter(line => !has(to, line) && !hasNoNamespace(line) && !this.isNarrowed(line, to, after));
    return [
      ...before && typesOf(before) !== typesOf(after) ? [`${after.id}: isolates ${typesOf(after)}, was ${typesOf(before)}`] : [],
      ...gained.map(line => `${after.id}: opens ${textOfLine(line)}`),
      ...lost.map(line => `${after.id}: closes ${textOfLine(line)}`),
    ];
  }

  /** Whether all that is known to be reached through a line still is. */
  private isNarrowed(lost: Line, lines: readonly Line[], policy: Manifest): boolean {
    return lines.some(line => line.direction === lost.direction && line.port === lost.port && line.protocol === lost.protocol
      && coversPeer(lost.peer, line.peer, policy.namespace) && (isDns(line) || this.isNeeded(line, policy)));
  }

  /** Whether a policy of the input limits who reaches a workload. */
  private isClosed(workload: Manifest): boolean {
    return [...this.before.values()].some(one => one.kind === 'NetworkPolicy' && typesOf(one).includes('Ingress') && this.isSelected(one, workload));
  }

  /** Whether a variable or an annotation names what is behind a line: of a workload that a policy selects, or of one that it lets in. */
  private isNeeded(line: Line, policy: Manifest): boolean {
    const { namespace, value: { spec } } = policy;
    const isEgress = line.direction === 'egress';
    const clients = [...this.after.values()].filter(one => isEgress ? this.isSelected(policy, one) : isPeer(line.peer, one, namespace));
    const target = isEgress ? line : { ...line, peer: { podSelector: spec.podSelector, namespaceSelector: namespacesOf({}, namespace) } };
    return line.protocol === 'TCP' && clients.some(one => this.urlsOf(one).some(url => this.leadsTo(url, one, target)));
  }

  /** The URLs in variables and annotations of a workload. */
  private urlsOf(workload: Manifest): string[] {
    const variables = containersOf(podOf(workload))
      .flatMap(container => [...variablesOf(container, workload.namespace, this.dataOf(this.after)).values()]);
    const { annotations = {} } = workload.value.metadata;
    return [...variables, ...['petrosa.io/connects-to', 'petrosa.io/nats-server'].map(key => `${annotations[key] ?? ''}`)]
      .flatMap(text => text.match(/[a-z+]+:\/\/[^\s,/]+/g) ?? []).map(text => text.replace(/\/\/[^@]*@/, '//'));
  }

  private leadsTo(text: string, { namespace: from }: Manifest, { peer, port }: Line): boolean {
    const url = partsOfUrl(text);
    if (!url) return false;
    const own = Number(url.port ?? (url.scheme === 'https' ? 443 : 80));
    const [, namespace = from, isService] = url.host.split('.');
    const service = [...this.after.values(), ...this.state].find(one => isServiceOf(one, url, from));
    if (!service && isService !== 'svc' && url.host.includes('.')) return port === own && (isEverybody(peer) || peer.ipBlock !== undefined);
    if (isEverybody(peer) || peer.ipBlock || !selects(namespacesOf(peer, from).matchLabels, { 'kubernetes.io/metadata.name': namespace })) return false;
    const selector = service?.value.spec?.selector;
    const target = service?.value.spec?.ports?.find((one: Value) => one.port === own);
    const pods = [...this.after.values(), ...this.state]
      .filter(one => one.namespace === namespace && selects(selector, podOf(one)?.metadata?.labels));
    const named = pods.flatMap(one => containersOf(podOf(one))).flatMap((container): Value[] => container.ports ?? [])
      .filter(({ name }) => name === target?.targetPort).map(({ containerPort }) => containerPort);
    return [target?.targetPort ?? own, ...named].includes(port) && selects(peer.podSelector?.matchLabels, selector);
  }
}

/** Whether the pods of a workload are a peer of a policy in a namespace, by labels alone. */
function isPeer(peer: Value, workload: Manifest, namespace: string): boolean {
  const pod = podOf(workload);
  return pod !== undefined && peer?.podSelector !== undefined && selects(peer.podSelector.matchLabels, pod.metadata?.labels)
    && selects(namespacesOf(peer, namespace).matchLabels, { 'kubernetes.io/metadata.name': workload.namespace });
}

/** Whether a Kustomization only lists files, so that nothing is lost with it (docs/adopt.md). */
function isListing({ kind, value }: Manifest): boolean {
  return kind === 'Kustomization' && Object.keys(value).every(key => ['apiVersion', 'kind', 'metadata', 'resources'].includes(key));
}

export { fieldsWithoutUse } from './allowed-fields';
