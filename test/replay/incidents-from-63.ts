import { Replay } from './entry';

export const INCIDENTS_FROM_63: readonly Replay[] = [
  {
    incident: '64-realtime-secret-key-2',
    what: 'MONGODB_URI is read from a key whose value is out of date',
    because: 'the key exists; that its value names a Service which does not is known to the Secret alone',
  },
  {
    incident: '67-extractor-config-from-secret',
    what: 'plain settings are read from the Secret in some jobs',
    caught: [
      { code: 'CFG244', object: 'CronJob/*', says: 'LOG_LEVEL, ENVIRONMENT' },
    ],
  },
  {
    incident: '69-extractor-mysql-uri-missing',
    what: 'ENVIRONMENT and LOG_LEVEL are read from keys in another spelling',
    caught: [
      { code: 'CFG242', object: 'Deployment/petrosa-binance-data-extractor', says: 'MYSQL_URI' },
      { code: 'CFG202', object: 'Deployment/petrosa-binance-data-extractor', says: 'log-level' },
    ],
  },
  {
    incident: '70-realtime-flags-not-wired',
    what: 'three flags stand in the ConfigMap and reach no pod',
    caught: [
      { code: 'CFG209', object: 'ConfigMap/petrosa-realtime-strategies-config', says: 'STRATEGY_ENABLED_BTC_DOMINANCE' },
    ],
  },
  {
    incident: '71-tabot-rest-publishing-not-wired',
    what: 'the switch that ends duplicate signals reaches no pod',
    caught: [
      { code: 'CFG209', object: 'ConfigMap/ta-bot-config', says: 'enable_rest_publishing' },
    ],
  },
  {
    incident: '74-cio-otel-env-missing',
    what: 'a rewrite drops the collector and Redis',
    caught: [
      { code: 'CFG246', object: 'Deployment/petrosa-cio', says: 'OTEL_' },
    ],
  },
  {
    incident: '75-tabot-otel-env-missing',
    what: 'the headers of the collector are missing',
    caught: [
      { code: 'CFG245', object: 'Deployment/petrosa-ta-bot', says: 'OTEL_EXPORTER_OTLP_HEADERS' },
    ],
  },
  {
    incident: '76-realtime-otel-headers-missing',
    what: 'the headers of the collector are missing',
    caught: [
      { code: 'CFG245', object: 'Deployment/petrosa-realtime-strategies', says: 'OTEL_EXPORTER_OTLP_HEADERS' },
    ],
  },
  {
    incident: '79-extractor-futures-url-missing',
    what: 'eight of ten jobs ask the default API, since the URL of the right one is not wired',
    caught: [
      { code: 'CFG243', object: 'CronJob/binance-klines-m5-data-manager-production', says: 'BINANCE_API_URL' },
    ],
  },
  {
    incident: '80-extractor-orphan-socket-objects',
    what: 'a Deployment is renamed, and its autoscaler, Service and Ingress keep the old name',
    caught: [
      { code: 'OBJ524', object: 'HorizontalPodAutoscaler/petrosa-socket-client-hpa', says: 'petrosa-socket-client' },
    ],
  },
  {
    incident: '81-extractor-orphans-fixed',
    what: 'autoscaler, Service and Ingress select labels that no pod has',
    caught: [
      { code: 'OBJ524', object: 'HorizontalPodAutoscaler/petrosa-socket-client-hpa', says: 'petrosa-socket-client' },
    ],
  },
  {
    incident: '82-extractor-deployment-removed',
    what: 'the Deployment goes, and autoscaler, Service, Ingress and policy stay',
    caught: [
      { code: 'OBJ511', object: 'HorizontalPodAutoscaler/petrosa-binance-data-extractor-hpa', says: 'petrosa-binance-data-extractor' },
      { code: 'OBJ510', object: 'Service/petrosa-binance-data-extractor-service', says: 'data-extraction' },
      { code: 'NET312', object: 'NetworkPolicy/allow-binance-data-extractor', says: 'data-extraction' },
      { code: 'OBJ514', object: 'Ingress/petrosa-binance-data-extractor-ingress', says: 'petrosa-binance-data-extractor-service' },
    ],
  },
  {
    incident: '83-extractor-orphan-hpa-removed',
    what: 'an autoscaler is left for a Deployment that is gone',
    caught: [
      { code: 'OBJ511', object: 'HorizontalPodAutoscaler/petrosa-binance-data-extractor-hpa', says: 'petrosa-binance-data-extractor' },
    ],
  },
  {
    incident: '84-extractor-shared-config-clobbered',
    what: 'a repository that only reads the shared ConfigMap applies its own over it',
    caught: [
      { code: 'CFG203', object: 'ConfigMap/petrosa-common-config', says: 'would overwrite' },
    ],
  },
  {
    incident: '85-realtime-shared-config-clobbered',
    what: 'two systems apply ConfigMaps of one name over each other',
    caught: [
      { code: 'CFG203', object: 'ConfigMap/petrosa-common-config', says: 'would overwrite' },
    ],
  },
  {
    incident: '88-extractor-foreign-socket-tree',
    what: 'a repository holds the manifests of another service',
    caught: [
      { code: 'CFG203', object: 'ConfigMap/petrosa-socket-client-config', says: 'would overwrite' },
    ],
  },
  {
    incident: '92-extractor-cronjob-dropped-by-cleanup',
    what: 'a CronJob is deleted with a clean-up',
    caught: [
      { code: 'CFG250', object: 'CronJob/binance-klines-m5-data-manager-production', says: 'binance-klines-m15-data-manager-production' },
    ],
  },
  {
    incident: '93-extractor-activedeadline-level',
    what: 'the deadline of the Job stands in the CronJob, where no such field is',
    caught: [
      { code: 'OBJ501', object: 'CronJob/binance-klines-m5-production', says: 'spec.activeDeadlineSeconds' },
      { code: 'CFG204', object: 'CronJob/binance-klines-m15-production', says: 'defined' },
    ],
  },
  {
    incident: '94-extractor-cron-step-in-hours',
    what: 'the step of fifteen minutes stands in the field of the hours',
    because: 'OBJ542 finds the schedules in both trees, since the other one has them as well',
  },
  {
    incident: '95-extractor-env-without-value',
    what: 'a variable has neither value nor source',
    caught: [
      { code: 'CFG207', object: 'CronJob/*', says: 'API_KEY' },
    ],
  },
  {
    incident: '96-extractor-duplicate-env-db-adapter',
    what: 'one variable is listed with two sources',
    caught: [
      { code: 'CFG205', object: 'CronJob/binance-klines-gap-filler', says: 'DB_ADAPTER' },
    ],
  },
  {
    incident: '97-extractor-duplicate-env-symbols',
    what: 'one variable is listed twice',
    caught: [
      { code: 'CFG205', object: 'CronJob/*', says: 'DEFAULT_SYMBOLS' },
    ],
  },
  {
    incident: '98-extractor-duplicate-env-symbols-fixed',
    what: 'one variable is listed twice in ten jobs',
    caught: [
      { code: 'CFG205', object: 'CronJob/*', says: 'DEFAULT_SYMBOLS' },
    ],
  },
  {
    incident: '99-tabot-duplicate-env-fixed',
    what: 'SUPPORTED_SYMBOLS is listed twice, from two ConfigMaps in the end',
    caught: [
      { code: 'CFG205', object: 'Deployment/petrosa-ta-bot', says: 'SUPPORTED_SYMBOLS' },
      { code: 'CFG209', object: 'ConfigMap/ta-bot-config', says: 'nats_url' },
    ],
  },
  {
    incident: '100-extractor-quoted-value',
    what: 'a value has literal quotes and a newline at its end',
    caught: [
      { code: 'CFG210', object: 'ConfigMap/petrosa-common-config', says: 'DEFAULT_SYMBOLS' },
    ],
  },
  {
    incident: '101-tabot-api-endpoint',
    what: 'api_endpoint names a Service of no tree',
    caught: [
      { code: 'URL111', object: 'ConfigMap/ta-bot-config', says: 'api-server' },
    ],
  },
  {
    incident: '103-realtime-otlp-endpoint',
    what: 'the collector is a Service of no tree',
    caught: [
      { code: 'URL111', object: 'ConfigMap/petrosa-common-config', says: 'otel-collector' },
    ],
  },
  {
    incident: '104-extractor-otlp-endpoint',
    what: 'the collector is a Service of no tree',
    caught: [
      { code: 'URL111', object: 'ConfigMap/petrosa-common-config', says: 'otel-collector' },
    ],
  },
  {
    incident: '106-extractor-otel-disabled',
    what: 'telemetry is switched off for all systems at once',
    because: 'a switch of the shared ConfigMap is a setting like any other, and off may be meant',
  },
  {
    incident: '108-tabot-mysql-uri-scheme',
    what: 'a script expects another scheme in the URI of MySQL',
    because: 'a script in the image of the Job reads the URI, and what it expects of it is not in the manifests',
  },
  {
    incident: '109-tabot-probe-timeout',
    what: 'the time-out of a probe is too short for the program',
    because: 'five seconds are a usual time-out; that the program takes longer is seen when it runs',
  },
  {
    incident: '110-extractor-mongodb-password-in-configmap',
    what: 'a ConfigMap holds a URI with its password',
    caught: [
      { code: 'CFG212', object: 'ConfigMap/petrosa-common-config', says: 'MONGODB_URI' },
    ],
  },
  {
    incident: '111-extractor-mongodb-password-removed',
    what: 'the shared ConfigMap holds a URI with its password',
    caught: [
      { code: 'CFG212', object: 'ConfigMap/petrosa-common-config', says: 'MONGODB_URI' },
    ],
  },
  {
    incident: '113-cio-namespace-missing',
    what: 'the Deployment has no namespace, beside a Service and a ConfigMap that have one',
    caught: [
      { code: 'CFG251', object: 'Deployment/petrosa-cio', says: 'namespace' },
    ],
  },
  {
    incident: '116-extractor-image-template',
    what: 'images hold an expression of the pipeline that nobody expands',
    caught: [
      { code: 'OBJ530', object: 'CronJob/*', says: 'secrets.DOCKERHUB_USERNAME' },
    ],
  },
  {
    incident: '117-tabot-image-pinned',
    what: 'a pinned tag stands where the pipeline replaces a token',
    caught: [
      { code: 'OBJ533', object: 'Deployment/petrosa-ta-bot', says: 'v1.0.19' },
    ],
  },
];
