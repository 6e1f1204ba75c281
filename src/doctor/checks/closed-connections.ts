import { listOf, textsOf } from '../../manifest';
import { Check, CheckContext, ok, Outcome } from '../check';
import { withSilent } from '../private/ask-each';
import { CLOSED, monitored } from '../private/monitoring';
import { podsOfClient } from '../private/pods';
import { isRecent } from '../private/time';

/** Minutes that count as now. */
const RECENT = 10;

/** Reasons that keep a client out for as long as nothing changes. */
const REFUSED = /Authenti|Authoriz|Credentials|Maximum (?:Connections|Account)|TLS|Missing Account|Duplicate|No Responders|Wrong Port/i;

/** Reasons that tell of trouble. */
const TROUBLE = /Slow Consumer|Stale|Exceeded|Violation|Parse Error/i;

/** What the server closed by itself: refused logins stand here, and not in `/varz`. */
export const closedConnections: Check = {
  id: 'closed-connections',
  category: 'monitoring',
  title: 'the server refused no connection of the pods',
  needs: ['service-exists'],
  run: checkClosed,
};

async function checkClosed(context: CheckContext): Promise<Outcome> {
  const { client, live, options } = context;
  const ips = new Set((await podsOfClient(client, live)).flatMap(pod => pod.ips));
  const told = await monitored(CLOSED, context);
  if ('status' in told) return told;
  const closed = told.servers.flatMap(({ answer }) => listOf(answer.connections)).map(textsOf)
    .filter(({ ip, stop, reason = '' }) => ips.has(ip) && isRecent(stop, RECENT, options.now) && (REFUSED.test(reason) || TROUBLE.test(reason)));
  if (closed.length === 0) return withSilent(ok(), told.silent);
  const counts = new Map<string, number>();
  for (const { reason } of closed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const detail = `in the last ${RECENT} minutes the server closed connections of the pods: ${[...counts].map(([reason, count]) => `${reason} (${count === 1 ? 'once' : `${count} times`})`).join(', ')}`;
  const refused = [...counts.keys()].find(reason => REFUSED.test(reason));
  return withSilent({ status: refused === undefined ? 'warning' : 'failed', detail, hint: hintFor(refused) }, told.silent);
}

function hintFor(refused: string | undefined): string {
  if (refused === undefined) return 'look at the log of the pods, and at their load';
  if (/Maximum/i.test(refused)) return 'raise max_connections of the server, or use fewer connections';
  return /TLS/i.test(refused) ? 'write the scheme that the server takes: tls:// or nats://' : 'look at the Secret of the workload, and at the users of the server';
}
