import { createHash } from 'crypto';
import { ClientQueries } from './client-queries';
import { connectionsOfPods, linesOfPods } from './log-queries';
import { LogTexts } from './metric-names';
import { Panel, panelModels, PanelQuery, PanelRow, sourceVariables } from './panel';
import { ServerQueries } from './server-queries';
import { Watched } from './watched';
import { matchersOf } from './watched-workload';

/**
 * The JSON of a dashboard for Grafana: a row for each metric of the rule book (§13), and one for the server. What no metric has a name for is counted in the
 * logs.
 * @param title also makes its uid, which links to it hold
 */
export function dashboardJson(title: string, { clients, server, texts }: Watched): string {
  const rows = [...clients.length > 0 ? clientRows(clients, server?.queries, texts) : [], ...server ? [serverRow(server.queries)] : []];
  return JSON.stringify({
    uid: createHash('sha256').update(title).digest('hex').slice(0, 16),
    title,
    tags: ['nats'],
    schemaVersion: 39,
    editable: true,
    time: { from: 'now-6h', to: 'now' },
    refresh: '1m',
    templating: { list: sourceVariables(rows) },
    annotations: { list: [] },
    panels: panelModels(rows),
  }, undefined, 2);
}

function clientRows(clients: Watched['clients'], server: ServerQueries | undefined, texts: LogTexts): PanelRow[] {
  const metrics = (title: string, unit: string, query: (queries: ClientQueries) => string | undefined, suffix = ''): Panel[] => {
    const queries = clients.flatMap(({ workload: { name }, queries: all }): PanelQuery[] => {
      const expr = query(all);
      return expr === undefined ? [] : [{ expr, legend: `${name}${suffix}` }];
    });
    return queries.length > 0 ? [{ title, source: 'metrics', unit, queries }] : [];
  };
  const lines = (title: string, query: (streams: readonly string[]) => string): Panel => ({
    title,
    source: 'logs',
    unit: 'short',
    queries: clients.map(({ workload }) => ({ expr: query(matchersOf(workload, texts.workloadLabel)), legend: `${workload.name} {{pod}}` })),
  });
  const reconnections = metrics('Reconnections within 15 minutes', 'short', queries => queries.reconnections, ' {{pod}}');
  return [
    {
      title: 'Connection status',
      panels: [
        ...metrics('Connected', 'bool_on_off', queries => queries.connected, ' {{pod}}'),
        ...server ? [{ title: 'Connections of the server', source: 'metrics', unit: 'short', queries: [{ expr: server.connections, legend: 'connections' }] } as const] : [],
        lines('Lines on a failed or lost connection within 5 minutes', streams => linesOfPods(streams, [...texts.connectFailed, ...texts.connectionLost], 5)),
      ],
    },
    {
      title: 'Publish success and failure rates',
      panels: [
        ...metrics('Messages a second, failed ones left out', 'mps', queries => `${queries.sendRate} - (${queries.failureRate} or vector(0))`),
        ...metrics('Failed messages a second', 'mps', queries => queries.failureRate),
      ],
    },
    { title: 'Connection latency', panels: metrics('Slowest hundredth', 's', queries => queries.latency) },
    {
      title: 'Reconnection attempts',
      panels: reconnections.length > 0 ? reconnections : [lines('Lines on a connection within 15 minutes', streams => connectionsOfPods(streams, texts.connected, 15))],
    },
  ];
}

function serverRow(server: ServerQueries): PanelRow {
  const panel = (title: string, unit: string, expr: string, legend: string): Panel => ({ title, source: 'metrics', unit, queries: [{ expr, legend }] });
  return {
    title: 'Server',
    panels: [
      panel('Slow consumers within 5 minutes', 'short', server.slowConsumers, '{{pod}}'),
      panel('Storage of JetStream in use', 'percentunit', server.storageShare, '{{pod}}'),
      panel('Messages that wait', 'short', server.pending, '{{stream_name}} {{consumer_name}}'),
      panel('Messages delivered again', 'short', server.redelivered, '{{stream_name}} {{consumer_name}}'),
    ],
  };
}
