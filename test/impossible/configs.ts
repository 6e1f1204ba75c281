import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Impossible } from './entry';
import { cronJob, deployment, MONGODB, NATS, SECRETS, sharedConfig } from './platform';
import { AppConfig, PetrosaCommonConfig } from '../../src';
import { names } from '../workload/support';

const URI_WITH_PASSWORD = 'mongodb+srv://user:example-password@cluster.example.mongodb.net/petrosa';

export const CONFIGS: Impossible[] = [
  {
    incident: '43-tabot-global-config',
    what: 'five variables read keys that the shared ConfigMap does not hold',
    by: '`useConfig`',
    how: 'throws',
    because: 'the keys of an imported ConfigMap are known, and another one is refused with the nearest',
    attempt: chart => deployment(chart, 'ta-bot').useConfig(sharedConfig(chart), { keys: ['TA_BOT_LOG_LEVEL'] }),
    shows: 'ConfigMap petrosa-common-config has no key TA_BOT_LOG_LEVEL; did you mean LOG_LEVEL?',
  },
  {
    incident: '43-tabot-global-config',
    what: 'the ConfigMap of the tree is left without readers',
    by: '`AppConfig`',
    how: 'warns',
    because: 'a ConfigMap that no workload reads has nothing but unused keys, which are named',
    attempt: chart => {
      new AppConfig(chart, 'config', { name: 'ta-bot-config', data: { log_level: 'INFO' } });
      deployment(chart, 'ta-bot').useConfig(sharedConfig(chart), { keys: ['LOG_LEVEL'] });
    },
    shows: 'no workload uses log_level of ConfigMap ta-bot-config',
  },
  {
    incident: '44-tabot-global-config-fixed',
    what: 'NATS_URL is read from a ConfigMap that exists nowhere',
    by: '`config` of a workload',
    how: 'throws',
    because: 'the wired NATS_URL cannot be pointed elsewhere, not even by the methods of cdk8s-plus',
    attempt: chart => {
      const bot = deployment(chart, 'ta-bot', { config: sharedConfig(chart) });
      const unknown = kplus.ConfigMap.fromConfigMapName(chart, 'global', 'petrosa-global-config');
      bot.containers[0].env.addVariable('NATS_URL', kplus.EnvValue.fromConfigMap(unknown, 'NATS_URL'));
    },
    shows: 'variable NATS_URL of container bot is wired to key NATS_URL of ConfigMap petrosa-common-config and was overwritten',
  },
  {
    incident: '57-extractor-db-adapter-key',
    what: 'a job reads a key that the shared ConfigMap of its tree lacks',
    by: '`PetrosaCommonConfig`',
    how: 'throws',
    because: 'a key exists by its prop, so a reader of a prop that is not given is refused',
    attempt: chart => {
      const common = new PetrosaCommonConfig(chart, 'common', { nats: NATS, dbAdapter: 'mysql', enableOtel: true });
      cronJob(chart, 'klines-m5').useConfig(common, { keys: ['EXTRACTOR_DB_ADAPTER'], rename: { EXTRACTOR_DB_ADAPTER: 'DB_ADAPTER' } });
    },
    shows: 'ConfigMap petrosa-common-config has no key EXTRACTOR_DB_ADAPTER',
  },
  {
    incident: '60-extractor-mongodb-configmap-key',
    what: 'MONGODB_URI is read from a key that the Secret lacks',
    by: '`useSecret`',
    how: 'throws',
    because: 'the keys of a Secret are known without its values, and a missing one is refused',
    attempt: chart => cronJob(chart, 'klines-m5').useSecret(SECRETS, { keys: ['MONGODB_URI'] }),
    shows: 'apps/klines-m5: Secret petrosa-sensitive-credentials has no key',
  },
  {
    incident: '60-extractor-mongodb-configmap-key',
    what: 'the repair reads it from the shared ConfigMap',
    by: '`connectTo({ config })`',
    how: 'throws',
    because: 'an address that a Secret knows cannot come from a ConfigMap',
    attempt: chart => cronJob(chart, 'klines-m5').connectTo(MONGODB, { config: sharedConfig(chart) }),
    shows: 'is known to Secret petrosa-sensitive-credentials and must not go into ConfigMap petrosa-common-config',
  },
  {
    incident: '67-extractor-config-from-secret',
    what: 'plain settings are read from the Secret in some jobs',
    by: '`KnownSecret`',
    how: 'throws',
    because: 'the declared keys of the Secret are credentials, so a setting is none of them',
    attempt: chart => cronJob(chart, 'klines-m15').useSecret(SECRETS, { keys: ['ENVIRONMENT', 'LOG_LEVEL'] }),
    shows: 'apps/klines-m15: Secret petrosa-sensitive-credentials has no key',
  },
  {
    incident: '84-extractor-shared-config-clobbered',
    what: 'a repository that only reads the shared ConfigMap applies its own over it',
    by: '`PetrosaCommonConfig.fromConfigMapName`',
    how: 'derived',
    because: 'an import knows the keys without a copy of the manifest and renders nothing',
    attempt: chart => deployment(chart, 'extractor', { config: sharedConfig(chart) }),
    reads: objects => names(objects, 'ConfigMap'),
    shows: [],
  },
  {
    incident: '85-realtime-shared-config-clobbered',
    what: 'two systems apply ConfigMaps of one name over each other',
    by: '`PetrosaCommonConfig`',
    how: 'warns',
    because: 'an object that two charts render is named with both, since they may go to one cluster',
    attempt: chart => {
      const realtime = new Chart(chart.node.root as Construct, 'realtime', { namespace: chart.namespace });
      new PetrosaCommonConfig(chart, 'common', { nats: NATS, subjectPrefix: 'binance' });
      new PetrosaCommonConfig(realtime, 'common', { nats: NATS, subjectPrefix: 'binance.extraction' });
    },
    shows: 'ConfigMap petrosa-common-config is rendered by apps/common as well',
  },
  {
    incident: '100-extractor-quoted-value',
    what: 'a value has literal quotes and a newline at its end',
    by: '`Config.data`',
    how: 'warns',
    because: 'quotation marks around a value and white space at its ends are named',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', { nats: NATS, data: { DEFAULT_SYMBOLS: '"BTCUSDT,ETHUSDT"\n' } }),
    shows: 'the value of key DEFAULT_SYMBOLS is wrapped in quotation marks',
  },
  {
    incident: '100-extractor-quoted-value',
    what: 'a value has literal quotes and a newline at its end',
    by: '`PetrosaCommonConfig.defaultSymbols`',
    how: 'derived',
    because: 'symbols are a list, and how YAML quotes them is no matter of the user',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', { nats: NATS, defaultSymbols: ['BTCUSDT', 'ETHUSDT'] }),
    reads: ([{ data }]) => data.DEFAULT_SYMBOLS,
    shows: 'BTCUSDT,ETHUSDT',
  },
  {
    incident: '110-extractor-mongodb-password-in-configmap',
    what: 'a ConfigMap holds a URI with its password',
    by: '`Config.data`',
    how: 'throws',
    because: 'user info in a URL is refused in every ConfigMap, by a message that does not repeat it',
    attempt: chart => new AppConfig(chart, 'config', { name: 'petrosa-common-config', data: { MONGODB_URI: URI_WITH_PASSWORD } }),
    shows: 'the value of key MONGODB_URI holds a URL with user info, which a ConfigMap shows to everybody',
  },
  {
    incident: '110-extractor-mongodb-password-in-configmap',
    what: 'the copy of the shared ConfigMap lacks keys that the jobs read',
    by: '`PetrosaCommonConfig`',
    how: 'derived',
    because: 'the server is a required prop and the switch has a default, so both keys exist in every copy',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', { nats: NATS }),
    reads: ([{ data }]) => Object.keys(data).sort(),
    shows: ['NATS_ENABLED', 'NATS_URL'],
  },
  {
    incident: '111-extractor-mongodb-password-removed',
    what: 'the shared ConfigMap holds a URI with its password',
    by: '`PetrosaCommonConfig.data`',
    how: 'throws',
    because: 'further data of the shared ConfigMap is checked for credentials like any other',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', { nats: NATS, data: { MONGODB_URI: URI_WITH_PASSWORD } }),
    shows: 'the value of key MONGODB_URI holds a URL with user info, which a ConfigMap shows to everybody',
  },
];
