import { Construct } from 'constructs';
import { Config, ConfigProps } from './config';
import { configReferences } from './private/config-references';
import { IEndpoint } from '../address/endpoint';
import { deferWarnings } from '../app/private/deferred-warnings';
import { objectId } from '../app/private/names';

/** Props of `AppConfig`. */
export interface AppConfigProps extends ConfigProps {
  /** `metadata.name` of the ConfigMap. */
  readonly name: string;

  /**
   * The endpoints whose URLs keys hold, e.g. `{ API_ENDPOINT: tradeEngine }`; see `addEndpoint` for a URL with a path.
   * @default - none
   */
  readonly endpoints?: { readonly [key: string]: IEndpoint };
}

/** What is known of a ConfigMap that another repository or chart creates. */
export interface ImportedConfigProps {
  /** `metadata.name` of the ConfigMap. */
  readonly name: string;

  /**
   * Namespace of the ConfigMap.
   * @default - the namespace of the chart
   */
  readonly namespace?: string;

  /** The keys that it holds. */
  readonly keys: string[];

  /**
   * The endpoints whose URLs keys hold.
   * @default - none
   */
  readonly endpoints?: { readonly [key: string]: IEndpoint };
}

/** A system's own ConfigMap. A key that no workload of the app uses is a warning. */
export class AppConfig extends Config {
  /**
   * A ConfigMap that another repository or chart creates. A change of it rolls no pods: `kubectl rollout restart` those that read it.
   */
  public static fromConfigMapName(scope: Construct, id: string, props: ImportedConfigProps): AppConfig {
    const { keys, ...rest } = props;
    return new AppConfig(scope, id, { ...rest, _imported: { keys } });
  }

  constructor(scope: Construct, id: string, props: AppConfigProps) {
    super(scope, id, props.name, props);
    for (const [key, endpoint] of Object.entries(props.endpoints ?? {})) this._putEndpoint(key, endpoint);
    if (this.owned && props.readBy === undefined) deferWarnings(this, () => this.unusedKeys());
  }

  private unusedKeys(): string[] {
    const unmarked = this._unmarkedKeys;
    const unused = unmarked.length === 0 ? [] : unmarked.filter(key => !configReferences(this).has(objectId(this, this.namespace, this.name), key));
    if (unused.length === 0) return [];
    return [`no workload uses ${unused.join(', ')} of ConfigMap ${this.name}; wire it with useConfig, remove it, or say in readBy who reads it`];
  }
}
