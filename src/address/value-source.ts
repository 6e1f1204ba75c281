import { IKeyedConfig } from './keyed-config';
import { SecretKey } from './known-secret';
import { nearest } from './private/nearest';
import { shown } from './private/shown';

/** Where the value of an environment variable comes from. */
export class ValueSource {
  /** The URL of the endpoint: from a ConfigMap for a Service of the cluster, a literal for an external host. */
  public static endpointUrl(): ValueSource {
    return new ValueSource({});
  }

  /** A fixed value. Never a credential. */
  public static literal(value: string): ValueSource {
    return new ValueSource({ literal: value });
  }

  /**
   * A key of a ConfigMap.
   * @throws if the ConfigMap lacks the key; the message names the nearest one
   */
  public static configKey(config: IKeyedConfig, key: string): ValueSource {
    if (!config.keys.includes(key)) {
      throw new Error(`ConfigMap ${config.configMapName} has no key ${shown(key)}; ${nearest(key, config.keys)}`);
    }
    return new ValueSource({ config, key });
  }

  /** A key of a Secret. */
  public static secretKey(key: SecretKey): ValueSource {
    return new ValueSource({ secret: key });
  }

  /** The fixed value, if it is one. */
  public readonly value?: string;

  /** The ConfigMap, if the value comes from one. */
  public readonly config?: IKeyedConfig;

  /** The key of the ConfigMap, if the value comes from one. */
  public readonly key?: string;

  /** The key of the Secret, if the value comes from one. */
  public readonly secret?: SecretKey;

  private constructor(from: { literal?: string; config?: IKeyedConfig; key?: string; secret?: SecretKey }) {
    this.value = from.literal;
    this.config = from.config;
    this.key = from.key;
    this.secret = from.secret;
  }
}
