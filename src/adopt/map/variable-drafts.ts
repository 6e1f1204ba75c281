import { isDeepStrictEqual } from 'util';
import { ConfigDraft } from './config-draft';
import { isRefusedByConfig } from './config-drafts';
import { EndpointDraft, endpointOfUrl } from './endpoint-draft';
import { KeyReference, useCalls } from './key-references';
import { OwnVariables } from './own-variables';
import { commentsWithin } from './source-comments';
import { SystemDraft } from './system-draft';
import { entriesOf, Entry, fieldOf, hasEntry, isExpanded, isReference, isText, referenceOf } from './variable-entries';
import { append, Container, textOf, Workload } from '../../manifest';
import { Departure } from '../adopted-app';
import { array, ArrayItem, call, Expression, literal, name, object, ObjectEntry, Statement } from '../code';

/** How the code gives a workload its variables and connections. */
export class VariableDrafts {
  /** The config whose `NATS_URL` it connects by, for the prop. */
  common?: ConfigDraft;
  readonly commonComments: string[] = [];
  readonly endpoints: EndpointDraft[] = [];
  private readonly wired: readonly Container[];
  private readonly own: OwnVariables;
  private readonly configs = new Map<ConfigDraft, KeyReference[]>();
  private readonly secrets = new Map<string, KeyReference[]>();
  private readonly connections: Statement[] = [];
  private readonly connected = new Set<string>();

  /** The variables that all wired containers have alike, and whether they are wired. */
  private readonly shared = new Map<string, boolean>();

  /** The variables that are asked for as the input has them. */
  private readonly asked: ReadonlySet<string>;

  /** @param connects  whether it may declare connections, with which a policy comes */
  constructor(
    private readonly workload: Workload,
    private readonly draft: SystemDraft,
    private readonly target: string,
    private readonly connects: boolean,
  ) {
    const regular = workload.containers.filter(({ list }) => list === 'containers');
    const reading = regular.filter(container => entriesOf(container).some(({ name: variable, value }) => isReference(value) || variable.startsWith('NATS_')));
    this.wired = reading.length > 0 ? reading : regular;
    this.own = new OwnVariables(workload, draft);
    const fields = draft.context.options.patches?.get(workload.object) ?? [];
    this.asked = new Set(fields.flatMap(({ path }) => /\.env\[([^\]]+)\]/.exec(path)?.[1] ?? []));
    for (const container of workload.containers) this.readContainer(container);
    if (connects) this.connectOthers();
  }

  /** The names of the containers that get what is wired, where it is not all of them. */
  get wiredContainers(): Expression | undefined {
    const regular = this.workload.containers.filter(({ list }) => list === 'containers');
    return this.wired.length === regular.length ? undefined : array(this.wired.map(container => literal(container.name)));
  }

  variables(container: Container): readonly ObjectEntry[] {
    return this.own.of(container);
  }

  variablesFrom(container: Container): readonly ArrayItem[] {
    return this.own.sourcesOf(container);
  }

  /** The calls that wire and connect it. */
  statements(): Statement[] {
    return [...this.configCalls(), ...this.secretCalls(), ...this.connections];
  }

  /** The patches for entries that no prop takes. */
  get envPatches(): Expression[] {
    return this.own.patches;
  }

  /** Whether a connection is declared that gives a variable. */
  isConnected(variable: string): boolean {
    return this.connected.has(variable);
  }

  private readContainer(container: Container): void {
    for (const entry of entriesOf(container)) {
      if (this.asked.has(entry.name)) {
        this.own.refuse(container, entry);
        continue;
      }
      const isShared = this.wired.includes(container) && this.wired.every(other => hasEntry(other, entry));
      if (!isShared || !this.isWired(entry)) this.own.add(container, entry);
    }
    this.own.readSources(container);
  }

  /** Wires a variable that all wired containers have alike, for all of them at once; false where its value belongs to each container. */
  private isWired(entry: Entry): boolean {
    const isWired = this.shared.get(entry.name) ?? this.wire(entry);
    this.shared.set(entry.name, isWired);
    return isWired;
  }

  private wire(entry: Entry): boolean {
    const { valueFrom } = entry.value;
    const fromConfig = referenceOf(valueFrom, 'configMapKeyRef');
    const fromSecret = referenceOf(valueFrom, 'secretKeyRef');
    if (fromConfig) return this.wireConfig(entry, fromConfig.name, fromConfig.key);
    if (fromSecret) return this.wireSecret(entry, fromSecret.name, fromSecret.key);
    return valueFrom === undefined && isText(entry.value.value) && !isExpanded(entry.value.value) && this.wireLiteral(entry, entry.value.value ?? '');
  }

  private wireConfig(entry: Entry, map: string, key: string): boolean {
    const config = this.draft.config(this.workload.namespace, map);
    const endpoint = config.endpoint(key);
    if (!config.has(key) || (endpoint && !this.connects)) return false;
    config.use(key);
    if (config.isCommon && (entry.name === 'NATS_URL' || entry.name === 'NATS_ENABLED') && entry.name === key && this.readsServer(map)) {
      if (endpoint) this.endpoints.push(endpoint);
      this.connectCommon(entry, config);
      return true;
    }
    if (endpoint) this.connect(entry, endpoint, config.endpointExpression(key), entry.name === key ? {} : { env: literal(entry.name) });
    else append(this.configs, config, { variable: entry.name, key, comments: this.commentsOf(entry) });
    return true;
  }

  private wireSecret(entry: Entry, secret: string, key: string): boolean {
    this.draft.secrets.known(secret, key);
    append(this.secrets, secret, { variable: entry.name, key, comments: this.commentsOf(entry) });
    return true;
  }

  /** An address of the cluster or a setting of NATS comes from a ConfigMap. */
  private wireLiteral(entry: Entry, written: string): boolean {
    const { context } = this.draft;
    const { object: manifest } = this.workload;
    const path = [...entry.path, 'value'];
    const corrected = context.corrected.at(manifest, path);
    const endpoint = endpointOfUrl(corrected?.text ?? written, entry.name, context.endpointsIn(this.workload.namespace));
    const isInCluster = endpoint?.url !== undefined && endpoint.egress.some(({ peers }) => peers.some(({ namespace }) => namespace !== undefined));
    if (!isInCluster && !entry.name.startsWith('NATS_')) return false;
    if (entry.name === 'NATS_ENABLED' && this.wireSwitch(entry)) return true;
    if (isInCluster && !this.connects) return false;
    // What is wrong and cannot be corrected stays as it is written.
    if (isInCluster && !corrected && context.findingAt(manifest, path)?.startsWith('URL')) return false;
    if (isInCluster && this.wireShared(entry, endpoint)) {
      this.departWired(entry, { code: context.findingAt(manifest, path), why: 'the shared ConfigMap has the address' });
      return true;
    }
    if (!isInCluster && isRefusedByConfig(entry.name, written)) return false;
    const value = isInCluster ? endpoint.url! : written;
    const settings = this.draft.settingsFor({ workload: this.workload, containers: this.wired }, entry.name, value);
    if (!settings) return false;
    const { object: config } = settings.facts;
    if (config && config.get('data', entry.name) === undefined) context.because(config, `data.${entry.name}`, { why: 'a workload had the value as a literal' });
    settings.add(entry.name, { value, by: isInCluster ? 'endpoint' : 'data' });
    if (isInCluster) {
      const present = settings.endpoint(entry.name);
      if (present) this.connect(entry, present, settings.endpointExpression(entry.name));
      else this.connect(entry, endpoint, endpoint.expression, { env: literal(entry.name), config: settings.expression });
      this.departWired(entry, corrected ? { code: corrected.code } : { why: 'the URL of a Service comes from a ConfigMap, with the full name and the port' });
    } else {
      append(this.configs, settings, { variable: entry.name, key: entry.name, comments: this.commentsOf(entry) });
      this.departWired(entry, { why: 'settings of NATS come from a ConfigMap' });
    }
    return true;
  }

  /** Says why a literal that all wired containers have is a reference in each of them. */
  private departWired({ name: variable }: Entry, reason: Pick<Departure, 'code' | 'why'>): void {
    for (const entry of this.wired.flatMap(entriesOf).filter(other => other.name === variable)) {
      this.draft.context.because(this.workload.object, fieldOf(this.workload, entry), reason);
    }
  }

  /** Takes an address from the shared config where that has it under the same name. */
  private wireShared(entry: Entry, { url }: EndpointDraft): boolean {
    const shared = this.draft.sharedConfig(this.workload.namespace);
    if (shared?.endpoint(entry.name)?.url !== url || shared === undefined || (entry.name === 'NATS_URL' && !this.hasSwitchOf(shared))) return false;
    shared.use(entry.name);
    const endpoint = shared.endpoint(entry.name)!;
    if (entry.name !== 'NATS_URL') {
      this.connect(entry, endpoint, shared.endpointExpression(entry.name));
      return true;
    }
    this.endpoints.push(endpoint);
    this.connectCommon(entry, shared);
    return true;
  }

  /** Takes `NATS_ENABLED` from the shared config where the address comes from there as well, with which it is wired. */
  private wireSwitch(entry: Entry): boolean {
    const { context } = this.draft;
    const { namespace, object: manifest } = this.workload;
    const shared = this.draft.sharedConfig(namespace);
    const address = entriesOf(this.wired[0]).find(one => one.name === 'NATS_URL' && this.wired.every(other => hasEntry(other, one)));
    const text = address && (context.corrected.at(manifest, [...address.path, 'value'])?.text ?? textOf(address.value.value));
    const isSame = this.connects && text !== undefined && endpointOfUrl(text, 'NATS_URL', context.endpointsIn(namespace))?.url === shared?.endpoint('NATS_URL')?.url;
    if (!shared || !isSame || !this.hasSwitchOf(shared)) return false;
    this.connectCommon(entry, shared);
    this.departWired(entry, { why: 'the shared ConfigMap has the setting' });
    return true;
  }

  /** Whether no wired container has another `NATS_ENABLED` than a shared config has. */
  private hasSwitchOf({ facts: { name: map } }: ConfigDraft): boolean {
    const { namespace } = this.workload;
    const enabled = this.draft.context.set.find('ConfigMap', namespace, map)?.get('data', 'NATS_ENABLED');
    return this.wired.flatMap(entriesOf).every(({ name: variable, value }) => variable !== 'NATS_ENABLED' || value.value === enabled
      || referenceOf(value.valueFrom, 'configMapKeyRef')?.name === map);
  }

  private connectCommon(entry: Entry, config: ConfigDraft): void {
    this.common = config;
    this.commonComments.push(...this.commentsOf(entry));
    this.connected.add(entry.name);
  }

  private connect(entry: Entry, endpoint: EndpointDraft, expression: Expression, given: Record<string, Expression> = {}): void {
    this.endpoints.push(endpoint);
    const comments = this.commentsOf(entry);
    this.connected.add(entry.name);
    const args = Object.keys(given).length > 0 ? [expression, object(given)] : [expression];
    this.connections.push({ kind: 'expression', value: call(name(this.target), 'connectTo', ...args), comments });
  }

  /** What a variable of its own, a word or a file says that it needs: egress without a variable. */
  private connectOthers(): void {
    for (const need of this.draft.context.needsOf(this.workload)) {
      const endpoint = this.connected.has(need.name) ? undefined : this.draft.context.reachOf(need);
      if (!endpoint || this.endpoints.some(other => isSameServer(other, endpoint))) continue;
      this.endpoints.push(endpoint);
      this.connections.push({ kind: 'expression', value: call(name(this.target), 'connectTo', endpoint.expression) });
    }
  }

  /** Whether the address of the server is among the variables: `NATS_ENABLED` alone connects to nothing. */
  private readsServer(map: string): boolean {
    return this.wired.every(container => entriesOf(container).some(({ name: variable, value }) => {
      const reference = referenceOf(value.valueFrom, 'configMapKeyRef');
      return variable === 'NATS_URL' && reference?.name === map && reference.key === 'NATS_URL';
    }));
  }

  private configCalls(): Statement[] {
    return [...this.configs].flatMap(([config, references]) => useCalls(this.target, 'useConfig', config.expression, references));
  }

  private secretCalls(): Statement[] {
    return [...this.secrets].flatMap(([secret, references]) => useCalls(this.target, 'useSecret', this.draft.secrets.known(secret, references[0].key), references));
  }

  private commentsOf({ path }: Entry): readonly string[] {
    return commentsWithin(this.workload.object, path);
  }
}

/** Whether endpoints lead to one server. Those outside the cluster may open the same, and those with the same words need not have a URL. */
function isSameServer(a: EndpointDraft, b: EndpointDraft): boolean {
  return (a.url !== undefined && a.url === b.url) || isDeepStrictEqual(a.expression, b.expression)
    || (isDeepStrictEqual(a.egress, b.egress) && a.egress.every(({ peers }) => peers.every(({ namespace }) => namespace !== undefined)));
}
