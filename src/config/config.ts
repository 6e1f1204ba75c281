import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import { ConfiguredEndpoint, ConfiguredEndpointProps } from './configured-endpoint';
import { checkedKey } from './private/config-key';
import { ConfigObject } from './private/config-object';
import { configRegistry } from './private/config-registry';
import { checkedValue, doubtsAbout } from './private/config-value';
import { IEndpoint } from '../address/endpoint';
import { IKeyedConfig } from '../address/keyed-config';
import { ImportedContent } from './private/imported-content';
import { isDnsLabel, isObjectName } from '../address/private/dns-name';
import { nearest } from '../address/private/nearest';
import { shown } from '../address/private/shown';
import { chartOf } from '../app/private/chart-of';
import { warningLog } from '../app/private/deferred-warnings';
import { constructError } from '../app/private/errors';
import { claimName } from '../app/private/names';
import { withPath } from '../app/private/with-path';
import { Warnings } from '../app/warnings';

/** Kubernetes' limit on the values of a ConfigMap together, in bytes of UTF-8. */
const SIZE_LIMIT = 1024 * 1024;

const READ_BY = 'petrosa.io/read-by';

/** What every ConfigMap that is created here can be given. */
export interface ConfigProps {
  /**
   * Namespace of the ConfigMap.
   * @default - the namespace of the chart
   */
  readonly namespace?: string;

  /**
   * Labels of the ConfigMap.
   * @default - those of the chart
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Its keys and values. Values are strings; a number or a boolean, which only other languages can pass, is written as a string.
   * Addresses of the cluster and NATS URLs go into `endpoints`, credentials into a Secret.
   * @default - none
   */
  readonly data?: { readonly [key: string]: string };

  /**
   * Who reads keys that no workload of this app uses, such as `the dashboards of petrosa-ops`. Rendered as the annotation `petrosa.io/read-by`, which the verifier
   * takes as a reader of every key (CFG209).
   * @default - nobody; other systems, for a `PetrosaCommonConfig`
   */
  readonly readBy?: string;

  /** @internal */
  readonly _imported?: ImportedContent;
}

/** Options of `Config.addEndpoint`. */
export interface AddEndpointOptions {
  /**
   * What follows the URL of the endpoint in the value, such as `/trade/signal`.
   * @default - nothing
   */
  readonly path?: string;
}

/** A ConfigMap whose keys are known: created here, or imported. It can be used wherever cdk8s-plus takes an `IConfigMap`. */
export abstract class Config extends Construct implements kplus.IConfigMap, IKeyedConfig {
  /**
   * The config of the app that a rendered reference means: that of the same chart before others, the owned one before imports.
   * @internal
   */
  public static _find(scope: IConstruct, namespace: string | undefined, name: string): Config | undefined {
    return configRegistry(scope).find(scope, namespace, name) as Config | undefined;
  }

  public readonly apiGroup = '';
  public readonly apiVersion = 'v1';
  public readonly kind = 'ConfigMap';
  public readonly resourceType = 'configmaps';
  public readonly configMapName: string;
  public readonly namespace?: string;

  /** Whether it is created here; otherwise it lives elsewhere and its keys are declared. */
  public readonly owned: boolean;

  private readonly configMap?: ConfigObject;
  /** Each key; undefined where its value is not known. */
  private readonly values = new Map<string, string | undefined>();
  private readonly endpoints = new Map<string, ConfiguredEndpoint>();
  private readonly used = new Set<string>();
  private size = 0;

  protected constructor(scope: Construct, id: string, name: string, props: ConfigProps = {}) {
    super(scope, id);
    this.configMapName = name;
    this.namespace = props.namespace ?? chartNamespace(this);
    checkName(this, name, this.namespace);
    this.owned = props._imported === undefined;
    if (props._imported) this.declare(props._imported);
    else this.configMap = this.create(props);
    this.register();
    for (const [key, value] of Object.entries(props.data ?? {})) this.addData(key, value);
  }

  /** `metadata.name` of the ConfigMap. */
  public get name(): string {
    return this.configMapName;
  }

  public get resourceName(): string | undefined {
    return this.configMapName;
  }

  public get keys(): string[] {
    return [...this.values.keys()].sort();
  }

  /**
   * Adds a key, or says what the value of a key of an imported ConfigMap is.
   * @throws if the key has another value, if Kubernetes refuses the key or the value, if the value holds a credential or is an address
   *   that belongs into an endpoint, or if an imported ConfigMap lacks the key
   */
  public addData(key: string, value: string): void {
    this._put(this, key, value);
  }

  /**
   * Adds a key that holds the URL of an endpoint, or says which endpoint a key of an imported ConfigMap means.
   * @throws as `addData` does, or if the endpoint has no URL or a NATS URL without the full name of a Service
   */
  public addEndpoint(key: string, endpoint: IEndpoint, options: AddEndpointOptions = {}): ConfiguredEndpoint {
    return this._putEndpoint(key, endpoint, options);
  }

  /**
   * The endpoint whose URL a key holds, wired by this key.
   * @throws if the key holds none
   */
  public endpoint(key: string): ConfiguredEndpoint {
    const endpoint = this.endpoints.get(key);
    if (endpoint === undefined) {
      throw constructError(this, `no endpoint is declared for key ${key}`, nearest(key, [...this.endpoints.keys()].sort()));
    }
    return endpoint;
  }

  /** @internal */
  public _put(scope: IConstruct, key: string, value: string): void {
    this.set(scope, checkedKey(scope, key), checkedValue(scope, key, value, 'text'));
  }

  /** @internal */
  public _putEndpoint(key: string, endpoint: IEndpoint, options: WiringOptions = {}): ConfiguredEndpoint {
    const configured = withPath(this, () => ConfiguredEndpoint.of({ endpoint, config: this, key, ...options }));
    this.set(this, checkedKey(this, key), checkedValue(this, key, configured.url!, 'endpoint'));
    for (const other of options.keysBefore ?? []) this._requireKey(this, other);
    this.endpoints.set(key, configured);
    return configured;
  }

  /** @internal */
  public _hasEndpoint(key: string): boolean {
    return this.endpoints.has(key);
  }

  /** @internal */
  public _hasKey(key: string): boolean {
    return this.values.has(key);
  }

  /** @internal */
  public _requireKey(scope: IConstruct, key: string): void {
    if (!this._hasKey(key)) {
      throw constructError(scope, `ConfigMap ${this.configMapName} has no key ${key}`, nearest(key, this.keys));
    }
  }

  /** @internal */
  public _requireNamespace(scope: IConstruct, namespace: string | undefined): void {
    if (namespace === undefined || this.namespace === undefined || namespace === this.namespace) return;
    throw constructError(scope, `it runs in namespace ${namespace} and cannot read ConfigMap ${this.configMapName} of namespace ${this.namespace}`,
      'a pod reads ConfigMaps of its own namespace only: make or import one there');
  }

  /** @internal */
  public _markUsed(key: string): void {
    this.used.add(key);
    warningLog(this).changed();
  }

  /** @internal */
  public _value(key: string): string | undefined {
    return this.values.get(key);
  }

  /**
   * A checksum of what is rendered, patches included; undefined for an imported ConfigMap.
   * @internal
   */
  public _checksum(): string | undefined {
    return this.configMap?.checksum();
  }

  /**
   * The keys that no construct has said to use.
   * @internal
   */
  protected get _unmarkedKeys(): string[] {
    return this.keys.filter(key => !this.used.has(key));
  }

  private create({ labels, readBy }: ConfigProps): ConfigObject {
    claimName(this, this.kind, this.namespace, this.name);
    const annotations = readBy === undefined ? undefined : { [READ_BY]: readBy };
    return new ConfigObject(this, 'Resource', { name: this.name, namespace: this.namespace, labels, annotations }, () => Object.fromEntries(this.values));
  }

  private declare({ keys, values = {} }: ImportedContent): void {
    for (const key of keys) this.values.set(checkedKey(this, key), values[key]);
  }

  private register(): void {
    configRegistry(this).add(this);
  }

  private set(scope: IConstruct, key: string, value: string): void {
    const present = this.values.get(key);
    if (present === value) return;
    if (present !== undefined) {
      throw constructError(scope, `key ${key} of ConfigMap ${this.name} holds ${shown(present)}, not ${shown(value)}`,
        this.owned ? 'give it one value, or use another key' : 'declare what it holds, or change it where it is created');
    }
    if (this.owned) this.reserve(scope, key, value);
    else this._requireKey(scope, key);
    this.values.set(key, value);
    this.configMap?.changed();
    warningLog(this).changed();
    for (const doubt of doubtsAbout(value)) Warnings.add(this, `the value of key ${key} ${doubt}`);
  }

  private reserve(scope: IConstruct, key: string, value: string): void {
    this.size += Buffer.byteLength(value);
    if (this.size > SIZE_LIMIT) {
      throw constructError(scope, `ConfigMap ${this.name} with key ${key} has ${this.size} bytes, more than the 1 MiB that Kubernetes takes`,
        'mount large files from a volume or split the ConfigMap');
    }
  }
}

type WiringOptions = Pick<ConfiguredEndpointProps, 'path' | 'keysBefore'>;

function chartNamespace(scope: IConstruct): string | undefined {
  const chart = chartOf(scope);
  if (!Chart.isChart(chart)) throw constructError(scope, 'it lies in no chart whose namespace it could have', 'give it a namespace, or make it in a chart');
  return chart.namespace;
}

function checkName(scope: IConstruct, name: string, namespace: string | undefined): void {
  if (typeof name !== 'string' || !isObjectName(name)) {
    throw constructError(scope, `${shown(name)} is no name of a ConfigMap`, 'write a DNS name in lower case, such as petrosa-common-config');
  }
  if (namespace !== undefined && !isDnsLabel(namespace)) {
    throw constructError(scope, `${shown(namespace)} is no name of a namespace`, 'write a DNS label in lower case, such as petrosa-apps');
  }
}
