import { IEndpoint } from '../../address/endpoint';
import { NatsUrl } from '../../address/nats-url';
import { NatsUrlClass } from '../../address/nats-url-class';
import { credentialIn } from '../../address/private/credentials';
import { isNatsKey, isNatsUrlKey } from '../../address/private/nats-key';
import { checkedPath } from '../../address/private/path';

/**
 * What a key of a ConfigMap holds for an endpoint: its URL with a path below it.
 * @throws if it has none, if it shows a credential, or if it is a NATS URL without the full name of a Service (rule book §1)
 */
export function configuredUrl(endpoint: IEndpoint, key: string, path?: string): string {
  const shown = new Set([endpoint.description, endpoint.url ?? '']);
  const credential = [...shown].map(text => credentialIn('', text)).find(found => found !== undefined);
  if (credential) {
    throw new Error(`the endpoint of key ${key} ${credential}, which a ConfigMap shows to everybody; keep it in a Secret (KnownSecret)`);
  }
  if (endpoint.url === undefined) {
    throw new Error(`key ${key} cannot hold the URL of ${endpoint.description}, which has none to show; connect to it by a key of a Secret (KnownSecret)`);
  }
  const below = checkedPath(path);
  const url = below === '' ? endpoint.url : endpoint.url.replace(/\/$/, '') + below;
  if (isNatsUrl(key, url)) checkNatsUrl(key, url);
  return url;
}

function isNatsUrl(key: string, url: string): boolean {
  return isNatsUrlKey(key) || /^nats:/i.test(url) || (isNatsKey(key) && /^(?:tls|wss?):/i.test(url));
}

function checkNatsUrl(key: string, url: string): void {
  // A declared endpoint may be a Service of any zone, and one whose name looks like that of a pod.
  const [, service, namespace, zone] = /^(?:[^/]*:\/\/)?([^./]+)\.([^./]+)\.svc\.([^:/]+)/.exec(url) ?? [];
  const { urlClass, explanation } = NatsUrl.parse(url, zone === undefined ? {} : { zone, server: { service, namespace } });
  if (urlClass !== NatsUrlClass.FULL) {
    throw new Error(`the endpoint of key ${key} has no NATS URL by a full name, as NatsServer.of makes it: ${explanation}`);
  }
}
