import { IConstruct } from 'constructs';
import { IKeyedConfig } from '../../address/keyed-config';
import { constructError } from '../../app/private/errors';
import { Config } from '../../config/config';

/**
 * The construct behind what a value knows of a ConfigMap.
 * @throws if it is none of this library, which could not be wired or checked
 */
export function knownConfig(workload: IConstruct, config: IKeyedConfig): Config {
  if (config instanceof Config) return config;
  throw constructError(workload, `ConfigMap ${config.configMapName} is no config of this library`, 'make or import it by AppConfig or PetrosaCommonConfig');
}
