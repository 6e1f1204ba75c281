import { configuredUrl } from './private/configured-url';
import { EgressRule, EndpointVariable, IEndpoint } from '../address/endpoint';
import { IKeyedConfig } from '../address/keyed-config';
import { ValueSource } from '../address/value-source';

/** Which keys of a ConfigMap tell a program about an endpoint. */
export interface ConfiguredEndpointProps {
  /** The endpoint. */
  readonly endpoint: IEndpoint;

  /** The ConfigMap that holds its URL. */
  readonly config: IKeyedConfig;

  /** The key that holds its URL. */
  readonly key: string;

  /**
   * Keys whose variables stand before that of the URL, such as `NATS_ENABLED`.
   * @default - none
   */
  readonly keysBefore?: string[];

  /**
   * What the value has after the URL of the endpoint, such as `/trade/signal`.
   * @default - nothing
   */
  readonly path?: string;
}

/** An endpoint whose URL a ConfigMap holds: clients get the variables by key, and the same egress as to the endpoint itself. */
export class ConfiguredEndpoint implements IEndpoint {
  /**
   * The endpoint by the keys of a ConfigMap.
   * @throws if the endpoint has no URL, shows a credential or has a NATS URL without a full name, if the ConfigMap lacks a key, or if `path` is none
   */
  public static of(props: ConfiguredEndpointProps): ConfiguredEndpoint {
    return new ConfiguredEndpoint(props);
  }

  public readonly description: string;
  /** The URL with the path: what the key holds. */
  public readonly url?: string;
  public readonly inCluster: boolean;
  public readonly needsDns: boolean;
  public readonly egress: EgressRule[];
  private constructor(private readonly props: ConfiguredEndpointProps) {
    const { endpoint, key } = props;
    this.description = endpoint.description;
    this.url = configuredUrl(endpoint, key, props.path);
    this.inCluster = endpoint.inCluster;
    this.needsDns = endpoint.needsDns;
    this.egress = endpoint.egress;
  }

  /**
   * One variable a key, then those of the endpoint that no ConfigMap holds, such as credentials.
   * The URL's has the name that the endpoint gives it, or else that of the key.
   * @throws if the ConfigMap lacks a key
   */
  public get variables(): EndpointVariable[] {
    const { endpoint, config, key, keysBefore = [] } = this.props;
    const byKey = [
      ...keysBefore.map(name => ({ name, source: ValueSource.configKey(config, name) })),
      { name: endpoint.variables.find(isUrl)?.name ?? key, source: ValueSource.configKey(config, key), holdsAddress: true },
    ];
    const names = byKey.map(variable => variable.name);
    return [...byKey, ...endpoint.variables.filter(variable => !names.includes(variable.name) && isOwn(variable))];
  }
}

/** Whether a variable holds the URL of its endpoint. */
function isUrl({ source: { value, config, secret } }: EndpointVariable): boolean {
  return value === undefined && config === undefined && secret === undefined;
}

/** Whether a variable belongs to the endpoint whatever ConfigMap holds its URL. */
function isOwn({ source: { value, secret } }: EndpointVariable): boolean {
  return value !== undefined || secret !== undefined;
}
