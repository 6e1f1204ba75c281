import { AlertContent, AlertRule, AlertRules } from './alert-rules';
import { ServerQueries } from './server-queries';
import { spelledClients, WatchedServer } from './watched-server';

/** The alerts on the metrics of a server. */
export function serverAlerts(rules: AlertRules, server: WatchedServer, queries: ServerQueries): AlertRule[] {
  const { url, namespace, clients } = server;
  const content = (expr: string, summary: string, description: string): AlertContent =>
    ({ expr, summary, description: `${description}. ${spelledClients(server)}`, labels: { namespace } });
  const pod = `{{ with $labels.pod }}Pod {{ . }} of the{{ else }}The{{ end }} NATS server ${url}`;
  const consumer = `Consumer {{ $labels.consumer_name }} of stream {{ $labels.stream_name }} on ${url}`;
  const stayConnected = clients.some(({ runsToCompletion }) => !runsToCompletion);
  return [
    ...rules.of('serverDown', content(queries.absent,
      'The NATS server does not show itself',
      `Prometheus has no metrics of ${url}: it is down, or nobody scrapes it`)),
    ...!stayConnected ? [] : rules.of('serverWithoutClients', content(`${queries.connections} <`,
      'The NATS server has no clients',
      `${url} has {{ $value | printf "%.0f" }} connections`)),
    ...rules.of('connectionsNearLimit', content(`${queries.connectionShare} >`,
      'The NATS server takes hardly any more connections',
      `${pod} has {{ $value | humanizePercentage }} of the connections that it takes`)),
    ...rules.of('slowConsumers', content(`${queries.slowConsumers} >`,
      'NATS clients are too slow',
      `${pod} has found {{ $value | printf "%.0f" }} slow consumers within 5 minutes; they have lost messages`)),
    ...rules.of('jetStreamStorage', content(`${queries.storageShare} >`,
      'The storage of JetStream is nearly full',
      `${pod} uses {{ $value | humanizePercentage }} of the storage of JetStream, and refuses messages to streams once it is full`)),
    ...rules.of('jetStreamApiErrors', content(`${queries.apiErrors} >`,
      'Requests to JetStream fail',
      `${pod} has answered {{ $value | printf "%.0f" }} requests to JetStream by an error within 15 minutes`)),
    ...rules.of('consumerPending', content(`${queries.pending} >`,
      'A JetStream consumer falls behind',
      `${consumer} has {{ $value | printf "%.0f" }} messages still to get`)),
    ...rules.of('consumerRedelivered', content(`${queries.redelivered} >`,
      'JetStream delivers messages again',
      `${consumer} has {{ $value | printf "%.0f" }} messages that it got again and has not acknowledged`)),
    ...rules.of('streamLag', content(`${queries.sourceLag} >`,
      'A JetStream stream falls behind the one that it copies',
      `Stream {{ $labels.stream_name }} on ${url} is {{ $value | printf "%.0f" }} messages behind {{ $labels.source_name }}`)),
  ];
}
