import { Json, listOf, objectOf, textOf } from '../manifest';

/** The address that `hostAliases` of a pod's spec gives a host, which goes before all DNS; undefined where it gives none. */
export function aliasOf(hostAliases: Json | undefined, host: string): string | undefined {
  const wanted = host.toLowerCase();
  const entry = listOf(hostAliases).map(objectOf).find(alias => listOf(alias?.hostnames).some(name => textOf(name)?.toLowerCase() === wanted));
  return textOf(entry?.ip);
}
