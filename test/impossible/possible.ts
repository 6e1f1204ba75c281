import * as kplus from 'cdk8s-plus-28';
import { Possible } from './entry';
import { api, BINANCE, CONTAINER, cronJob, deployment, IMAGE, NATS, SECRETS, sharedConfig } from './platform';
import { AppConfig, EgressPolicy, HttpsApi, OtlpCollector, PetrosaCommonConfig, PodSelection, ServiceEndpoint } from '../../src';

/** Faults that can still be written, each shown by an attempt that renders in silence. */
export const POSSIBLE: Possible[] = [
  {
    incidents: ['11-cio-rewrite-drift'],
    what: 'a rewrite changes the labels of a live Deployment, whose selector is immutable',
    because: 'the synth does not see what the cluster has; the API server refuses the change',
    attempt: chart => api(chart, 'petrosa-cio', { labels: { app: 'petrosa-cio' } }),
  },
  {
    incidents: ['16-extractor-m30-nats-env-missed'],
    what: 'one CronJob of ten lacks the NATS variables',
    because: 'a job that names neither `config` nor a subject is no client of NATS',
    attempt: chart => cronJob(chart, 'klines-m30'),
  },
  {
    incidents: ['15-tabot-nats-subject-prefix-missing', '18-extractor-nats-prefix-restored'],
    what: 'the prefixes are not wired',
    because: 'subjects that a program builds are known where they are declared with `inProgram`, and nowhere else',
    attempt: chart => cronJob(chart, 'klines-m5', { config: sharedConfig(chart) }),
  },
  {
    incidents: ['29-tabot-netpol-mysql', '37-realtime-mongodb-no-egress'],
    what: 'the pods have the URI of a database and no way to it',
    because: 'a key of a Secret that is read with `useSecret` alone is a value like any other',
    attempt: chart => deployment(chart, 'ta-bot').useSecret(SECRETS, { keys: ['MYSQL_URI'] }),
  },
  {
    incidents: ['43-tabot-global-config', '44-tabot-global-config-fixed'],
    what: 'a ConfigMap of no tree is read',
    because: 'an import is believed: the synth does not ask the cluster',
    attempt: chart => deployment(chart, 'ta-bot')
      .useConfig(AppConfig.fromConfigMapName(chart, 'global', { name: 'petrosa-global-config', keys: ['RSI_PERIOD'] }), { keys: ['RSI_PERIOD'] }),
  },
  {
    incidents: ['67-extractor-config-from-secret'],
    what: 'plain settings are literals in some jobs',
    because: 'a literal is legal and often meant; only addresses and NATS settings are refused',
    attempt: chart => cronJob(chart, 'klines-m5', {
      containers: [{ ...CONTAINER, image: IMAGE, envVariables: { LOG_LEVEL: kplus.EnvValue.fromValue('INFO') } }],
    }),
  },
  {
    incidents: ['58-extractor-mysql-uri-dropped', '59-extractor-mysql-uri-restored', '69-extractor-mysql-uri-missing'],
    what: 'the program is set to MySQL and has no URI of it',
    because: 'that a value of one variable asks for another is known to the program',
    attempt: chart => deployment(chart, 'extractor').useConfig(sharedConfig(chart), { keys: ['DB_ADAPTER'] }),
  },
  {
    incidents: ['74-cio-otel-env-missing'],
    what: 'a rewrite drops the collector and Redis',
    because: 'a connection that is declared nowhere is not missed; the program falls back to its defaults',
    attempt: chart => deployment(chart, 'petrosa-cio', { config: sharedConfig(chart) }),
  },
  {
    incidents: ['75-tabot-otel-env-missing'],
    what: 'the switches of logs, metrics and traces are missing',
    because: 'the collector brings its URL and headers, and settings that a program may read are listed by hand',
    attempt: chart => deployment(chart, 'ta-bot').connectTo(sharedConfig(chart).otlpCollector),
  },
  {
    incidents: ['79-extractor-futures-url-missing'],
    what: 'eight of ten jobs are not told the URL',
    because: 'a declaration that nobody writes is not missed, and every HTTPS host is behind the same rule',
    attempt: chart => cronJob(chart, 'klines-m30').connectTo(HttpsApi.of('api.binance.com')),
  },
  {
    incidents: ['82-extractor-deployment-removed'],
    what: 'a policy stays without its pods',
    because: 'labels typed into a policy may mean pods of another repository',
    attempt: chart => new EgressPolicy(chart, 'policy', { name: 'allow', selects: PodSelection.labels({ app: 'removed' }), endpoints: [BINANCE] }),
  },
  {
    incidents: ['84-extractor-shared-config-clobbered', '85-realtime-shared-config-clobbered'],
    what: 'a repository applies its own copy of the shared ConfigMap',
    because: 'an app sees only itself, and somebody has to create the ConfigMap',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', { nats: NATS, subjectPrefix: 'binance' }),
  },
  {
    incidents: ['88-extractor-foreign-socket-tree'],
    what: 'a repository holds the manifests of another service',
    because: 'an app sees only itself; twice in one app would be refused',
    attempt: chart => deployment(chart, 'petrosa-socket-client'),
  },
  {
    incidents: ['92-extractor-cronjob-dropped-by-cleanup'],
    what: 'a CronJob is deleted with a clean-up',
    because: 'what is gone shows against an earlier synth only; a loop over the intervals leaves less to delete',
    attempt: chart => ['m5', 'm30', 'h1', 'd1'].forEach(interval => cronJob(chart, `klines-${interval}`)),
  },
  {
    incidents: ['10-cio-nats-short-name', '101-tabot-api-endpoint'],
    what: 'an endpoint is a Service of no tree',
    because: 'an endpoint may live in another repository; it is declared once, with its namespace, for all clients',
    attempt: chart => {
      const config = new AppConfig(chart, 'config', { name: 'ta-bot-config' });
      deployment(chart, 'ta-bot').connectTo(ServiceEndpoint.http({ service: 'api-server', namespace: 'petrosa-apps', port: 8080 }), {
        env: 'API_ENDPOINT', config,
      });
    },
  },
  {
    incidents: ['103-realtime-otlp-endpoint', '104-extractor-otlp-endpoint'],
    what: 'the collector is a Service of no tree',
    because: 'a wrong name can still be declared, though no longer in one place and right in another',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', {
      nats: NATS, otlpCollector: OtlpCollector.of({ service: 'otel-collector', namespace: 'petrosa-apps' }),
    }),
  },
  {
    incidents: ['117-tabot-image-pinned'],
    what: 'a pinned tag stands where the pipeline replaces a token',
    because: 'a fixed tag is what the library asks for; the token is a convention, kept in one place of the platform description',
    attempt: chart => deployment(chart, 'ta-bot', { containers: [{ ...CONTAINER, image: 'yurisa2/petrosa-ta-bot:v1.0.19' }] }),
  },
];
