import { shown } from '../../../address/private/shown';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';
import { isQueueGroupName } from '../private/queue-group';

const JETSTREAM_NAME = /^NATS_(?:.*_)?(?:STREAM_NAME|DURABLE_NAME|CONSUMER_NAME|DURABLE)$/;

export const invalidGroup = rule({
  code: 'SUB407',
  title: 'The name of a queue group, stream or consumer is invalid',
  severity: 'error',
  reads: ['variables', 'workloads'],
  why: 'The server reads the name of a queue group as a word of its protocol, so white space in it breaks the subscription. '
    + 'Names of JetStream streams and consumers hold no white space, dot, wildcard or slash either: the server refuses to make them.',
  repair: 'Write letters, digits, `-` and `_`.',
  source: 'https://docs.nats.io/running-a-nats-service/nats_admin/jetstream_admin/naming',
  check: function* (facts) {
    const reported = new Set<string>();
    for (const { name, value, valuePlace } of containersOf(facts.workloads).flatMap(container => facts.variables(container))) {
      const wrong = wrongIn(name, value ?? '');
      const { object, path } = valuePlace;
      const id = [object.origin, object.document.file, object.id, ...path].join('\n');
      if (wrong === undefined || reported.has(id)) continue;
      reported.add(id);
      yield {
        at: valuePlace,
        message: `${name} is ${shown(value)}, and ${wrong} may not stand in it`,
        fix: `write ${value!.trim().replace(/[\s.*>/\\]+/g, '-')}`,
      };
    }
  },
});

function wrongIn(name: string, value: string): string | undefined {
  const forbidden = isQueueGroupName(name) ? /\s/ : JETSTREAM_NAME.test(name) ? /[\s.*>/\\]/ : undefined;
  const found = forbidden && !/\$\(|\{/.test(value) ? forbidden.exec(value) : null;
  return found ? (/\s/.test(found[0]) ? 'white space' : found[0]) : undefined;
}
