import { Chart } from 'cdk8s';
import { AppConfig, HttpsApi, NatsAwareDeployment } from 'cdk8s-petrosa';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { autoscale, exposeHttps } from './http-api';
import { PetrosaPlatform, probe, resources } from './platform';
import { REALTIME_SETTINGS } from './realtime-settings';

const NAME = 'petrosa-realtime-strategies';
const LABELS = { app: 'realtime-strategies', component: 'trading-signals' };
const PORT = 8080;

/** Reads the market's stream and publishes trading intents. */
export class RealtimeStrategies extends Chart {
  public readonly program: NatsAwareDeployment;

  constructor(scope: Construct, platform: PetrosaPlatform) {
    super(scope, NAME, { namespace: platform.namespace });
    const { commonConfig, subjects } = platform;
    const settings = new AppConfig(this, 'config', { name: `${NAME}-config`, labels: LABELS, data: REALTIME_SETTINGS });

    const strategies = this.program = new NatsAwareDeployment(this, 'deployment', {
      metadata: { name: NAME, labels: { version: platform.version } },
      labels: LABELS,
      podMetadata: { labels: { version: platform.version }, annotations: platform.scrape(PORT) },
      config: commonConfig,
      subscribes: [subjects.marketData.bind('NATS_CONSUMER_TOPIC', {
        queueGroup: 'realtime-strategies-group', queueGroupEnv: 'NATS_CONSUMER_GROUP', config: settings,
      })],
      publishes: [subjects.intentOfRealtimeStrategies.bind('NATS_PUBLISHER_TOPIC', { config: settings })],
      egressPolicyName: `${NAME}-allow-egress`,
      ingressPolicyName: `${NAME}-allow-ingress`,
      securityContext: { user: 1000, group: 1000, fsGroup: 1000 },
      containers: [{
        name: 'realtime-strategies',
        image: platform.image(NAME),
        command: ['opentelemetry-instrument', 'python', '-m', 'strategies.main'],
        args: ['run'],
        ports: [{ name: 'http', number: PORT }],
        envVariables: {
          ...platform.telemetryAttributes('realtime-strategies'),
          MONGODB_DATABASE: kplus.EnvValue.fromValue('petrosa'),
          MONGODB_TIMEOUT_MS: kplus.EnvValue.fromValue('5000'),
        },
        resources: resources([100, 500], [256, 512]),
        liveness: probe('/healthz', { delay: 30, period: 30, timeout: 10 }),
        readiness: probe('/ready', { delay: 10, period: 10, timeout: 5 }),
        startup: probe('/healthz', { delay: 10, period: 10, timeout: 5, failures: 30 }),
        securityContext: { user: 1000, group: 1000 },
        volumeMounts: [{ path: '/app/logs', volume: kplus.Volume.fromEmptyDir(this, 'logs', 'logs') }],
      }],
    });
    strategies.useConfig(commonConfig, { keys: ['LOG_LEVEL', 'ENVIRONMENT'] });
    strategies.useConfig(settings);
    platform.sendTelemetry(strategies);
    strategies.connectTo(commonConfig.dataManager);
    strategies.connectTo(platform.mongodb);
    strategies.connectTo(platform.tradeEngine);
    strategies.connectTo(platform.taBot);
    for (const exchange of ['api.coinbase.com', 'api.kraken.com', 'api.glassnode.com']) strategies.connectTo(HttpsApi.of(exchange));

    strategies.exposeHttp({ targetPort: PORT, fromNamespaces: [platform.monitoringNamespace] });
    autoscale(strategies, { name: `${NAME}-hpa`, replicas: [2, 5], downPercent: 50, upPeriod: 30 }, LABELS);
    exposeHttps(this, {
      name: `${NAME}-ingress`,
      host: 'strategies.petrosa.local',
      tlsSecret: `${NAME}-tls`,
      service: NAME,
      labels: LABELS,
      exactPaths: ['/health', '/metrics', '/ready'],
      nginx: {
        'proxy-body-size': '10m',
        'proxy-read-timeout': '300',
        'proxy-send-timeout': '300',
        'proxy-connect-timeout': '300',
        'proxy-buffer-size': '128k',
        'proxy-buffers-number': '4',
        'proxy-max-temp-file-size': '1024m',
        'enable-cors': 'true',
        'cors-allow-origin': '*',
        'cors-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
        'cors-allow-headers': 'DNT,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,Authorization',
        'cors-expose-headers': 'Content-Length,Content-Range',
      },
    });
  }
}
