import { Duration } from 'cdk8s';

/** What of an alert is not as it is by default. */
export interface NatsAlertSetting {
  /**
   * The alert fires beyond it.
   * @default - that of the alert
   */
  readonly threshold?: number;

  /**
   * How long it must be so before the alert fires (`for`), in whole seconds.
   * @default - that of the alert
   */
  readonly duration?: Duration;

  /**
   * The label `severity`.
   * @default - that of the alert
   */
  readonly severity?: string;

  /**
   * Whether there is the alert.
   * @default true; false for `publishStopped`
   */
  readonly enabled?: boolean;
}

/** The alerts, each with what it is by default. Each has a page in docs/runbooks. */
export interface NatsAlertSettings {
  /**
   * `NatsDisconnected`: a pod is not connected. Needs the metric `connected`.
   * @default - for 2 minutes, critical; it has no threshold
   */
  readonly disconnected?: NatsAlertSetting;

  /**
   * `NatsPublishFailures`: the share of messages that fail to be sent is higher.
   * @default - 0.05 for 5 minutes, warning
   */
  readonly publishFailures?: NatsAlertSetting;

  /**
   * `NatsPublishStopped`: a workload that publishes has sent fewer messages within 15 minutes, or counts none. Only its owner knows whether that is too few.
   * @default - not there; once enabled, 1 at once, warning
   */
  readonly publishStopped?: NatsAlertSetting;

  /**
   * `NatsLatencyHigh`: the server takes more seconds to answer, for the slowest hundredth of the messages.
   * @default - 0.5 for 10 minutes, warning
   */
  readonly latencyHigh?: NatsAlertSetting;

  /**
   * `NatsReconnections`: a pod has reconnected more often within 15 minutes. Needs the metric `reconnections`.
   * @default - 3 at once, warning
   */
  readonly reconnections?: NatsAlertSetting;

  /**
   * `NatsServerDown`: there are no metrics of the server.
   * @default - for 5 minutes, critical; it has no threshold
   */
  readonly serverDown?: NatsAlertSetting;

  /**
   * `NatsServerWithoutClients`: the server has fewer connections, though workloads run that connect to it.
   * @default - 1 for 5 minutes, critical
   */
  readonly serverWithoutClients?: NatsAlertSetting;

  /**
   * `NatsConnectionsNearLimit`: the share of the connections that the server takes at most is higher.
   * @default - 0.8 for 10 minutes, warning
   */
  readonly connectionsNearLimit?: NatsAlertSetting;

  /**
   * `NatsSlowConsumers`: the server has cut off more slow consumers within 5 minutes.
   * @default - 0 at once, warning
   */
  readonly slowConsumers?: NatsAlertSetting;

  /**
   * `NatsJetStreamStorage`: the share of the storage of JetStream that is in use is higher.
   * @default - 0.85 for 15 minutes, warning
   */
  readonly jetStreamStorage?: NatsAlertSetting;

  /**
   * `NatsJetStreamApiErrors`: more requests to JetStream have ended in an error within 15 minutes.
   * @default - 10 at once, warning
   */
  readonly jetStreamApiErrors?: NatsAlertSetting;

  /**
   * `NatsConsumerPending`: more messages wait for a consumer.
   * @default - 1000 for 15 minutes, warning
   */
  readonly consumerPending?: NatsAlertSetting;

  /**
   * `NatsConsumerRedelivered`: a consumer has more messages that it got again and has not acknowledged.
   * @default - 10 for 15 minutes, warning
   */
  readonly consumerRedelivered?: NatsAlertSetting;

  /**
   * `NatsStreamLag`: a stream is behind one that it copies by more messages.
   * @default - 1000 for 15 minutes, warning
   */
  readonly streamLag?: NatsAlertSetting;

  /**
   * `NatsConnectFailedLogged`: a pod has logged more often within 15 minutes that it cannot connect, and not that it has connected.
   * @default - 0 for 5 minutes, critical
   */
  readonly connectFailedLogged?: NatsAlertSetting;

  /**
   * `NatsConnectionLostLogged`: a pod has logged more often within 5 minutes that its connection is lost.
   * @default - 0 at once, warning
   */
  readonly connectionLostLogged?: NatsAlertSetting;

  /**
   * `NatsReconnectionsLogged`: a pod has logged more often within 15 minutes that it has connected.
   * @default - 3 at once, warning
   */
  readonly reconnectionsLogged?: NatsAlertSetting;

  /**
   * `NatsRefusedLogged`: the server has logged more often within 5 minutes that it refuses a client.
   * @default - 0 at once, warning
   */
  readonly refusedLogged?: NatsAlertSetting;
}
