import { numberOf, textOf } from '../../manifest';
import { someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { monitored } from '../private/monitoring';
import { age } from '../private/time';

/** What the server cut off because it reads too slowly. */
export const slowConsumers: Check = {
  id: 'slow-consumers',
  category: 'monitoring',
  title: 'the server saw no slow consumers',
  needs: ['service-exists'],
  run: checkSlow,
};

async function checkSlow(context: CheckContext): Promise<Outcome> {
  const servers = await monitored('varz', context);
  if (typeof servers === 'string') return skipped(servers);
  const slow = servers.filter(({ answer }) => (numberOf(answer.slow_consumers) ?? 0) > 0);
  if (slow.length === 0) return ok();
  const detail = someOf(slow.map(({ pod, answer }) => `${pod} saw ${numberOf(answer.slow_consumers)} since its start ${age(textOf(answer.start) ?? '', context.options.now)} ago`));
  return { status: 'warning', detail, hint: 'find them: nats server report connections --sort pending; give them more replicas, or a queue group' };
}
