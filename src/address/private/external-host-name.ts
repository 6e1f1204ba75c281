import { isDnsName } from './dns-name';
import { endsInNumber } from './ends-in-number';
import { shown } from './shown';

const WRITE = 'write its full DNS name, such as fapi.binance.com, or a suffix such as *.mongodb.net';

/** The name of a host outside the cluster, exact or `*.` and a suffix. */
export function checkedExternalHost(host: string): string {
  const wrong = whatIsWrong(host);
  if (wrong) throw new Error(`host ${shown(host)} is ${wrong}`);
  return host;
}

/** Whether the name stands for all names that end in it. */
export function isWildcard(host: string): boolean {
  return host.startsWith('*.');
}

function whatIsWrong(host: unknown): string | undefined {
  if (typeof host !== 'string') return `no text; ${WRITE}`;
  const name = isWildcard(host) ? host.slice(2) : host;
  if (/[@/]|^[^:]*:[^:]*$/.test(name)) return `more than a name; ${WRITE}, and give scheme, port, path and credentials apart`;
  if (name.includes(':') || endsInNumber(name)) return `an address; ${WRITE}, and give the address range as cidrs`;
  if (!isDnsName(name.toLowerCase())) return `no DNS name; ${WRITE}`;
  if (name !== name.toLowerCase()) return `not in lower case; write '${host.toLowerCase()}'`;
  const labels = name.split('.');
  if (labels.length < 2 || labels.at(-1) === 'localhost') return `not the name of a host outside the cluster; ${WRITE}`;
  if (isInCluster(labels)) return 'the name of a Service of the cluster; give its service and namespace instead, to ServiceEndpoint where there is no host prop';
  return undefined;
}

/** `service.namespace.svc` in any zone, also with a pod's name in front, and anything of the default zone. */
function isInCluster(labels: string[]): boolean {
  return labels.indexOf('svc', 2) > 0 || labels.at(-1) === 'svc' || labels.slice(-2).join('.') === 'cluster.local';
}
