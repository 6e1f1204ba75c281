import { AlertRule, AlertRules } from './alert-rules';
import { ClientQueries } from './client-queries';
import { spelled, WatchedWorkload } from './watched-workload';

/** The alerts on the metrics of one workload's program. */
export function clientAlerts(rules: AlertRules, workload: WatchedWorkload, queries: ClientQueries): AlertRule[] {
  const { name, namespace, publishes, server: { description: server } } = workload;
  const labels = { namespace, workload: name };
  const who = spelled(workload);
  const pod = `{{ with $labels.pod }}Pod {{ . }}{{ else }}A pod{{ end }} of ${who}`;
  return [
    ...queries.connected === undefined ? [] : rules.of('disconnected', {
      expr: `${queries.connected} < 1`,
      summary: `${name} is not connected to NATS`,
      description: `${pod} is not connected to ${server}.`,
      labels,
    }),
    ...rules.of('publishFailures', {
      expr: `${queries.failureRate} / ${queries.sendRate} >`,
      summary: `Messages of ${name} to NATS fail`,
      description: `{{ $value | humanizePercentage }} of the messages that ${who} sends to ${server} fail.`,
      labels,
    }),
    ...!publishes ? [] : rules.of('publishStopped', {
      expr: `${queries.succeeded} <`,
      summary: `${name} publishes nothing`,
      description: `${who} has sent {{ $value | printf "%.0f" }} messages to ${server} within 15 minutes.`,
      labels,
    }),
    ...rules.of('latencyHigh', {
      expr: `${queries.latency} >`,
      summary: `NATS answers ${name} slowly`,
      description: `One in a hundred messages of ${who} to ${server} takes {{ $value | humanizeDuration }} or more.`,
      labels,
    }),
    ...queries.reconnections === undefined ? [] : rules.of('reconnections', {
      expr: `${queries.reconnections} >`,
      summary: `${name} reconnects to NATS again and again`,
      description: `${pod} has reconnected to ${server} {{ $value | printf "%.0f" }} times within 15 minutes.`,
      labels,
    }),
  ];
}
