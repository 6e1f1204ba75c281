import { ApiObject, App, Chart, Duration, JsonPatch } from 'cdk8s';
import {
  AppConfig, DefaultDenyPolicy, EgressPolicy, HttpsApi, IngressPolicy, JobSchedule, KnownSecret, MongoDb, NatsAwareCronJob, NatsAwareDaemonSet,
  NatsAwareDeployment, NatsAwareJob, NatsAwareStatefulSet, NatsConnectionCheck, NatsEgressPolicy, NatsIngressPolicy, NatsMonitoring, NatsServer,
  PetrosaCommonConfig, PodSelection, ScrapeBy, ServiceEndpoint, Subject,
} from 'cdk8s-petrosa';
import * as kplus from 'cdk8s-plus-28';

/** What a user of version 0.1.0 may have in a cluster. It is not edited: what is new gets an example of its own. */
export function example(app: App): void {
  const nats = NatsServer.of({ service: 'nats-server', namespace: 'nats', podLabels: { app: 'nats-server' } });
  apps(new Chart(app, 'apps', { namespace: 'petrosa-apps' }), nats);
  servers(new Chart(app, 'servers', { namespace: 'nats' }), nats);
}

function apps(chart: Chart, nats: NatsServer): void {
  const common = new PetrosaCommonConfig(chart, 'common-config', { nats, subjectPrefix: 'binance' });
  const settings = new AppConfig(chart, 'settings', { name: 'quotes-config', data: { window: '14' } });
  const secrets = KnownSecret.of({ name: 'quotes-secrets', keys: ['mongodb-uri', 'API_KEY'] });
  const tradeEngine = ServiceEndpoint.http({ service: 'tradeengine', namespace: 'engines', port: 80, podPort: 8000, podLabels: { app: 'tradeengine' } });

  const quotes = new NatsAwareDeployment(chart, 'quotes', {
    metadata: { name: 'quotes' },
    labels: { app: 'quotes' },
    config: common,
    publishes: [Subject.of('quotes.new', { subscribedElsewhere: true }).bind('NATS_TOPIC_QUOTES', { config: settings })],
    waitForNats: { deadline: Duration.minutes(1) },
    disruptionBudget: { minAvailable: 1 },
    containers: [{ name: 'quotes', image: 'registry.example/quotes:1.4.2', ports: [{ name: 'http', number: 8080 }, { name: 'metrics', number: 9090 }] }],
  });
  quotes.connectTo(tradeEngine, { env: 'TRADEENGINE_URL', config: settings });
  quotes.connectTo(HttpsApi.of('fapi.binance.com'));
  quotes.connectTo(MongoDb.of({ srv: true, host: '*.mongodb.net', uri: secrets.key('mongodb-uri') }));
  quotes.useConfig(settings, { keys: ['window'], rename: { window: 'WINDOW' } });
  quotes.useSecret(secrets, { keys: ['API_KEY'] });
  const api = quotes.exposeHttp({ targetPort: 8080, env: 'QUOTES_URL', fromNamespaces: ['ingress-nginx'] });
  new kplus.HorizontalPodAutoscaler(chart, 'scaling', {
    metadata: { name: 'quotes' }, target: quotes, minReplicas: 2, maxReplicas: 4, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(80))],
  });

  const store = new NatsAwareStatefulSet(chart, 'store', {
    metadata: { name: 'store' },
    labels: { app: 'store', tier: 'data' },
    config: common,
    containers: [{ name: 'store', image: 'registry.example/store:2.0.0', ports: [{ name: 'redis', number: 6379 }, { name: 'metrics', number: 9090 }] }],
  });
  store.connectTo(api, { config: settings });
  ApiObject.of(store).addJsonPatch(JsonPatch.add('/spec/volumeClaimTemplates', [
    { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: kplus.k8s.Quantity.fromString('1Gi') } } } },
  ]));
  new NatsAwareDaemonSet(chart, 'collector', {
    metadata: { name: 'collector' },
    labels: { app: 'collector' },
    config: common,
    containers: [{ name: 'collector', image: 'registry.example/collector:1.0.0' }],
  });
  new NatsAwareJob(chart, 'migration', {
    metadata: { name: 'migration' },
    labels: { app: 'migration' },
    config: common,
    containers: [{ name: 'migration', image: 'registry.example/migration:1.0.0' }],
  });
  new NatsAwareCronJob(chart, 'report', {
    metadata: { name: 'report' },
    labels: { app: 'report' },
    config: common,
    schedule: JobSchedule.every(Duration.hours(1)),
    egressPolicyName: 'report-out',
    containers: [{ name: 'report', image: 'registry.example/report:1.0.0' }],
  });

  new NatsConnectionCheck(chart, 'check', { workload: quotes });
  new NatsConnectionCheck(chart, 'watch', { workload: store, schedule: JobSchedule.every(Duration.minutes(30)), name: 'store-nats-watch' });
  new NatsMonitoring(chart, 'monitoring', { workloads: [quotes, store], scrapeServer: false, operatorLabels: { release: 'prometheus' } });

  new DefaultDenyPolicy(chart, 'default-deny');
  new NatsEgressPolicy(chart, 'socket-client', { name: 'socket-client-egress', selects: PodSelection.labels({ app: 'socket-client' }), server: nats });
  new EgressPolicy(chart, 'viewer-out', { name: 'viewer-out', selects: PodSelection.labels({ app: 'viewer' }), endpoints: [tradeEngine] });
  new IngressPolicy(chart, 'viewer-in', {
    name: 'viewer-in',
    selects: PodSelection.labels({ app: 'viewer' }),
    admits: [{ peers: [{ podLabels: { app: 'quotes' } }], ports: [{ port: 8080 }] }],
  });
}

function servers(chart: Chart, nats: NatsServer): void {
  const policy = new NatsIngressPolicy(chart, 'clients', { server: nats, clientNamespaces: ['petrosa-apps'] });
  new NatsMonitoring(chart, 'monitoring', { workloads: [], server: nats, exporter: { policy }, scrapeBy: ScrapeBy.POD_MONITOR });
}
