import { listOf, objectOf, textOf } from '../../manifest';
import { someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { monitored } from '../private/monitoring';
import { podsOfClient, running } from '../private/pods';

/** Whether the pods are connected, as the server sees it. */
export const serverConnections: Check = {
  id: 'server-connections',
  category: 'monitoring',
  title: 'the server has a connection of each pod',
  needs: ['service-exists', 'pods-run'],
  run: checkConnections,
};

/** As many as a server lists at once. */
const LIMIT = 10_000;

async function checkConnections(context: CheckContext): Promise<Outcome> {
  const { client, live } = context;
  const pods = running(await podsOfClient(client, live));
  if (pods.length === 0) return skipped('no pod runs');
  const servers = await monitored(`connz?limit=${LIMIT}`, context);
  if (typeof servers === 'string') return skipped(servers);
  const sources = servers.flatMap(({ answer }) => listOf(answer.connections)).map(one => textOf(objectOf(one)?.ip) ?? '');
  const known = new Set(sources);
  const missing = pods.filter(({ ips }) => !ips.some(ip => known.has(ip)));
  if (missing.length === 0) return ok(`${pods.length} of ${pods.length} pods, of ${sources.length} connections in all`);
  const detail = `${sources.length === 0 ? 'the server has no connection at all' : `none of ${sources.length} connections comes from ${someOf(missing.map(({ name, ips }) => `${name} (${ips[0] ?? 'no address'})`))}`}`;
  if (sources.some(source => source.startsWith('127.'))) return { status: 'unchecked', detail: `${detail}; some come through a proxy beside the server, which hides who they are` };
  return { status: 'failed', detail, hint: `look at the log: kubectl logs ${missing[0].name} -n ${missing[0].namespace}` };
}
