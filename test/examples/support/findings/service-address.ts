import { ObjectSet } from './object-set';
import { Manifest } from '../../../support/manifests';

/** Where a URL or host name leads, seen from a pod. */
export type Destination =
  | { readonly type: 'service'; readonly service: Manifest; readonly port: number }
  | { readonly type: 'unknown service'; readonly host: string }
  | { readonly type: 'external'; readonly host: string; readonly port: number };

const DEFAULT_PORTS: Record<string, number> = { http: 80, https: 443, nats: 4222, redis: 6379, mongodb: 27017, mysql: 3306 };

/** Reads a URL, or a bare host name, as a pod of the namespace resolves it. */
export function destinationOf(set: ObjectSet, text: string, namespace: string): Destination {
  const url = new URL(text.includes('://') ? text : `tcp://${text}`);
  const port = Number(url.port) || DEFAULT_PORTS[url.protocol.slice(0, -1)] || 0;
  const [name, second, third] = url.hostname.split('.');
  const isClusterName = second === undefined || third === 'svc' || (third === undefined && set.find('Namespace', 'default', second) !== undefined);
  if (!isClusterName) return { type: 'external', host: url.hostname, port };
  const service = set.find('Service', second ?? namespace, name);
  return service ? { type: 'service', service, port } : { type: 'unknown service', host: url.hostname };
}

/** The port of the Service's pods behind one of its own ports; undefined where it has no such port. */
export function podPortOf(service: Manifest, port: number): number | string | undefined {
  const found = (service.spec.ports ?? []).find((candidate: any) => candidate.port === port);
  return found && (found.targetPort ?? found.port);
}
