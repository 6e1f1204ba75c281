import { listOf, numberOf, textOf, textsOf } from '../../manifest';
import { someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome } from '../check';
import { withSilent } from '../private/ask-each';
import { CLOSED, Monitored, monitored } from '../private/monitoring';
import { age, isRecent } from '../private/time';

/** Minutes that count as now. */
const RECENT = 10;

/** What the server cut off because it reads too slowly. */
export const slowConsumers: Check = {
  id: 'slow-consumers',
  category: 'monitoring',
  title: 'no client is too slow for the server',
  needs: ['service-exists'],
  run: checkSlow,
};

async function checkSlow(context: CheckContext): Promise<Outcome> {
  const counted = await monitored('varz', context);
  if ('status' in counted) return counted;
  const { now } = context.options;
  const slow = counted.servers.filter(({ answer }) => (numberOf(answer.slow_consumers) ?? 0) > 0);
  if (slow.length === 0) return withSilent(ok(), counted.silent);
  const ever = someOf(slow.map(({ pod, answer }) => `${pod} saw ${numberOf(answer.slow_consumers)} since its start ${age(textOf(answer.start) ?? '', now)} ago`));
  const closed = await monitored(CLOSED, context);
  if ('status' in closed) return closed;
  const recent = closed.servers.flatMap(({ answer }) => slowClients(answer, now));
  const isYoung = slow.some(({ answer }) => isRecent(textOf(answer.start), RECENT, now));
  if (recent.length === 0 && !isYoung) return withSilent(ok(`none in the last ${RECENT} minutes; ${ever}`), closed.silent);
  const detail = recent.length === 0 ? ever : `in the last ${RECENT} minutes: ${someOf([...new Set(recent)])}; ${ever}`;
  return withSilent({ status: 'warning', detail, hint: 'find them: nats server report connections --sort pending; give them more replicas, or a queue group' }, closed.silent);
}

/** The clients that were cut off a short time ago, by their names or addresses. */
function slowClients(answer: Monitored['answer'], now: Date): string[] {
  return listOf(answer.connections).map(textsOf)
    .filter(({ stop, reason = '' }) => /^Slow Consumer/i.test(reason) && isRecent(stop, RECENT, now))
    .map(({ name, ip }) => name || ip || 'a client');
}
