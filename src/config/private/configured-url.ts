import { IEndpoint } from '../../address/endpoint';
import { checkedPath } from '../../address/private/path';

/** What a key of a ConfigMap holds for an endpoint: its URL with a path below it. */
export function configuredUrl(endpoint: IEndpoint, key: string, path?: string): string {
  if (endpoint.url === undefined) {
    throw new Error(`key ${key} cannot hold the URL of ${endpoint.description}, which has none to show; connect to it by a key of a Secret (KnownSecret)`);
  }
  const below = checkedPath(path);
  return below === '' ? endpoint.url : endpoint.url.replace(/\/$/, '') + below;
}
