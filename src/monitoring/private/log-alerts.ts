import { AlertRule, AlertRules } from './alert-rules';
import { connectionsOfPods, linesOfPods } from './log-queries';
import { LogTexts } from './metric-names';
import { equals } from './selector';
import { spelledClients, WatchedServer } from './watched-server';
import { matcherOfOthers, matchersOf, spelled, WatchedWorkload } from './watched-workload';

const POD = '{{ with $labels.pod }}Pod {{ . }}{{ else }}A pod{{ end }}';
const TIMES = '{{ $value | printf "%.0f" }} times';

/** The alerts on what the program of one workload logs (rule book §12). */
export function workloadLogAlerts(rules: AlertRules, workload: WatchedWorkload, texts: LogTexts): AlertRule[] {
  const { name, namespace, server: { description: server } } = workload;
  const streams = matchersOf(workload, texts.workloadLabel);
  const labels = { namespace, workload: name };
  const pod = `${POD} of ${spelled(workload)}`;
  return [
    ...rules.of('connectFailedLogged', {
      // Longer than the kubelet's pause of five minutes in a crash loop and a run of the program together.
      expr: `(${linesOfPods(streams, texts.connectFailed, 15)} unless ${connectionsOfPods(streams, texts.connected, 15)}) >`,
      summary: `${name} cannot connect to NATS`,
      description: `${pod} has logged ${TIMES} within 15 minutes that it cannot connect to ${server}, and not that it has connected.`,
      labels,
    }),
    ...rules.of('connectionLostLogged', {
      expr: `${linesOfPods(streams, texts.connectionLost, 5)} >`,
      summary: `${name} has lost its connection to NATS`,
      description: `${pod} has logged ${TIMES} within 5 minutes that its connection to ${server} is lost.`,
      labels,
    }),
    ...rules.of('reconnectionsLogged', {
      expr: `${connectionsOfPods(streams, texts.connected, 15)} >`,
      summary: `${name} connects to NATS again and again`,
      description: `${pod} has logged ${TIMES} within 15 minutes that it has connected to ${server}.`,
      labels,
    }),
  ];
}

/**
 * The alert on what a server logs about clients that it refuses, which its metrics do not tell.
 * @param workloads all that are watched
 */
export function serverLogAlerts(rules: AlertRules, server: WatchedServer, workloads: readonly WatchedWorkload[], texts: LogTexts): AlertRule[] {
  const { url, namespace } = server;
  return rules.of('refusedLogged', {
    expr: `${linesOfPods(serverStreams(namespace, workloads, texts), texts.refused, 5)} >`,
    summary: 'The NATS server refuses clients',
    description: `${POD} of the NATS server ${url} has logged ${TIMES} within 5 minutes that it refuses a client. ${spelledClients(server)}`,
    labels: { namespace },
  });
}

/** The clients that live beside the server log the same texts. */
function serverStreams(namespace: string, workloads: readonly WatchedWorkload[], { serverSelector, workloadLabel }: LogTexts): string[] {
  if (serverSelector) return equals(serverSelector);
  const beside = workloads.filter(workload => workload.namespace === undefined || workload.namespace === namespace);
  return [...equals({ namespace }), ...beside.map(workload => matcherOfOthers(workload, workloadLabel))];
}
