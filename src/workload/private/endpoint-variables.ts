import { IConstruct } from 'constructs';
import { EndpointVariable, IEndpoint } from '../../address/endpoint';
import { ValueSource } from '../../address/value-source';
import { constructError } from '../../app/private/errors';
import { ConnectOptions } from '../nats-aware-workload';

/** The variables of an endpoint for one workload: named, in order, each with a source that can be rendered, and one that holds the address. */
export function endpointVariables(workload: IConstruct, endpoint: IEndpoint, options: ConnectOptions): EndpointVariable[] {
  const variables = offeredVariables(endpoint, options);
  const address = variables.find(variable => variable.holdsAddress) ?? variables[0];
  if (!address) {
    const stray = (['env', 'config', 'key', 'path'] as const).find(option => options[option] !== undefined);
    if (stray) throw constructError(workload, `${endpoint.description} gives no variable for its address, so ${stray} means nothing`, 'name the variable with env, or leave it out');
    return [];
  }
  const name = options.env ?? address.name;
  const source = addressSource(workload, endpoint, address.source, name, options);
  return variables.map(variable => variable === address ? { name, source, holdsAddress: true } : variable);
}

/** An endpoint that names no variable has one if the caller names it. */
function offeredVariables(endpoint: IEndpoint, options: ConnectOptions): EndpointVariable[] {
  if (endpoint.variables.length > 0 || endpoint.url === undefined || options.env === undefined) return endpoint.variables;
  return [{ name: options.env, source: ValueSource.endpointUrl() }];
}

function addressSource(workload: IConstruct, endpoint: IEndpoint, offered: ValueSource, name: string, options: ConnectOptions): ValueSource {
  const { config, key = name, path = '' } = options;
  if (config) {
    if (offered.secret) {
      throw constructError(workload, `the address of ${endpoint.description} is known to Secret ${offered.secret.secretName} and must not go into ConfigMap ${config.configMapName}`,
        'leave out config');
    }
    config._putEndpoint(key, endpoint, { path });
    return ValueSource.configKey(config, key);
  }
  if (options.key !== undefined) throw constructError(workload, `key ${options.key} is given without its ConfigMap`, 'give { config } as well');
  if (!isUrl(offered)) {
    if (path !== '') throw constructError(workload, `the value of ${name} is taken as it is, so ${path} cannot be appended`, 'give { config, key } that hold the URL with the path');
    return offered;
  }
  if (endpoint.inCluster) {
    throw constructError(workload, `the URL of ${endpoint.description} would be hard-coded in variable ${name}`,
      'give { config } with an AppConfig that holds it (rule book §10, item 2)');
  }
  if (endpoint.url === undefined) throw constructError(workload, `${endpoint.description} has no URL for variable ${name}`, 'leave out env, or declare the exact host');
  return ValueSource.literal(path === '' ? endpoint.url : endpoint.url.replace(/\/$/, '') + path);
}

function isUrl({ value, config, secret }: ValueSource): boolean {
  return value === undefined && config === undefined && secret === undefined;
}
