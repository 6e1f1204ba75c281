import { Replay } from './entry';

export const INCIDENTS_TO_62: readonly Replay[] = [
  {
    incident: '02-realtime-nats-hardcoded-ip',
    what: 'a copy of the shared ConfigMap has an IP as NATS_URL',
    caught: [
      { code: 'URL101', object: 'ConfigMap/petrosa-common-config', says: 'NATS_URL' },
    ],
  },
  {
    incident: '04-extractor-nats-hardcoded-ip',
    what: 'a copy of the shared ConfigMap has an IP as NATS_URL',
    caught: [
      { code: 'URL101', object: 'ConfigMap/petrosa-common-config', says: 'NATS_URL' },
      { code: 'CFG202', object: 'CronJob/binance-klines-m5-production', says: 'EXTRACTOR_DB_ADAPTER' },
    ],
  },
  {
    incident: '06-realtime-nats-ip-to-dns',
    what: 'NATS_URL is an IP, which no policy by namespace can match',
    caught: [
      { code: 'URL101', object: 'ConfigMap/petrosa-common-config', says: 'NATS_URL' },
      { code: 'NET304', object: 'NetworkPolicy/petrosa-realtime-strategies-allow-egress', says: 'name=nats' },
    ],
  },
  {
    incident: '07-realtime-nats-prefix-missing',
    what: 'NATS_URL is an IP',
    caught: [
      { code: 'URL101', object: 'ConfigMap/petrosa-common-config', says: 'NATS_URL' },
      { code: 'CFG203', object: 'ConfigMap/petrosa-common-config', says: 'lacks NATS_SUBJECT_PREFIX' },
    ],
  },
  {
    incident: '08-extractor-nats-ip-to-dns',
    what: 'the shared ConfigMap in the tree has an IP as NATS_URL',
    caught: [
      { code: 'URL101', object: 'ConfigMap/petrosa-common-config', says: 'NATS_URL' },
      { code: 'NET301', object: 'CronJob/binance-klines-m5-production', says: 'NATS' },
    ],
  },
  {
    incident: '10-cio-nats-short-name',
    what: 'NATS_URL is the short name of a Service of no tree',
    caught: [
      { code: 'URL105', object: 'ConfigMap/petrosa-cio-config', says: 'petrosa-nats' },
      { code: 'CFG206', object: 'Deployment/petrosa-cio', says: 'NATS_URL' },
    ],
  },
  {
    incident: '11-cio-rewrite-drift',
    what: 'the pods get another label and the Service keeps the old one',
    caught: [
      { code: 'OBJ510', object: 'Service/petrosa-cio', says: 'app=cio' },
      { code: 'CFG251', object: 'Deployment/petrosa-cio', says: 'namespace' },
      { code: 'CFG240', object: 'Deployment/petrosa-cio', says: 'NATS_URL' },
    ],
  },
  {
    incident: '13-extractor-nats-env-and-netpol-label',
    what: 'a Deployment has no NATS variables, and no policy lets its pods out',
    caught: [
      { code: 'CFG242', object: 'Deployment/petrosa-binance-data-extractor', says: 'NATS_URL' },
      { code: 'NET301', object: 'Deployment/petrosa-binance-data-extractor', says: 'DNS' },
    ],
  },
  {
    incident: '14-tabot-nats-enabled-missing',
    what: 'NATS_ENABLED is in the ConfigMap and not in the pod',
    caught: [
      { code: 'CFG245', object: 'Deployment/petrosa-ta-bot', says: 'but not NATS_ENABLED' },
    ],
  },
  {
    incident: '15-tabot-nats-subject-prefix-missing',
    what: 'the prefixes of the subscriptions are not wired',
    caught: [
      { code: 'CFG245', object: 'Deployment/petrosa-ta-bot', says: 'but not NATS_SUBJECT_PREFIX' },
    ],
  },
  {
    incident: '16-extractor-m30-nats-env-missed',
    what: 'one CronJob of ten lacks the NATS variables',
    caught: [
      { code: 'CFG242', object: 'CronJob/binance-klines-m30-production', says: 'NATS_URL' },
    ],
  },
  {
    incident: '17-extractor-nats-prefix-dropped',
    what: 'the prefixes of the subjects are taken from the gap fillers',
    caught: [
      { code: 'CFG245', object: 'CronJob/binance-klines-gap-filler-*', says: 'NATS_SUBJECT_PREFIX' },
    ],
  },
  {
    incident: '18-extractor-nats-prefix-restored',
    what: 'jobs publish under the default prefix, since none is wired',
    caught: [
      { code: 'CFG245', object: 'CronJob/binance-klines-m5-production', says: 'NATS_SUBJECT_PREFIX' },
    ],
  },
  {
    incident: '20-realtime-consumer-subject-fix',
    what: 'the subscriber listens to a subject that its publisher has left',
    caught: [
      { code: 'SUB404', object: 'ConfigMap/petrosa-realtime-strategies-config', says: 'binance.websocket.data' },
    ],
  },
  {
    incident: '21-realtime-publisher-subject-fix',
    what: 'the publisher sends to a subject that nobody listens to',
    caught: [
      { code: 'SUB405', object: 'ConfigMap/petrosa-realtime-strategies-config', says: 'tradeengine.orders' },
    ],
  },
  {
    incident: '22-realtime-wildcard-publish',
    what: 'the subject to publish to has a wildcard',
    caught: [
      { code: 'SUB401', object: 'ConfigMap/petrosa-realtime-strategies-config', says: 'intent.trading.*' },
    ],
  },
  {
    incident: '25-tabot-netpol-nats',
    what: 'no policy lets the pods out, to DNS or to NATS',
    caught: [
      { code: 'NET301', object: 'Deployment/petrosa-ta-bot', says: 'DNS' },
    ],
  },
  {
    incident: '26-realtime-netpol-nats-label',
    what: 'NATS and the collector are selected by labels that nobody guarantees, one in the wrong namespace',
    caught: [
      { code: 'NET304', object: 'NetworkPolicy/petrosa-realtime-strategies-allow-egress', says: 'name=nats' },
    ],
  },
  {
    incident: '27-extractor-gapfiller-netpol',
    what: 'the policy of the extractors does not select the gap fillers, which are left without DNS',
    caught: [
      { code: 'NET301', object: 'CronJob/binance-klines-gap-filler-*', says: 'DNS' },
    ],
  },
  {
    incident: '29-tabot-netpol-mysql',
    what: 'the pods have the URI of MySQL and no way to it',
    caught: [
      { code: 'NET302', object: 'NetworkPolicy/petrosa-ta-bot-allow-egress', says: '3306' },
    ],
  },
  {
    incident: '30-tabot-netpol-otlp',
    what: 'the pods have the URL of the collector and no way to it',
    caught: [
      { code: 'NET302', object: 'NetworkPolicy/petrosa-ta-bot-allow-egress', says: '4317' },
    ],
  },
  {
    incident: '31-realtime-netpol-otlp-ns',
    what: 'the rule for the collector names another namespace than its URL',
    caught: [
      { code: 'NET303', object: 'NetworkPolicy/petrosa-realtime-strategies-allow-egress', says: 'observability' },
    ],
  },
  {
    incident: '34-realtime-ingress-missing',
    what: 'a Service has no ingress policy under default-deny',
    caught: [
      { code: 'NET310', object: 'Service/petrosa-realtime-strategies', says: '8080' },
    ],
  },
  {
    incident: '37-realtime-mongodb-no-egress',
    what: 'MONGODB_URI is added without a rule for its port',
    caught: [
      { code: 'NET302', object: 'NetworkPolicy/petrosa-realtime-strategies-allow-egress', says: '27017' },
      { code: 'CFG202', object: 'Deployment/petrosa-realtime-strategies', says: 'mongodb-uri' },
    ],
  },
  {
    incident: '38-realtime-datamanager-no-egress',
    what: 'DATA_MANAGER_URL is added without a rule for it',
    caught: [
      { code: 'NET302', object: 'NetworkPolicy/petrosa-realtime-strategies-allow-egress', says: 'petrosa-data-manager' },
    ],
  },
  {
    incident: '39-extractor-datamanager-no-egress',
    what: 'jobs are moved to a Service whose pods listen on another port than it has, and on none that is open',
    caught: [
      { code: 'NET302', object: 'NetworkPolicy/allow-binance-extractor-cronjobs', says: 'petrosa-data-manager' },
      { code: 'CFG252', object: 'CronJob/binance-klines-m5-mongodb-production', says: 'same command' },
    ],
  },
  {
    incident: '42-extractor-api-no-netpol',
    what: 'a new Deployment is selected by no policy, out or in',
    caught: [
      { code: 'NET301', object: 'Deployment/data-extractor-api', says: 'DNS' },
      { code: 'NET310', object: 'Service/data-extractor-api', says: '8080' },
    ],
  },
  {
    incident: '43-tabot-global-config',
    what: 'five variables read keys that the shared ConfigMap does not hold',
    caught: [
      { code: 'CFG201', object: 'Deployment/petrosa-ta-bot', says: 'petrosa-global-config' },
      { code: 'CFG202', object: 'Deployment/petrosa-ta-bot', says: 'TA_BOT_API_ENDPOINT' },
      { code: 'CFG209', object: 'ConfigMap/ta-bot-config', says: 'nats_url' },
    ],
  },
  {
    incident: '44-tabot-global-config-fixed',
    what: 'NATS_URL is read from a ConfigMap that exists nowhere',
    caught: [
      { code: 'CFG201', object: 'Deployment/petrosa-ta-bot', says: 'petrosa-global-config' },
    ],
  },
  {
    incident: '45-tabot-mysql-keys-missing',
    what: 'the parts of the MySQL address are read from keys that do not exist',
    caught: [
      { code: 'CFG202', object: 'Deployment/petrosa-ta-bot', says: 'MYSQL_HOST' },
    ],
  },
  {
    incident: '46-tabot-environment-key-case',
    what: 'ENVIRONMENT is read from a key in lower case',
    caught: [
      { code: 'CFG202', object: 'Deployment/petrosa-ta-bot', says: 'unknown key environment' },
    ],
  },
  {
    incident: '56-extractor-key-case',
    what: 'two settings are read from keys in another spelling',
    because: 'the ConfigMap of the tree holds neither spelling, and the one in the cluster holds the spelling that the commit leaves',
  },
  {
    incident: '57-extractor-db-adapter-key',
    what: 'a job reads a key that the shared ConfigMap of its tree lacks',
    caught: [
      { code: 'CFG202', object: 'CronJob/binance-klines-m5-production', says: 'EXTRACTOR_DB_ADAPTER' },
    ],
  },
  {
    incident: '58-extractor-mysql-uri-dropped',
    what: 'MYSQL_URI is lost from a job that writes to MySQL',
    caught: [
      { code: 'CFG242', object: 'CronJob/binance-klines-m5-production', says: 'MYSQL_URI' },
      { code: 'CFG244', object: 'CronJob/binance-klines-m5-production', says: 'BINANCE_API_KEY' },
    ],
  },
  {
    incident: '59-extractor-mysql-uri-restored',
    what: 'four of five jobs still read the old Secret',
    caught: [
      { code: 'CFG242', object: 'CronJob/binance-klines-m5-production', says: 'MYSQL_URI' },
      { code: 'CFG201', object: 'CronJob/binance-klines-m15-production', says: 'binance-extractor-secrets' },
    ],
  },
  {
    incident: '60-extractor-mongodb-configmap-key',
    what: 'MONGODB_URI is read from a key that the Secret lacks',
    caught: [
      { code: 'CFG202', object: 'CronJob/binance-klines-*-mongodb-production', says: 'MONGODB_URI of Secret' },
    ],
  },
  {
    incident: '61-extractor-mongodb-secret-but-bad-yaml',
    what: 'a lost line break makes the file of five jobs no YAML',
    caught: [
      { code: 'FILE001', object: '*k8s/klines-mongodb-production.yaml', says: 'second' },
    ],
  },
  {
    incident: '62-extractor-yaml-parse-fixed',
    what: 'a file that is no YAML stays for three days',
    caught: [
      { code: 'FILE001', object: '*k8s/klines-mongodb-production.yaml', says: 'second' },
    ],
  },
  {
    incident: '63-realtime-secret-key-1',
    what: 'MONGODB_URI is read from a key that the Secret lacks',
    caught: [
      { code: 'CFG202', object: 'Deployment/petrosa-realtime-strategies', says: 'mongodb-uri' },
    ],
  },
];
