/** How the metrics of the server are called in Prometheus: by default as prometheus-nats-exporter of the official Helm chart calls them. */
export interface NatsServerMetrics {
  /**
   * What the names begin with: the exporter's option `-prefix`. Without that option it is `gnatsd`, and `jetstream` for streams and consumers.
   * @default 'nats'
   */
  readonly prefix?: string;

  /**
   * Gauge of the connections.
   * @default - the prefix and `_varz_connections`
   */
  readonly connections?: string;

  /**
   * Gauge of the connections that the server takes at most.
   * @default - the prefix and `_varz_max_connections`
   */
  readonly maxConnections?: string;

  /**
   * Count of the slow consumers since the server started.
   * @default - the prefix and `_varz_slow_consumers`
   */
  readonly slowConsumers?: string;

  /**
   * Gauge of the bytes that JetStream stores on disk.
   * @default - the prefix and `_varz_jetstream_stats_storage`
   */
  readonly storage?: string;

  /**
   * Gauge of the bytes that JetStream may store on disk.
   * @default - the prefix and `_varz_jetstream_config_max_storage`
   */
  readonly maxStorage?: string;

  /**
   * Count of the requests to JetStream that ended in an error.
   * @default - the prefix and `_varz_jetstream_stats_api_errors`
   */
  readonly apiErrors?: string;

  /**
   * Gauge of the messages that a consumer has not got yet.
   * @default - the prefix and `_consumer_num_pending`
   */
  readonly pending?: string;

  /**
   * Gauge of the messages that a consumer got more than once and has not acknowledged.
   * @default - the prefix and `_consumer_num_redelivered`
   */
  readonly redelivered?: string;

  /**
   * Gauge of the messages by which a stream is behind one that it copies.
   * @default - the prefix and `_stream_source_lag`
   */
  readonly sourceLag?: string;

  /**
   * Labels that select the series of the server.
   * @default - `namespace`, that of the server
   */
  readonly selector?: { readonly [label: string]: string };
}
