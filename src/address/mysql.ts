import { DeclaredEndpoint } from './declared-endpoint';
import { SecretKey } from './known-secret';
import { serverPlace } from './private/place';
import { urlVariables } from './private/url-variables';
import { ServerLocation } from './server-location';

/** Where a MySQL server runs, and the Secret that holds its URI. */
export interface MySqlProps extends ServerLocation {
  /** Key of the Secret that holds the URI, credentials included. */
  readonly uri: SecretKey;

  /**
   * TCP port.
   * @default 3306
   */
  readonly port?: number;

  /**
   * Name of the variable that holds the URI.
   * @default MYSQL_URI
   */
  readonly env?: string;
}

/** A MySQL server, in the cluster or outside. Its URI is known to a Secret alone. */
export class MySql extends DeclaredEndpoint {
  /**
   * Declares a server.
   * @throws if neither a Service nor a host is given, or both, or if one of their names, the port or a range is invalid
   */
  public static of(props: MySqlProps): MySql {
    return new MySql(props);
  }

  private constructor(props: MySqlProps) {
    const place = serverPlace(props, props.port ?? 3306);
    super({ ...place.reach, description: `mysql://${place.authority}`, variables: urlVariables(props.env ?? 'MYSQL_URI', { secret: props.uri }) });
  }
}
