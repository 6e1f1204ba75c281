import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { askSome, withSilent } from '../private/ask-each';
import { describeSightings, SERVER_PATTERNS, sightings } from '../private/log-lines';
import { ifKnown } from '../private/objects';
import { podsOfClient, running } from '../private/pods';
import { LOG_MINUTES, logOf } from '../private/recent-log';
import { noService, podsBehind, serviceOf } from '../private/server';

/** Servers whose logs are read. */
const MOST = 5;

/** What the server says of its clients. */
export const serverLog: Check = {
  id: 'server-log',
  category: 'logs',
  title: 'the server logs no trouble with clients',
  needs: ['service-exists'],
  run: checkLog,
};

async function checkLog(context: CheckContext): Promise<Outcome> {
  const { client, live } = context;
  const service = await serviceOf(context);
  if (!service) return skipped(noService(context));
  const servers = running(await podsBehind(service, context) ?? []).slice(0, MOST);
  if (servers.length === 0) return skipped(`no pod runs behind Service ${service.namespace}/${service.name}`);
  const { answers, silent } = await askSome(servers, server => logOf(server, live));
  const lines = answers.flatMap(({ answer }) => answer);
  const seen = sightings(lines, SERVER_PATTERNS);
  if (seen.length === 0) return withSilent(ok(`none in the last ${LOG_MINUTES} minutes`), silent);
  const sources = (await ifKnown(podsOfClient(client, live)) ?? []).flatMap(pod => pod.ips).map(ip => ip.includes(':') ? ` [${ip}]:` : ` ${ip}:`);
  const own = sightings(lines.filter(line => sources.some(source => line.includes(source))), SERVER_PATTERNS);
  const hint = `kubectl logs ${servers[0].name} -n ${servers[0].namespace} --since=${LOG_MINUTES}m`;
  if (own.length === 0) return withSilent({ status: 'warning', detail: `in the last ${LOG_MINUTES} minutes: ${describeSightings(seen)}`, hint }, silent);
  const detail = `in the last ${LOG_MINUTES} minutes, about pods of the workload: ${describeSightings(own)}`;
  return withSilent({ status: own.some(({ means }) => means === 'failing') ? 'failed' : 'warning', detail, hint }, silent);
}
