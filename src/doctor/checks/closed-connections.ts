import { Check, CheckContext, ok, Outcome } from '../check';
import { withSilent } from '../private/ask-each';
import { CLOSED, connectionsIn, monitored, OPEN } from '../private/monitoring';
import { ifKnown } from '../private/objects';
import { LivePod, podsOfClient } from '../private/pods';
import { isRecent } from '../private/time';

/** Minutes that count as now. */
const RECENT = 10;

/** Milliseconds that the clocks of a server and of a node may differ by; Kubernetes tells whole seconds. */
const CLOCKS_DIFFER = 2000;

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
  const pods = await podsOfClient(client, live);
  const told = await monitored(CLOSED, context);
  if ('status' in told) return told;
  const closed = connectionsIn(told).filter(({ ip, stop, reason = '' }) => {
    const pod = pods.find(({ ips }) => ips.includes(ip));
    return pod && isRecent(stop, RECENT, options.now) && (REFUSED.test(reason) || TROUBLE.test(reason)) && !isOfWaiting(pod, stop, reason);
  });
  if (closed.length === 0) return withSilent(ok(), told.silent);
  const counts = new Map<string, number>();
  for (const { reason } of closed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const detail = `in the last ${RECENT} minutes the server closed connections of the pods: ${[...counts].map(([reason, count]) => `${reason} (${count === 1 ? 'once' : `${count} times`})`).join(', ')}`;
  return withSilent(await judged(closed.filter(({ reason }) => REFUSED.test(reason)), detail, context), told.silent);
}

async function judged(refused: readonly Record<string, string>[], detail: string, context: CheckContext): Promise<Outcome> {
  if (refused.length === 0) return { status: 'warning', detail, hint: 'look at the log of the pods, and at their load' };
  const since = await lastConnections(context);
  const lasting = refused.find(({ ip, stop }) => !((since.get(ip) ?? 0) > Date.parse(stop)));
  return lasting ? { status: 'failed', detail, hint: hintFor(lasting.reason) } : { status: 'warning', detail: `${detail}; the pods that were refused are connected since` };
}

/** Whether an init container that waits for the server closed it: it hangs up where the server begins TLS, and has its answer. */
function isOfWaiting({ containers }: LivePod, stop: string, reason: string): boolean {
  const end = Date.parse(stop) - CLOCKS_DIFFER;
  return /TLS Handshake/i.test(reason) && containers.some(({ init, ended }) => init && ended?.code === 0 && end <= Date.parse(ended.at ?? ''));
}

/** When the youngest open connection of each address began, in milliseconds. */
async function lastConnections(context: CheckContext): Promise<ReadonlyMap<string, number>> {
  const told = await ifKnown(monitored(OPEN, context));
  const began = new Map<string, number>();
  for (const { ip, start } of told && 'servers' in told ? connectionsIn(told) : []) began.set(ip, Math.max(began.get(ip) ?? 0, Date.parse(start)));
  return began;
}

function hintFor(refused: string): string {
  if (/Maximum/i.test(refused)) return 'raise max_connections of the server, or use fewer connections';
  return /TLS/i.test(refused) ? 'write the scheme that the server takes: tls:// or nats://' : 'look at the Secret of the workload, and at the users of the server';
}
