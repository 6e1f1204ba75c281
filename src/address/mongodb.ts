import { DeclaredEndpoint } from './declared-endpoint';
import { SecretKey } from './known-secret';
import { serverPlace } from './private/place';
import { urlVariables } from './private/url-variables';
import { ServerLocation } from './server-location';

/** Where a MongoDB server or cluster runs, and the Secret that holds its URI. */
export interface MongoDbProps extends ServerLocation {
  /** Key of the Secret that holds the URI, credentials included. */
  readonly uri: SecretKey;

  /**
   * Whether the URI is `mongodb+srv://`: the client finds the hosts by SRV and TXT look-ups under the name in it,
   * so that `host` is best given as their suffix, such as `*.mongodb.net`. Needs a host outside the cluster.
   * @default false
   */
  readonly srv?: boolean;

  /**
   * TCP port; with `srv` the one that the SRV records name.
   * @default 27017
   */
  readonly port?: number;

  /**
   * Name of the variable that holds the URI.
   * @default MONGODB_URI
   */
  readonly env?: string;
}

/** A MongoDB server, in the cluster or outside. Its URI is known to a Secret alone. */
export class MongoDb extends DeclaredEndpoint {
  /**
   * Declares a server.
   * @throws if neither a Service nor a host is given, or both, or if one of their names, the port or a range is invalid
   */
  public static of(props: MongoDbProps): MongoDb {
    return new MongoDb(props);
  }

  private constructor(props: MongoDbProps) {
    const place = serverPlace(props, props.port ?? 27017);
    if (props.srv && place.reach.inCluster) throw new Error('srv needs a host outside the cluster; leave srv out, or give the host instead of the Service');
    const scheme = props.srv ? 'mongodb+srv' : 'mongodb';
    super({ ...place.reach, description: `${scheme}://${place.authority}`, variables: urlVariables(props.env ?? 'MONGODB_URI', { secret: props.uri }) });
  }
}
