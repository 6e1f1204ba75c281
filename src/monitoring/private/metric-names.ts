import { NatsClientMetrics } from '../nats-client-metrics';
import { NatsLogs } from '../nats-logs';
import { NatsServerMetrics } from '../nats-server-metrics';

/** The names of the client metrics with their defaults. */
export type ClientMetricNames = NatsClientMetrics & Required<Pick<NatsClientMetrics, 'sentMessages' | 'latency' | 'selector'>>;

/** The names of the server metrics with their defaults. */
export type ServerMetricNames = Required<Omit<NatsServerMetrics, 'prefix' | 'selector'>> & Pick<NatsServerMetrics, 'selector'>;

/** The texts in the logs with their defaults. */
export type LogTexts = NatsLogs & Required<Pick<NatsLogs, 'connected' | 'connectFailed' | 'connectionLost' | 'refused'>>;

export function clientMetricNames(given: NatsClientMetrics = {}): ClientMetricNames {
  return {
    ...given,
    sentMessages: given.sentMessages ?? 'messaging_client_sent_messages_total',
    latency: given.latency ?? 'messaging_client_operation_duration_seconds',
    selector: given.selector ?? { messaging_system: 'nats' },
  };
}

export function serverMetricNames({ prefix = 'nats', ...given }: NatsServerMetrics = {}): ServerMetricNames {
  const jetStream = prefix === 'gnatsd' ? 'jetstream' : prefix;
  return {
    connections: `${prefix}_varz_connections`,
    maxConnections: `${prefix}_varz_max_connections`,
    slowConsumers: `${prefix}_varz_slow_consumers`,
    storage: `${prefix}_varz_jetstream_stats_storage`,
    maxStorage: `${prefix}_varz_jetstream_config_max_storage`,
    apiErrors: `${prefix}_varz_jetstream_stats_api_errors`,
    pending: `${jetStream}_consumer_num_pending`,
    redelivered: `${jetStream}_consumer_num_redelivered`,
    sourceLag: `${jetStream}_stream_source_lag`,
    ...Object.fromEntries(Object.entries(given).filter(([, name]) => name !== undefined)),
  };
}

export function logTexts(given: NatsLogs = {}): LogTexts {
  return {
    ...given,
    connected: given.connected ?? ['Connected to NATS server'],
    connectFailed: given.connectFailed ?? [
      'Failed to connect to NATS', 'nats: no servers available for connection', 'authorization violation', 'gave up on NATS', 'still waiting for NATS',
    ],
    connectionLost: given.connectionLost ?? ['NATS connection lost', 'nats: stale connection'],
    refused: given.refused ?? ['authentication error', 'Authorization Violation', 'maximum connections exceeded'],
  };
}
