import { someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { withSilent } from '../private/ask-each';
import { connectionsIn, monitored, OPEN } from '../private/monitoring';
import { atWork, podsOfClient, running } from '../private/pods';
import { Unavailable } from '../trouble';

/** Whether the pods are connected, as the server sees it. */
export const serverConnections: Check = {
  id: 'server-connections',
  category: 'monitoring',
  title: 'the server has a connection of each pod that works',
  needs: ['service-exists', 'pods-run'],
  run: checkConnections,
};

async function checkConnections(context: CheckContext): Promise<Outcome> {
  const { client, live } = context;
  const all = running(await podsOfClient(client, live));
  const pods = atWork(all, client.variable?.container.name);
  if (pods.length === 0) return skipped('no pod runs');
  const told = await monitored(OPEN, context);
  if ('status' in told) return told;
  const sources = connectionsIn(told).map(({ ip = '' }) => ip);
  const known = new Set(sources);
  const missing = pods.filter(({ ips }) => !ips.some(ip => known.has(ip)));
  if (missing.length === 0) return withSilent(ok(`${pods.length} of ${all.length} pods, of ${sources.length} connections in all`), told.silent);
  const detail = `${sources.length === 0 ? 'the server has no connection at all' : `none of ${sources.length} connections comes from ${someOf(missing.map(({ name, ips }) => `${name} (${ips[0] ?? 'no address'})`))}`}`;
  if (sources.some(source => source.startsWith('127.'))) return { status: 'unchecked', detail: `${detail}; some come through a proxy beside the server, which hides who they are` };
  // They may be connected to one that does not tell.
  if (told.silent.length > 0) throw new Unavailable({ type: 'other', text: withSilent({ status: 'unchecked', detail }, told.silent).detail! });
  return { status: 'failed', detail, hint: `look at the log: kubectl logs ${missing[0].name} -n ${missing[0].namespace}` };
}
