import { NatsAlertSettings } from '../nats-alert-settings';

/** An alert as it is where nothing is set. */
export interface AlertDefault {
  readonly alert: string;

  /** Undefined where no other would make sense. */
  readonly threshold?: number;
  readonly minutes: number;
  readonly severity: 'critical' | 'warning';
  readonly enabled?: false;
}

/** What `NatsAlertSettings` documents. */
export const ALERT_DEFAULTS: { readonly [alert in keyof Required<NatsAlertSettings>]: AlertDefault } = {
  disconnected: { alert: 'NatsDisconnected', minutes: 2, severity: 'critical' },
  publishFailures: { alert: 'NatsPublishFailures', threshold: 0.05, minutes: 5, severity: 'warning' },
  publishStopped: { alert: 'NatsPublishStopped', threshold: 1, minutes: 0, severity: 'warning', enabled: false },
  latencyHigh: { alert: 'NatsLatencyHigh', threshold: 0.5, minutes: 10, severity: 'warning' },
  reconnections: { alert: 'NatsReconnections', threshold: 3, minutes: 0, severity: 'warning' },
  serverDown: { alert: 'NatsServerDown', minutes: 5, severity: 'critical' },
  serverWithoutClients: { alert: 'NatsServerWithoutClients', threshold: 1, minutes: 5, severity: 'critical' },
  connectionsNearLimit: { alert: 'NatsConnectionsNearLimit', threshold: 0.8, minutes: 10, severity: 'warning' },
  slowConsumers: { alert: 'NatsSlowConsumers', threshold: 0, minutes: 0, severity: 'warning' },
  jetStreamStorage: { alert: 'NatsJetStreamStorage', threshold: 0.85, minutes: 15, severity: 'warning' },
  jetStreamApiErrors: { alert: 'NatsJetStreamApiErrors', threshold: 10, minutes: 0, severity: 'warning' },
  consumerPending: { alert: 'NatsConsumerPending', threshold: 1000, minutes: 15, severity: 'warning' },
  consumerRedelivered: { alert: 'NatsConsumerRedelivered', threshold: 10, minutes: 15, severity: 'warning' },
  streamLag: { alert: 'NatsStreamLag', threshold: 1000, minutes: 15, severity: 'warning' },
  connectFailedLogged: { alert: 'NatsConnectFailedLogged', threshold: 0, minutes: 5, severity: 'critical' },
  connectionLostLogged: { alert: 'NatsConnectionLostLogged', threshold: 0, minutes: 0, severity: 'warning' },
  reconnectionsLogged: { alert: 'NatsReconnectionsLogged', threshold: 3, minutes: 0, severity: 'warning' },
  refusedLogged: { alert: 'NatsRefusedLogged', threshold: 0, minutes: 0, severity: 'warning' },
};
