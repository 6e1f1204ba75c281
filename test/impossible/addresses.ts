import { join } from 'path';
import * as kplus from 'cdk8s-plus-28';
import { Impossible } from './entry';
import { COLLECTOR, deployment, NATS, sharedConfig, TRADE_ENGINE } from './platform';
import { egress, variables } from './reading';
import { AppConfig, NatsServer, PetrosaCommonConfig } from '../../src';
import { find } from '../workload/support';

/** An address of a private network, as the incidents have it. */
const ADDRESS = '192.168.194.253';

export const ADDRESSES: Impossible[] = [
  {
    incident: '02-realtime-nats-hardcoded-ip',
    what: 'a copy of the shared ConfigMap has an IP as NATS_URL',
    by: '`AppConfig.data`',
    how: 'throws',
    because: 'a NATS URL is refused as text, whatever its host, and an endpoint has a name',
    attempt: chart => new AppConfig(chart, 'copy', { name: 'petrosa-common-config', data: { NATS_URL: `nats://${ADDRESS}:4222` } }),
    shows: 'the value of key NATS_URL is a NATS URL, written as text',
  },
  {
    incident: '04-extractor-nats-hardcoded-ip',
    what: 'a copy of the shared ConfigMap has an IP as NATS_URL',
    by: '`NatsServer.of`',
    how: 'throws',
    because: 'an address is no name of a Service, so no server can be declared by it',
    attempt: chart => new PetrosaCommonConfig(chart, 'copy', { nats: NatsServer.of({ service: ADDRESS, namespace: 'nats' }) }),
    shows: 'is an address, which changes and which policies by namespace cannot match',
  },
  {
    incident: '04-extractor-nats-hardcoded-ip',
    what: 'a job reads a key that the copy lacks',
    by: '`useConfig`',
    how: 'throws',
    because: 'a key that the given ConfigMap does not hold is refused where the workload asks for it',
    attempt: chart => {
      const copy = new PetrosaCommonConfig(chart, 'copy', { nats: NATS, dbAdapter: 'mysql' });
      deployment(chart, 'bot').useConfig(copy, { keys: ['EXTRACTOR_DB_ADAPTER'] });
    },
    shows: 'ConfigMap petrosa-common-config has no key EXTRACTOR_DB_ADAPTER; did you mean DB_ADAPTER?',
  },
  {
    incident: '06-realtime-nats-ip-to-dns',
    what: 'NATS_URL is an IP, which no policy by namespace can match',
    by: '`PetrosaCommonConfig.data`',
    how: 'throws',
    because: 'the URL comes from the declared server alone; further data cannot set another one',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', { nats: NATS, data: { NATS_URL: `nats://${ADDRESS}:4222` } }),
    shows: 'the value of key NATS_URL is a NATS URL, written as text',
  },
  {
    incident: '06-realtime-nats-ip-to-dns',
    what: 'the policy selects the server by a label that no namespace has',
    by: '`config` of a workload',
    how: 'derived',
    because: 'URL and egress rule come from one server, and its namespace is selected by the label that Kubernetes itself sets',
    attempt: chart => deployment(chart, 'bot', { config: new PetrosaCommonConfig(chart, 'common', { nats: NATS }) }),
    reads: objects => [find(objects, 'ConfigMap').data.NATS_URL, ...egress(objects)],
    shows: ['nats://nats-server.nats.svc.cluster.local:4222', 'app=bot > kubernetes.io/metadata.name=nats 4222/TCP'],
  },
  {
    incident: '07-realtime-nats-prefix-missing',
    what: 'NATS_URL is an IP',
    by: '`Config.addData`',
    how: 'throws',
    because: 'what is added later is checked as what is given, so the URL stays that of the declared server',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', { nats: NATS }).addData('NATS_URL', `nats://${ADDRESS}:4222`),
    shows: 'the value of key NATS_URL is a NATS URL, written as text',
  },
  {
    incident: '08-extractor-nats-ip-to-dns',
    what: 'the shared ConfigMap in the tree has an IP as NATS_URL',
    by: '`PetrosaCommonConfig.fromManifest`',
    how: 'throws',
    because: 'a YAML file whose URL is not that of the declared server is refused when it is read',
    attempt: chart => PetrosaCommonConfig.fromManifest(chart, 'common', join(__dirname, 'nats-url-is-address.yaml'), { nats: NATS }),
    shows: 'apps/common: key NATS_URL of ConfigMap petrosa-common-config holds',
  },
  {
    incident: '10-cio-nats-short-name',
    what: 'NATS_URL is the short name of a Service of no tree',
    by: '`AppConfig.data`',
    how: 'throws',
    because: 'a name without namespace is no more taken as text than an address',
    attempt: chart => new AppConfig(chart, 'config', { name: 'petrosa-cio-config', data: { NATS_URL: 'nats://petrosa-nats:4222' } }),
    shows: 'the value of key NATS_URL is a NATS URL, written as text',
  },
  {
    incident: '10-cio-nats-short-name',
    what: 'REDIS_URL is the short name of a Service of no tree',
    by: '`AppConfig.data`',
    how: 'throws',
    because: 'the URL of a Service is refused as text, so Redis has to be declared with its namespace',
    attempt: chart => new AppConfig(chart, 'config', { name: 'petrosa-cio-config', data: { REDIS_URL: 'redis://petrosa-redis:6379' } }),
    shows: 'the value of key REDIS_URL is the URL of the Service petrosa-redis, written as text',
  },
  {
    incident: '10-cio-nats-short-name',
    what: 'a second ConfigMap overrides the right NATS_URL',
    by: '`config` of a workload',
    how: 'derived',
    because: 'a wired variable stands in `env`, which wins over everything that `envFrom` brings',
    attempt: chart => {
      const cio = deployment(chart, 'cio', { config: sharedConfig(chart) });
      const own = AppConfig.fromConfigMapName(chart, 'config', { name: 'petrosa-cio-config', keys: ['NATS_URL'] });
      cio.containers[0].env.copyFrom(kplus.Env.fromConfigMap(own));
    },
    reads: objects => variables(objects, 'cio').filter(line => line.startsWith('NATS_URL=')),
    shows: ['NATS_URL=config petrosa-common-config.NATS_URL'],
  },
  {
    incident: '101-tabot-api-endpoint',
    what: 'api_endpoint names a Service of no tree',
    by: '`AppConfig.data`',
    how: 'throws',
    because: 'a URL that nothing declares is refused, and the declared one is made once for all its clients',
    attempt: chart => new AppConfig(chart, 'config', { name: 'ta-bot-config', data: { api_endpoint: 'http://api-server:8080/signals' } }),
    shows: 'the value of key api_endpoint is the URL of the Service api-server, written as text',
  },
  {
    incident: '101-tabot-api-endpoint',
    what: 'host, port and path of the URL are typed by hand',
    by: '`connectTo({ config, key, path })`',
    how: 'derived',
    because: 'the key gets the URL of the endpoint with the path, and the pods the way to it',
    attempt: chart => {
      const config = new AppConfig(chart, 'config', { name: 'ta-bot-config' });
      deployment(chart, 'bot').connectTo(TRADE_ENGINE, { env: 'API_ENDPOINT', config, key: 'api_endpoint', path: '/trade/signal' });
    },
    reads: objects => [find(objects, 'ConfigMap').data.api_endpoint, ...variables(objects, 'bot'), ...egress(objects)],
    shows: [
      'http://petrosa-tradeengine-service.petrosa-apps.svc.cluster.local:80/trade/signal',
      'API_ENDPOINT=config ta-bot-config.api_endpoint',
      'app=bot > kubernetes.io/metadata.name=petrosa-apps 8000/TCP',
    ],
  },
  {
    incident: '103-realtime-otlp-endpoint',
    what: 'the collector is a Service of no tree',
    by: '`PetrosaCommonConfig.data`',
    how: 'throws',
    because: 'the collector is an endpoint with its namespace and cannot be written as a URL',
    attempt: chart => new PetrosaCommonConfig(chart, 'common', { nats: NATS, data: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector:4317' } }),
    shows: 'the value of key OTEL_EXPORTER_OTLP_ENDPOINT is the URL of the Service otel-collector, written as text',
  },
  {
    incident: '104-extractor-otlp-endpoint',
    what: 'the collector is a Service of no tree',
    by: '`PetrosaCommonConfig.otlpCollector`',
    how: 'throws',
    because: 'a key holds one URL, so a second collector beside the declared one is refused',
    attempt: chart => {
      const common = new PetrosaCommonConfig(chart, 'common', { nats: NATS, otlpCollector: COLLECTOR });
      common.addEndpoint('OTEL_EXPORTER_OTLP_ENDPOINT', TRADE_ENGINE);
    },
    shows: 'key OTEL_EXPORTER_OTLP_ENDPOINT of ConfigMap petrosa-common-config holds',
  },
];
