import { ConfigProps } from './config';
import { IEndpoint } from '../address/endpoint';
import { NatsServer } from '../address/nats-server';

/** The endpoints whose URLs the platform's ConfigMap holds. */
export interface CommonConfigEndpoints {
  /** The NATS server: `NATS_URL`. */
  readonly nats: NatsServer;

  /**
   * The data manager: `DATA_MANAGER_URL`.
   * @default - not known
   */
  readonly dataManager?: IEndpoint;

  /**
   * The OpenTelemetry collector: `OTEL_EXPORTER_OTLP_ENDPOINT`.
   * @default - not known
   */
  readonly otlpCollector?: IEndpoint;

  /**
   * The Pyroscope server: `PYROSCOPE_SERVER_ADDRESS`.
   * @default - not known
   */
  readonly pyroscopeServer?: IEndpoint;
}

/** What subjects begin with, by environment (rule book §6). */
export interface CommonConfigSubjects {
  /**
   * `NATS_SUBJECT_PREFIX`, e.g. `binance`; gives the two others as well.
   * @default - none of the three keys
   */
  readonly subjectPrefix?: string;

  /**
   * `NATS_SUBJECT_PREFIX_PRODUCTION`.
   * @default - `<subjectPrefix>.production`
   */
  readonly subjectPrefixProduction?: string;

  /**
   * `NATS_SUBJECT_PREFIX_GAP_FILLER`.
   * @default - `<subjectPrefix>.gap_filler`
   */
  readonly subjectPrefixGapFiller?: string;
}

/** Props of `PetrosaCommonConfig`. A key whose prop is not given is not rendered. */
export interface PetrosaCommonConfigProps extends ConfigProps, CommonConfigEndpoints, CommonConfigSubjects {
  /**
   * `metadata.name` of the ConfigMap.
   * @default petrosa-common-config
   */
  readonly name?: string;

  /**
   * Whether programs connect to NATS at all: `NATS_ENABLED`.
   * @default true
   */
  readonly natsEnabled?: boolean;

  /**
   * Name of the environment, e.g. `production`: `ENVIRONMENT`.
   * @default - no such key
   */
  readonly environment?: string;

  /**
   * Log level, e.g. `INFO`: `LOG_LEVEL`.
   * @default - no such key
   */
  readonly logLevel?: string;

  /**
   * Whether programs send telemetry: `ENABLE_OTEL`.
   * @default - no such key
   */
  readonly enableOtel?: boolean;

  /**
   * Whether programs send logs: `ENABLE_LOGS`.
   * @default - no such key
   */
  readonly enableLogs?: boolean;

  /**
   * Whether programs send metrics: `ENABLE_METRICS`.
   * @default - no such key
   */
  readonly enableMetrics?: boolean;

  /**
   * Whether programs send traces: `ENABLE_TRACES`.
   * @default - no such key
   */
  readonly enableTraces?: boolean;

  /**
   * Version that telemetry is labelled with: `OTEL_SERVICE_VERSION`.
   * @default - no such key
   */
  readonly otelServiceVersion?: string;

  /**
   * Exporter of metrics, e.g. `otlp`: `OTEL_METRICS_EXPORTER`.
   * @default - no such key
   */
  readonly otelMetricsExporter?: string;

  /**
   * Exporter of traces, e.g. `otlp`: `OTEL_TRACES_EXPORTER`.
   * @default - no such key
   */
  readonly otelTracesExporter?: string;

  /**
   * Exporter of logs, e.g. `otlp`: `OTEL_LOGS_EXPORTER`.
   * @default - no such key
   */
  readonly otelLogsExporter?: string;

  /**
   * Propagators, e.g. `tracecontext`, `baggage`: `OTEL_PROPAGATORS`, joined by commas.
   * @default - no such key
   */
  readonly otelPropagators?: string[];

  /**
   * Database of the programs, e.g. `mysql`: `DB_ADAPTER`.
   * @default - no such key
   */
  readonly dbAdapter?: string;

  /**
   * Database of the extractor, e.g. `mysql`: `EXTRACTOR_DB_ADAPTER`.
   * @default - no such key
   */
  readonly extractorDbAdapter?: string;

  /**
   * Symbols, e.g. `BTCUSDT`: `DEFAULT_SYMBOLS`, joined by commas.
   * @default - no such key
   */
  readonly defaultSymbols?: string[];

  /**
   * Intervals of candles, e.g. `15m`: `SUPPORTED_INTERVALS`, joined by commas.
   * @default - no such key
   */
  readonly supportedIntervals?: string[];

  /**
   * Whether trades are simulated: `simulation-enabled`.
   * @default - no such key
   */
  readonly simulationEnabled?: boolean;

  /**
   * Whether the test network of Binance is used: `binance-testnet`.
   * @default - no such key
   */
  readonly binanceTestnet?: boolean;

  /**
   * Whether programs are profiled: `ENABLE_PROFILER`.
   * @default - no such key
   */
  readonly enableProfiler?: boolean;
}

/** What is known of the platform's ConfigMap where another repository creates it. */
export interface ImportedCommonConfigProps extends CommonConfigEndpoints, CommonConfigSubjects {
  /**
   * `metadata.name` of the ConfigMap.
   * @default petrosa-common-config
   */
  readonly name?: string;

  /**
   * Namespace of the ConfigMap.
   * @default - the namespace of the chart
   */
  readonly namespace?: string;

  /**
   * The keys that it holds.
   * @default - those of the live platform, `PetrosaCommonConfig.PLATFORM_KEYS`
   */
  readonly keys?: string[];
}

/** Which ConfigMap of a YAML file is the platform's, and what its addresses stand for. */
export interface CommonConfigManifestProps extends CommonConfigEndpoints {
  /**
   * `metadata.name` of the ConfigMap.
   * @default petrosa-common-config
   */
  readonly name?: string;
}
