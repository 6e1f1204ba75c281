import { AddressRanges } from './address-ranges';
import { DeclaredEndpoint } from './declared-endpoint';
import { SecretKey } from './known-secret';
import { externalUrl } from './private/external-url';
import { externalPlace } from './private/place';
import { shown } from './private/shown';
import { urlVariables } from './private/url-variables';

/** A host outside the cluster, and the variable by which clients learn about it. */
export interface ExternalHostProps extends AddressRanges {
  /** Its DNS name, or a suffix such as `*.mysql.dbaas.com.br` where the names vary. */
  readonly host: string;

  /** Its TCP port. */
  readonly port: number;

  /**
   * Scheme of the URL, such as `https`.
   * @default - there is no URL, only a host and port
   */
  readonly scheme?: string;

  /**
   * Name of the variable that holds the URL.
   * @default - none
   */
  readonly env?: string;

  /**
   * Key of a Secret that holds the URL; needs `env`.
   * @default - the URL made of scheme, host and port
   */
  readonly secret?: SecretKey;
}

/** A host outside the cluster. Its egress is every public address on its port, unless its ranges are given. */
export class ExternalHost extends DeclaredEndpoint {
  /**
   * Declares a host.
   * @throws if the host is an address, a name of the cluster or none, if the scheme is that of NATS, if the port or a range is invalid, or if `env` has no value
   */
  public static of(props: ExternalHostProps): ExternalHost {
    return new ExternalHost(props);
  }

  private constructor(props: ExternalHostProps) {
    const { scheme, secret } = props;
    if (scheme !== undefined && !/^[a-z][a-z0-9+.-]*$/.test(scheme)) {
      throw new Error(`scheme ${shown(scheme)} is none; write it in lower case without '://', such as https`);
    }
    if (scheme === 'nats' || scheme === 'tls') {
      throw new Error(`scheme ${shown(scheme)} is that of a NATS server, which the cluster has as a Service (rule book §1); declare it by NatsServer.of`);
    }
    const place = externalPlace(props.host, props, props.port);
    const location = scheme ? externalUrl(scheme, place) : place.authority;
    const url = scheme && place.exact && !secret ? location : undefined;
    super({ ...place.reach, description: location, url, variables: urlVariables(props.env, { url, secret }) });
  }
}
