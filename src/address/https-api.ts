import { AddressRanges } from './address-ranges';
import { DeclaredEndpoint } from './declared-endpoint';
import { externalUrl } from './private/external-url';
import { checkedPath } from './private/path';
import { externalPlace } from './private/place';
import { urlVariables } from './private/url-variables';

/** What is not usual about an HTTPS API. */
export interface HttpsApiOptions extends AddressRanges {
  /**
   * TCP port.
   * @default 443
   */
  readonly port?: number;

  /**
   * Path of the URL, from the first slash on.
   * @default - none
   */
  readonly path?: string;

  /**
   * Name of the variable that holds the URL.
   * @default - none
   */
  readonly env?: string;
}

/** An HTTPS API outside the cluster. Its egress is every public address on its port, unless its ranges are given. */
export class HttpsApi extends DeclaredEndpoint {
  /**
   * Declares an API by the DNS name of its host, or by a suffix such as `*.binance.com`, which has no URL.
   * @throws if the host is an address, a name of the cluster or none, if port, path or a range is invalid, or if `env` has no value
   */
  public static of(host: string, options: HttpsApiOptions = {}): HttpsApi {
    return new HttpsApi(host, options);
  }

  private constructor(host: string, options: HttpsApiOptions) {
    const place = externalPlace(host, options, options.port ?? 443);
    const location = externalUrl('https', place, checkedPath(options.path));
    const url = place.exact ? location : undefined;
    super({ ...place.reach, description: location, url, variables: urlVariables(options.env, { url }) });
  }
}
