import * as kplus from 'cdk8s-plus-28';
import { Impossible } from './entry';
import {
  BINANCE, COLLECTOR, CONTAINER, cronJob, deployment, IMAGE, MYSQL, NATS, sharedConfig,
} from './platform';
import { egress, variables, variablesNamed } from './reading';
import { AppConfig, KnownSecret, PetrosaCommonConfig, SubjectEnvironment } from '../../src';

const INTERVALS = ['m5', 'm15', 'm30', 'h1', 'd1'];

/** A container of its own with literal variables. */
function literal(variable: string, value: kplus.EnvValue): kplus.ContainerProps {
  return { ...CONTAINER, image: IMAGE, envVariables: { [variable]: value } };
}

export const ENVIRONMENT: Impossible[] = [
  {
    incident: '13-extractor-nats-env-and-netpol-label',
    what: 'a Deployment has no NATS variables, and no policy lets its pods out',
    by: '`config` of a workload',
    how: 'derived',
    because: 'one prop gives a client both variables and the egress rule, on a policy that selects its own labels',
    attempt: chart => deployment(chart, 'extractor', { config: sharedConfig(chart) }),
    reads: objects => [...variables(objects, 'extractor'), ...egress(objects)],
    shows: [
      'NATS_ENABLED=config petrosa-common-config.NATS_ENABLED',
      'NATS_URL=config petrosa-common-config.NATS_URL',
      'app=extractor > kubernetes.io/metadata.name=nats 4222/TCP',
    ],
  },
  {
    incident: '14-tabot-nats-enabled-missing',
    what: 'NATS_ENABLED is in the ConfigMap and not in the pod',
    by: '`PetrosaCommonConfig.nats`',
    how: 'derived',
    because: 'the server as an endpoint brings the switch before the URL, so that none comes alone',
    attempt: chart => deployment(chart, 'ta-bot').connectTo(new PetrosaCommonConfig(chart, 'common', { nats: NATS }).nats),
    reads: objects => variables(objects, 'ta-bot'),
    shows: ['NATS_ENABLED=config petrosa-common-config.NATS_ENABLED', 'NATS_URL=config petrosa-common-config.NATS_URL'],
  },
  {
    incident: '16-extractor-m30-nats-env-missed',
    what: 'one CronJob of ten lacks the NATS variables',
    by: '`publishes` of a workload',
    how: 'throws',
    because: 'a job that publishes under a prefix is refused where it has no configuration to take NATS and the prefix from',
    attempt: chart => {
      const config = sharedConfig(chart);
      const klines = config.subjectPrefix.subject('klines.{symbol}.{period}', SubjectEnvironment.PRODUCTION);
      for (const interval of INTERVALS) {
        cronJob(chart, `klines-${interval}`, { publishes: [klines.inProgram()], ...interval === 'm30' ? {} : { config } });
      }
    },
    shows: 'apps/klines-m30: its program builds the subject',
  },
  {
    incident: '58-extractor-mysql-uri-dropped',
    what: 'MYSQL_URI is lost from a job that writes to MySQL',
    by: '`connectTo(MySql)`',
    how: 'derived',
    because: 'who may reach the database gets its URI, since both come from one declaration',
    attempt: chart => cronJob(chart, 'klines-m5').connectTo(MYSQL),
    reads: objects => [...variables(objects, 'klines-m5'), ...egress(objects)],
    shows: [
      'MYSQL_URI=secret petrosa-sensitive-credentials.MYSQL_URI',
      'app=binance-extractor,component=klines-extractor > 0.0.0.0/0 3306/TCP',
    ],
  },
  {
    incident: '59-extractor-mysql-uri-restored',
    what: 'four of five jobs still read the old Secret',
    by: '`MySql.of({ uri })`',
    how: 'derived',
    because: 'the Secret is named where the database is declared, so a move of it moves every client',
    attempt: chart => {
      for (const interval of INTERVALS) cronJob(chart, `klines-${interval}`).connectTo(MYSQL);
    },
    reads: variablesNamed('MYSQL_URI'),
    shows: INTERVALS.map(() => 'MYSQL_URI=secret petrosa-sensitive-credentials.MYSQL_URI'),
  },
  {
    incident: '69-extractor-mysql-uri-missing',
    what: 'ENVIRONMENT and LOG_LEVEL are read from keys in another spelling',
    by: '`useConfig`',
    how: 'throws',
    because: 'a key in another spelling is a missing key, and the message has the right one',
    attempt: chart => deployment(chart, 'extractor').useConfig(sharedConfig(chart), { keys: ['log-level'], rename: { 'log-level': 'LOG_LEVEL' } }),
    shows: 'ConfigMap petrosa-common-config has no key log-level; did you mean LOG_LEVEL?',
  },
  {
    incident: '70-realtime-flags-not-wired',
    what: 'three flags stand in the ConfigMap and reach no pod',
    by: '`AppConfig`',
    how: 'warns',
    because: 'keys that no workload of the app uses are named',
    attempt: chart => {
      const data = { STRATEGY_ENABLED_TICKER_VELOCITY: 'true', STRATEGY_ENABLED_BTC_DOMINANCE: 'true', STRATEGY_ENABLED_ONCHAIN_METRICS: 'false' };
      const settings = new AppConfig(chart, 'config', { name: 'settings', data });
      deployment(chart, 'strategies').useConfig(settings, { keys: ['STRATEGY_ENABLED_TICKER_VELOCITY'] });
    },
    shows: 'no workload uses STRATEGY_ENABLED_BTC_DOMINANCE, STRATEGY_ENABLED_ONCHAIN_METRICS of ConfigMap settings',
  },
  {
    incident: '70-realtime-flags-not-wired',
    what: 'each flag has to be wired by hand',
    by: '`useConfig` without `keys`',
    how: 'derived',
    because: 'every key of an owned ConfigMap is wired unless some are chosen',
    attempt: chart => deployment(chart, 'strategies').useConfig(new AppConfig(chart, 'config', { name: 'settings', data: { A: '1', B: '2' } })),
    reads: objects => variables(objects, 'strategies'),
    shows: ['A=config settings.A', 'B=config settings.B'],
  },
  {
    incident: '71-tabot-rest-publishing-not-wired',
    what: 'the switch that ends duplicate signals reaches no pod',
    by: '`AppConfig`',
    how: 'warns',
    because: 'a new key that is wired nowhere is named at the first synth',
    attempt: chart => {
      const settings = new AppConfig(chart, 'config', { name: 'ta-bot-config', data: { rsi_period: '14', enable_rest_publishing: 'false' } });
      deployment(chart, 'ta-bot').useConfig(settings, { keys: ['rsi_period'], rename: { rsi_period: 'RSI_PERIOD' } });
    },
    shows: 'no workload uses enable_rest_publishing of ConfigMap ta-bot-config',
  },
  {
    incident: '75-tabot-otel-env-missing',
    what: 'the headers of the collector are missing',
    by: '`OtlpCollector.of({ headers })`',
    how: 'derived',
    because: 'the headers belong to the collector, so a client has them with its URL',
    attempt: chart => deployment(chart, 'ta-bot').connectTo(sharedConfig(chart).otlpCollector),
    reads: objects => variables(objects, 'ta-bot'),
    shows: [
      'OTEL_EXPORTER_OTLP_ENDPOINT=config petrosa-common-config.OTEL_EXPORTER_OTLP_ENDPOINT',
      'OTEL_EXPORTER_OTLP_HEADERS=secret petrosa-sensitive-credentials.OTEL_EXPORTER_OTLP_HEADERS',
    ],
  },
  {
    incident: '76-realtime-otel-headers-missing',
    what: 'the headers of the collector are missing',
    by: '`connectTo(OtlpCollector)`',
    how: 'derived',
    because: 'the headers come along whichever ConfigMap holds the URL',
    attempt: chart => deployment(chart, 'strategies').connectTo(COLLECTOR, { config: new AppConfig(chart, 'config', { name: 'settings' }) }),
    reads: variablesNamed('OTEL_EXPORTER_OTLP_HEADERS'),
    shows: ['OTEL_EXPORTER_OTLP_HEADERS=secret petrosa-sensitive-credentials.OTEL_EXPORTER_OTLP_HEADERS'],
  },
  {
    incident: '79-extractor-futures-url-missing',
    what: 'eight of ten jobs ask the default API, since the URL of the right one is not wired',
    by: '`HttpsApi.of({ env })`',
    how: 'derived',
    because: 'a job that may reach the exchange is told its URL by the same declaration',
    attempt: chart => INTERVALS.forEach(interval => cronJob(chart, `klines-${interval}`).connectTo(BINANCE)),
    reads: objects => [...variablesNamed('BINANCE_FUTURES_API_URL')(objects), ...egress(objects)],
    shows: [
      ...INTERVALS.map(() => 'BINANCE_FUTURES_API_URL=https://fapi.binance.com'),
      'app=binance-extractor,component=klines-extractor > 0.0.0.0/0 443/TCP',
    ],
  },
  {
    incident: '95-extractor-env-without-value',
    what: 'a variable has neither value nor source',
    by: '`containers[].envVariables`',
    how: 'throws',
    because: 'a variable that would be rendered without a value is found at synth',
    attempt: chart => cronJob(chart, 'klines-m5', { containers: [literal('API_KEY', kplus.EnvValue.fromProcess('NOT_SET_IN_THIS_PROCESS'))] }),
    shows: 'variable API_KEY of container bot has neither value nor source',
  },
  {
    incident: '96-extractor-duplicate-env-db-adapter',
    what: 'one variable is listed with two sources',
    by: '`useConfig`, `useSecret`',
    how: 'throws',
    because: 'a variable has one source in each container; a second one is refused, with both named',
    attempt: chart => {
      const job = cronJob(chart, 'gap-filler');
      job.useSecret(KnownSecret.of({ name: 'credentials', keys: ['DB_ADAPTER'] }), { keys: ['DB_ADAPTER'] });
      job.useConfig(sharedConfig(chart), { keys: ['EXTRACTOR_DB_ADAPTER'], rename: { EXTRACTOR_DB_ADAPTER: 'DB_ADAPTER' } });
    },
    shows: 'variable DB_ADAPTER of container bot is key DB_ADAPTER of Secret credentials already and cannot be key EXTRACTOR_DB_ADAPTER',
  },
  {
    incident: '97-extractor-duplicate-env-symbols',
    what: 'one variable is listed twice',
    by: '`useConfig`',
    how: 'derived',
    because: 'variables are a set by name, so wiring one twice renders it once',
    attempt: chart => {
      const [job, config] = [cronJob(chart, 'klines-m5'), sharedConfig(chart)];
      job.useConfig(config, { keys: ['DEFAULT_SYMBOLS'] });
      job.useConfig(config, { keys: ['DEFAULT_SYMBOLS'] });
    },
    reads: objects => variables(objects, 'klines-m5'),
    shows: ['DEFAULT_SYMBOLS=config petrosa-common-config.DEFAULT_SYMBOLS'],
  },
  {
    incident: '98-extractor-duplicate-env-symbols-fixed',
    what: 'one variable is listed twice in ten jobs',
    by: '`useConfig`',
    how: 'throws',
    because: 'a variable that a container has already cannot be wired to something else',
    attempt: chart => cronJob(chart, 'klines-m5', { containers: [literal('DEFAULT_SYMBOLS', kplus.EnvValue.fromValue('BTCUSDT'))] })
      .useConfig(sharedConfig(chart), { keys: ['DEFAULT_SYMBOLS'] }),
    shows: 'variable DEFAULT_SYMBOLS of container bot is a literal already',
  },
  {
    incident: '99-tabot-duplicate-env-fixed',
    what: 'SUPPORTED_SYMBOLS is listed twice, from two ConfigMaps in the end',
    by: '`useConfig({ rename })`',
    how: 'throws',
    because: 'a renamed key is checked by the name of the variable, whatever its ConfigMap',
    attempt: chart => {
      const bot = deployment(chart, 'ta-bot');
      bot.useConfig(new AppConfig(chart, 'config', { name: 'ta-bot-config', data: { supported_symbols: 'BTCUSDT' } }), {
        rename: { supported_symbols: 'SUPPORTED_SYMBOLS' },
      });
      bot.useConfig(sharedConfig(chart), { keys: ['DEFAULT_SYMBOLS'], rename: { DEFAULT_SYMBOLS: 'SUPPORTED_SYMBOLS' } });
    },
    shows: 'variable SUPPORTED_SYMBOLS of container bot is key supported_symbols of ConfigMap ta-bot-config already',
  },
  {
    incident: '99-tabot-duplicate-env-fixed',
    what: 'a dead key holds the short name of a NATS server',
    by: '`AppConfig.data`',
    how: 'throws',
    because: 'a NATS URL is refused as text even under a key that nobody reads',
    attempt: chart => new AppConfig(chart, 'config', { name: 'ta-bot-config', data: { nats_url: 'nats://nats-server:4222' } }),
    shows: 'the value of key nats_url is a NATS URL, written as text',
  },
];
