import { Impossible } from './entry';
import { api, COLLECTOR, cronJob, deployment, MONGODB, MYSQL, SECRETS, sharedConfig } from './platform';
import { dns, egress, ingress, variables } from './reading';

const DNS = 'kubernetes.io/metadata.name=kube-system k8s-app=kube-dns';
const COLLECTOR_RULE = 'kubernetes.io/metadata.name=observability 4317/TCP';
const DATA_MANAGER_RULE = 'kubernetes.io/metadata.name=petrosa-apps 8000/TCP';

export const POLICIES: Impossible[] = [
  {
    incident: '25-tabot-netpol-nats',
    what: 'no policy lets the pods out, to DNS or to NATS',
    by: '`config` of a workload',
    how: 'derived',
    because: 'a client gets an egress policy of its own, with DNS on both protocols',
    attempt: chart => deployment(chart, 'ta-bot', { config: sharedConfig(chart) }),
    reads: objects => [...dns(objects), ...egress(objects)],
    shows: [
      `app=ta-bot > ${DNS} 53/TCP`,
      `app=ta-bot > ${DNS} 53/UDP`,
      'app=ta-bot > kubernetes.io/metadata.name=nats 4222/TCP',
    ],
  },
  {
    incident: '26-realtime-netpol-nats-label',
    what: 'NATS and the collector are selected by labels that nobody guarantees, one in the wrong namespace',
    by: '`connectTo`',
    how: 'derived',
    because: 'a namespace is given by its name, with the endpoint, and there is no prop for a label of it',
    attempt: chart => {
      const config = sharedConfig(chart);
      deployment(chart, 'strategies', { config }).connectTo(config.otlpCollector);
    },
    reads: egress,
    shows: ['app=strategies > kubernetes.io/metadata.name=nats 4222/TCP', `app=strategies > ${COLLECTOR_RULE}`],
  },
  {
    incident: '27-extractor-gapfiller-netpol',
    what: 'the policy of the extractors does not select the gap fillers, which are left without DNS',
    by: '`labels` of a workload',
    how: 'derived',
    because: 'each identity has a policy that selects exactly its labels',
    attempt: chart => {
      const config = sharedConfig(chart);
      for (const component of ['klines-extractor', 'klines-gap-filler']) cronJob(chart, component, { config, labels: { app: 'binance', component } });
    },
    reads: objects => dns(objects).filter(line => line.endsWith('UDP')),
    shows: [
      `app=binance,component=klines-extractor > ${DNS} 53/UDP`,
      `app=binance,component=klines-gap-filler > ${DNS} 53/UDP`,
    ],
  },
  {
    incident: '29-tabot-netpol-mysql',
    what: 'the pods have the URI of MySQL and no way to it',
    by: '`connectTo(MySql)`',
    how: 'derived',
    because: 'the database brings its variable and its port',
    attempt: chart => deployment(chart, 'ta-bot').connectTo(MYSQL),
    reads: objects => [...variables(objects, 'ta-bot'), ...egress(objects)],
    shows: ['MYSQL_URI=secret petrosa-sensitive-credentials.MYSQL_URI', 'app=ta-bot > 0.0.0.0/0 3306/TCP'],
  },
  {
    incident: '30-tabot-netpol-otlp',
    what: 'the pods have the URL of the collector and no way to it',
    by: '`connectTo(OtlpCollector)`',
    how: 'derived',
    because: 'the collector brings its variable and the port of its protocol',
    attempt: chart => deployment(chart, 'ta-bot').connectTo(sharedConfig(chart).otlpCollector),
    reads: objects => [variables(objects, 'ta-bot')[0], ...egress(objects)],
    shows: ['OTEL_EXPORTER_OTLP_ENDPOINT=config petrosa-common-config.OTEL_EXPORTER_OTLP_ENDPOINT', `app=ta-bot > ${COLLECTOR_RULE}`],
  },
  {
    incident: '31-realtime-netpol-otlp-ns',
    what: 'the rule for the collector names another namespace than its URL',
    by: '`OtlpCollector.of`',
    how: 'derived',
    because: 'the namespace is written once, and both the URL and the rule have it',
    attempt: chart => deployment(chart, 'strategies').connectTo(sharedConfig(chart).otlpCollector),
    reads: objects => [COLLECTOR.url, ...egress(objects)],
    shows: ['http://grafana-alloy.observability.svc.cluster.local:4317', `app=strategies > ${COLLECTOR_RULE}`],
  },
  {
    incident: '34-realtime-ingress-missing',
    what: 'a Service has no ingress policy under default-deny',
    by: '`exposeHttp`',
    how: 'derived',
    because: 'the Service of a workload comes with a policy that admits its namespace and those named',
    attempt: chart => api(chart, 'strategies').exposeHttp({ targetPort: 8080, fromNamespaces: ['observability'] }),
    reads: ingress,
    shows: [
      'app=strategies < kubernetes.io/metadata.name=observability 8080/TCP',
      'app=strategies < kubernetes.io/metadata.name=petrosa-apps 8080/TCP',
    ],
  },
  {
    incident: '37-realtime-mongodb-no-egress',
    what: 'MONGODB_URI is added without a rule for its port',
    by: '`connectTo(MongoDb)`',
    how: 'derived',
    because: 'the variable is added by the declaration that opens the port',
    attempt: chart => deployment(chart, 'strategies').connectTo(MONGODB),
    reads: objects => [...variables(objects, 'strategies'), ...egress(objects)],
    shows: ['MONGODB_URI=secret petrosa-sensitive-credentials.mongodb-connection-string', 'app=strategies > 0.0.0.0/0 27017/TCP'],
  },
  {
    incident: '37-realtime-mongodb-no-egress',
    what: 'its key of the Secret does not exist',
    by: '`KnownSecret.key`',
    how: 'throws',
    because: 'a reference to a key is made by the Secret, which knows those it has',
    attempt: () => SECRETS.key('mongodb-uri'),
    shows: 'Secret petrosa-sensitive-credentials has no key',
  },
  {
    incident: '38-realtime-datamanager-no-egress',
    what: 'DATA_MANAGER_URL is added without a rule for it',
    by: '`PetrosaCommonConfig.dataManager`',
    how: 'derived',
    because: 'the key of the shared ConfigMap and the way to the Service are one endpoint',
    attempt: chart => deployment(chart, 'strategies').connectTo(sharedConfig(chart).dataManager),
    reads: objects => [...variables(objects, 'strategies'), ...egress(objects)],
    shows: ['DATA_MANAGER_URL=config petrosa-common-config.DATA_MANAGER_URL', `app=strategies > ${DATA_MANAGER_RULE}`],
  },
  {
    incident: '39-extractor-datamanager-no-egress',
    what: 'jobs are moved to a Service whose pods listen on another port than it has, and on none that is open',
    by: '`ServiceEndpoint.http({ podPort })`',
    how: 'derived',
    because: 'policies get the port of the pods, and all jobs of an identity the same policy',
    attempt: chart => {
      const { dataManager } = sharedConfig(chart);
      for (const interval of ['m5', 'm15']) cronJob(chart, `klines-${interval}`).connectTo(dataManager);
    },
    reads: egress,
    shows: [`app=binance-extractor,component=klines-extractor > ${DATA_MANAGER_RULE}`],
  },
  {
    incident: '42-extractor-api-no-netpol',
    what: 'a new Deployment is selected by no policy, out or in',
    by: '`labels` of a workload',
    how: 'derived',
    because: 'its policies are made with it and select its labels, not those of a neighbour',
    attempt: chart => {
      const config = sharedConfig(chart);
      cronJob(chart, 'klines-m5', { config });
      const labels = { app: 'binance-data-extractor', component: 'api' };
      const workload = api(chart, 'data-extractor-api', { labels });
      workload.connectTo(MONGODB);
      workload.exposeHttp({ targetPort: 8080 });
    },
    reads: objects => [...dns(objects), ...egress(objects), ...ingress(objects)].filter(line => line.includes('component=api')),
    shows: [
      `app=binance-data-extractor,component=api > ${DNS} 53/TCP`,
      `app=binance-data-extractor,component=api > ${DNS} 53/UDP`,
      'app=binance-data-extractor,component=api > 0.0.0.0/0 27017/TCP',
      'app=binance-data-extractor,component=api < kubernetes.io/metadata.name=petrosa-apps 8080/TCP',
    ],
  },
];
