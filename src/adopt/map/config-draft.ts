import { EndpointDraft } from './endpoint-draft';
import { ChartNames, variableName, wordsOf } from './identifiers';
import { patched, Patches } from './patches';
import { PLATFORM_KEYS } from './platform-keys';
import { commentsOf } from './source-comments';
import { FieldPath, Json, ManifestObject } from '../../manifest';
import { array, call, ConstStatement, Expression, imported, instance, literal, name, ObjectEntry, Statement } from '../code';

/** How a ConfigMap stands in the code: created by the chart or elsewhere, with the keys of the platform or without. */
export type ConfigRole = 'app' | 'common' | 'imported-app' | 'imported-common';

/** What is known of a ConfigMap when the chart begins. */
export interface ConfigFacts {
  readonly name: string;
  readonly namespace: string;
  readonly role: ConfigRole;

  /** The object of the files that it is written for. */
  readonly object?: ManifestObject;

  /** The endpoints whose URLs keys hold. */
  readonly endpoints: ReadonlyMap<string, EndpointDraft>;

  /** Entries of the props beside name, data, keys and endpoints. */
  readonly entries: readonly ObjectEntry[];
  readonly comments: readonly string[];

  /** The keys that are text, and the comments above them. */
  readonly data: { readonly entries: readonly ObjectEntry[]; readonly comments: readonly string[] };

  /** What sets fields that no prop stands for. */
  readonly patches: Patches;
}

/** What a key gets that workloads had as a literal: text among the data, or a URL that comes with its endpoint. */
interface AddedValue {
  readonly value: string;
  readonly by: 'data' | 'endpoint';
}

/** That of a ConfigMap of which no key is written. */
export const NO_DATA: Pick<ConfigFacts, 'data' | 'patches'> = { data: { entries: [], comments: [] }, patches: { values: [], comments: [] } };

/** The props of `PetrosaCommonConfig` that give an endpoint, by key. */
const COMMON_ENDPOINTS: ReadonlyMap<string, string> = new Map([
  ['NATS_URL', 'nats'],
  ['DATA_MANAGER_URL', 'dataManager'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'otlpCollector'],
  ['PYROSCOPE_SERVER_ADDRESS', 'pyroscopeServer'],
]);

/** The name that `PetrosaCommonConfig` has where none is given. */
export const COMMON_NAME = 'petrosa-common-config';

/** A ConfigMap in the code of a chart; it collects what workloads ask of it. */
export class ConfigDraft {
  readonly expression: Expression;
  private readonly variable: string;
  private readonly id: string;
  private readonly used = new Set<string>();
  private readonly added = new Map<string, AddedValue>();
  private isWhole = false;

  constructor(readonly facts: ConfigFacts, names: ChartNames, isOnly: boolean) {
    const isSettings = facts.role === 'app' && isOnly;
    const short = wordsOf(facts.name).slice(-2).join('-');
    const variables = [...this.isCommon ? ['commonConfig'] : [], ...isSettings ? ['settings'] : [], variableName(short, 'config'), variableName(facts.name, 'config')];
    this.variable = names.variables.take(...variables);
    this.id = names.ids.take(...this.isCommon ? ['common-config'] : [], ...isSettings ? ['config'] : [], facts.name);
    this.expression = name(this.variable);
  }

  get owned(): boolean {
    return this.facts.role === 'app' || this.facts.role === 'common';
  }

  get isCommon(): boolean {
    return this.facts.role === 'common' || this.facts.role === 'imported-common';
  }

  /** Whether the chart uses it at all. */
  get isUsed(): boolean {
    return this.owned || this.isNamed;
  }

  /** Says that a workload reads a key. */
  use(key: string): void {
    this.used.add(key);
  }

  /** Says that pods read it as a whole: by a volume or `envFrom`. */
  useWhole(): void {
    this.isWhole = true;
  }

  /** Whether a key has a value, or none yet. */
  takes(key: string, value: string): boolean {
    const present = this.valueOf(key);
    return present === undefined || present === value;
  }

  /** Whether a key has a value already. */
  holds(key: string, value: string): boolean {
    return this.valueOf(key) === value;
  }

  /** Gives a key a value that workloads had as a literal. */
  add(key: string, added: AddedValue): void {
    this.use(key);
    if (this.facts.object?.get('data', key) === undefined) this.added.set(key, added);
  }

  /** Whether it holds a key, as far as that is known. */
  has(key: string): boolean {
    return !this.owned || this.added.has(key) || this.facts.object?.get('data', key) !== undefined;
  }

  /** The endpoint whose URL a key holds. */
  endpoint(key: string): EndpointDraft | undefined {
    return this.facts.endpoints.get(key);
  }

  /** How a workload names the endpoint of a key. */
  endpointExpression(key: string): Expression {
    const prop = this.isCommon ? COMMON_ENDPOINTS.get(key) : undefined;
    return prop ? name(`${this.variable}.${prop}`) : call(this.expression, 'endpoint', literal(key));
  }

  /** The statements that make it. */
  statements(): Statement[] {
    const { name: mapName, role, comments } = this.facts;
    const className = imported('cdk8s-petrosa', this.isCommon ? 'PetrosaCommonConfig' : 'AppConfig');
    const entries = [
      ...this.isCommon && mapName === COMMON_NAME ? [] : [{ key: 'name', value: literal(mapName), comments: this.commentsAt('metadata', 'name') }],
      ...this.keyEntries(),
      ...this.facts.entries,
      ...this.dataEntries(),
      ...this.endpointEntries(),
    ];
    const args = [name('this'), literal(this.id), { kind: 'object' as const, entries }];
    const value = role.startsWith('imported') ? call(className, 'fromConfigMapName', ...args) : instance(className, ...args);
    const made: ConstStatement | { kind: 'expression'; value: Expression; comments: readonly string[] } = this.isNamed
      ? { kind: 'const', name: this.variable, value, comments }
      : { kind: 'expression', value, comments };
    return [made, ...this.furtherEndpoints(), ...patched(this.expression, this.facts.patches)];
  }

  private valueOf(key: string): Json | undefined {
    return this.added.get(key)?.value ?? this.endpoint(key)?.url ?? this.facts.object?.get('data', key);
  }

  private get isNamed(): boolean {
    return this.isWhole || this.used.size > 0 || this.added.size > 0 || this.facts.patches.values.length > 0 || this.furtherEndpoints().length > 0;
  }

  private keyEntries(): ObjectEntry[] {
    if (this.owned || (this.isCommon && [...this.used].every(key => PLATFORM_KEYS.has(key)))) return [];
    const endpoints = this.given().map(([key]) => key);
    const keys = new Set([...this.used, ...endpoints, ...this.isCommon ? ['NATS_ENABLED', 'NATS_URL'] : []]);
    return [{ key: 'keys', value: array([...keys].sort().map(key => literal(key))) }];
  }

  private dataEntries(): ObjectEntry[] {
    const { entries: given, comments } = this.facts.data;
    const added = [...this.added].filter(([, { by }]) => by === 'data');
    const entries = [...given, ...added.map(([key, { value }]) => ({ key, value: literal(value) }))];
    return entries.length > 0 ? [{ key: 'data', value: { kind: 'object', entries }, comments }] : [];
  }

  private endpointEntries(): ObjectEntry[] {
    const given = this.given();
    if (this.isCommon) {
      return given.flatMap(([key, { expression }]): ObjectEntry[] =>
        COMMON_ENDPOINTS.has(key) ? [{ key: COMMON_ENDPOINTS.get(key)!, value: expression, comments: this.commentsAt('data', key) }] : []);
    }
    const entries = given.map(([key, { expression }]): ObjectEntry => ({ key, value: expression, comments: this.commentsAt('data', key) }));
    return entries.length === 0 ? [] : [{ key: 'endpoints', value: { kind: 'object', entries } }];
  }

  private furtherEndpoints(): Statement[] {
    if (!this.isCommon) return [];
    return this.given().filter(([key]) => !COMMON_ENDPOINTS.has(key))
      .map(([key, { expression }]) => ({ kind: 'expression', value: call(this.expression, 'addEndpoint', literal(key), expression), comments: this.commentsAt('data', key) }));
  }

  private commentsAt(...path: FieldPath): readonly string[] {
    return this.facts.object ? commentsOf(this.facts.object, path) : [];
  }

  /** An imported map names those alone that are read. */
  private given(): [string, EndpointDraft][] {
    return [...this.facts.endpoints].filter(([key]) => this.owned || this.used.has(key) || (this.isCommon && key === 'NATS_URL'));
  }
}
