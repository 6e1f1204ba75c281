import { SubjectEnvironment } from '../../subject/subject-environment';
import { ConfigProps } from '../config';
import { CommonConfigEndpoints, CommonConfigSubjects, PetrosaCommonConfigProps } from '../petrosa-common-config-props';

type Keyed<Props> = { readonly [prop in keyof Required<Props>]: string };
type Setting = Exclude<keyof PetrosaCommonConfigProps, 'name' | keyof ConfigProps | keyof CommonConfigEndpoints | keyof CommonConfigSubjects>;

/** The keys that hold the URL of an endpoint, by the prop that gives it. */
export const ENDPOINT_KEYS: Keyed<CommonConfigEndpoints> = {
  nats: 'NATS_URL',
  dataManager: 'DATA_MANAGER_URL',
  otlpCollector: 'OTEL_EXPORTER_OTLP_ENDPOINT',
  pyroscopeServer: 'PYROSCOPE_SERVER_ADDRESS',
};

/** The keys that hold a subject prefix, by the prop that gives it. */
export const SUBJECT_KEYS: Keyed<CommonConfigSubjects> = {
  subjectPrefix: SubjectEnvironment.BASE.key,
  subjectPrefixProduction: SubjectEnvironment.PRODUCTION.key,
  subjectPrefixGapFiller: SubjectEnvironment.GAP_FILLER.key,
};

/** The other keys, by the prop that gives the value. */
export const SETTING_KEYS: Keyed<Pick<PetrosaCommonConfigProps, Setting>> = {
  natsEnabled: 'NATS_ENABLED',
  environment: 'ENVIRONMENT',
  logLevel: 'LOG_LEVEL',
  enableOtel: 'ENABLE_OTEL',
  enableLogs: 'ENABLE_LOGS',
  enableMetrics: 'ENABLE_METRICS',
  enableTraces: 'ENABLE_TRACES',
  otelServiceVersion: 'OTEL_SERVICE_VERSION',
  otelMetricsExporter: 'OTEL_METRICS_EXPORTER',
  otelTracesExporter: 'OTEL_TRACES_EXPORTER',
  otelLogsExporter: 'OTEL_LOGS_EXPORTER',
  otelPropagators: 'OTEL_PROPAGATORS',
  dbAdapter: 'DB_ADAPTER',
  extractorDbAdapter: 'EXTRACTOR_DB_ADAPTER',
  defaultSymbols: 'DEFAULT_SYMBOLS',
  supportedIntervals: 'SUPPORTED_INTERVALS',
  simulationEnabled: 'simulation-enabled',
  binanceTestnet: 'binance-testnet',
  enableProfiler: 'ENABLE_PROFILER',
};

/** The keys of the live platform's ConfigMap, sorted. */
export const PLATFORM_KEYS = [ENDPOINT_KEYS, SUBJECT_KEYS, SETTING_KEYS].flatMap(keys => Object.values(keys)).sort();
