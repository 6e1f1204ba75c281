import { DeclaredEndpoint } from './declared-endpoint';
import { SecretKey } from './known-secret';
import { serverPlace } from './private/place';
import { urlVariables } from './private/url-variables';
import { ServerLocation } from './server-location';

/** Where a Redis server runs. */
export interface RedisProps extends ServerLocation {
  /**
   * Key of a Secret that holds the URL, where it has credentials.
   * @default - the URL made of host and port
   */
  readonly uri?: SecretKey;

  /**
   * TCP port.
   * @default 6379
   */
  readonly port?: number;

  /**
   * Name of the variable that holds the URL.
   * @default REDIS_URL
   */
  readonly env?: string;
}

/** A Redis server, in the cluster or outside. */
export class Redis extends DeclaredEndpoint {
  /**
   * Declares a server.
   * @throws if neither a Service nor a host is given, or both, if one of their names, the port or a range is invalid,
   * or if the host is a suffix and no Secret holds the URL
   */
  public static of(props: RedisProps): Redis {
    return new Redis(props);
  }

  private constructor(props: RedisProps) {
    const place = serverPlace(props, props.port ?? 6379);
    const location = `redis://${place.authority}`;
    const url = place.exact && !props.uri ? location : undefined;
    super({ ...place.reach, description: location, url, variables: urlVariables(props.env ?? 'REDIS_URL', { url, secret: props.uri }) });
  }
}
