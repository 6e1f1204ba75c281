import { Chart, Duration } from 'cdk8s';
import { AppConfig, NatsAwareDeployment, NatsAwareJob, SubjectEnvironment } from 'cdk8s-petrosa';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { autoscale, exposeHttps } from './http-api';
import { PetrosaPlatform, probe, resources } from './platform';
import { MIGRATE_TIMEFRAME } from './ta-bot-migration';

const NAME = 'petrosa-ta-bot';
const LABELS = { app: NAME };
const PORT = 8000;
const USER = { user: 1000, group: 1000 };

const INDICATORS = {
  rsi_period: '14',
  macd_fast: '12',
  macd_slow: '26',
  macd_signal: '9',
  adx_period: '14',
  bb_period: '20',
  bb_std: '2.0',
  atr_period: '14',
};

/** Computes technical indicators from the extractor's candles and publishes trading intents. */
export class TaBot extends Chart {
  public readonly program: NatsAwareDeployment;

  constructor(scope: Construct, private readonly platform: PetrosaPlatform) {
    super(scope, NAME, { namespace: platform.namespace });
    this.program = this.makeBot();
    this.makeMigration();
  }

  private makeBot(): NatsAwareDeployment {
    const { platform } = this;
    const { commonConfig, subjects } = platform;
    const versioned = { ...LABELS, version: platform.version };
    const settings = new AppConfig(this, 'config', {
      name: 'ta-bot-config',
      labels: versioned,
      data: { enable_rest_publishing: 'false', ...INDICATORS },
    });
    const candles = (environment: SubjectEnvironment) =>
      commonConfig.subjectPrefix.pattern('klines.*.*', environment).inProgram({ queueGroup: 'ta_bot_workers' });

    const bot = new NatsAwareDeployment(this, 'deployment', {
      metadata: { name: NAME, labels: { version: platform.version } },
      labels: LABELS,
      podMetadata: { labels: { version: platform.version }, annotations: platform.scrape(PORT) },
      config: commonConfig,
      subscribes: [candles(SubjectEnvironment.BASE), candles(SubjectEnvironment.PRODUCTION), subjects.leaderElection.inProgram()],
      publishes: [
        subjects.intentOfStrategy.bind('NATS_PUBLISHER_TOPIC', { config: settings, value: 'intent.trading.*' }),
        subjects.leaderElection.inProgram(),
      ],
      egressPolicyName: `${NAME}-allow-egress`,
      ingressPolicyName: `${NAME}-allow-ingress`,
      terminationGracePeriod: Duration.seconds(30),
      containers: [{
        name: 'ta-bot',
        image: platform.image(NAME),
        command: ['opentelemetry-instrument', 'python', '-m', 'ta_bot.main'],
        ports: [{ name: 'http', number: PORT }],
        envVariables: {
          ...platform.telemetryAttributes('ta-bot'),
          OTEL_NO_AUTO_INIT: kplus.EnvValue.fromValue('1'),
          MYSQL_HOST: kplus.EnvValue.fromValue('mysql-server'),
          MYSQL_PORT: kplus.EnvValue.fromValue('3306'),
          MYSQL_USER: kplus.EnvValue.fromValue('petrosa'),
          MYSQL_DATABASE: kplus.EnvValue.fromValue('petrosa'),
        },
        resources: resources([250, 500], [256, 512]),
        liveness: probe('/live', { delay: 30, period: 10, timeout: 10 }),
        readiness: probe('/ready', { delay: 10, period: 5, timeout: 10, failures: 5 }),
        startup: probe('/health', { delay: 30, period: 10, timeout: 10, failures: 45 }),
        securityContext: USER,
      }],
    });
    bot.useConfig(commonConfig, {
      keys: ['LOG_LEVEL', 'ENVIRONMENT', 'DEFAULT_SYMBOLS', 'SUPPORTED_INTERVALS'],
      rename: { DEFAULT_SYMBOLS: 'SUPPORTED_SYMBOLS', SUPPORTED_INTERVALS: 'SUPPORTED_TIMEFRAMES' },
    });
    const settingKeys = ['enable_rest_publishing', ...Object.keys(INDICATORS)];
    bot.useConfig(settings, { keys: settingKeys, rename: Object.fromEntries(settingKeys.map(key => [key, key.toUpperCase()])) });
    platform.sendTelemetry(bot);
    bot.connectTo(platform.mysql);
    bot.connectTo(commonConfig.dataManager);
    bot.connectTo(platform.tradeEngine, { env: 'API_ENDPOINT', config: settings, key: 'api_endpoint', path: '/trade/signal' });

    const service = `${NAME}-service`;
    bot.exposeHttp({
      targetPort: PORT,
      serviceName: service,
      labels: versioned,
      fromNamespaces: [platform.monitoringNamespace],
    });
    autoscale(bot, { name: `${NAME}-hpa`, replicas: [2, 10], downPercent: 10, upPeriod: 15 }, versioned);
    exposeHttps(this, { name: `${NAME}-ingress`, host: 'ta-bot.petrosa.com', tlsSecret: 'ta-bot-tls', service, labels: versioned });
    return bot;
  }

  private makeMigration(): void {
    const migration = new NatsAwareJob(this, 'migration', {
      metadata: { name: 'ta-bot-mysql-migration-timeframe', labels: { migration: 'add-timeframe-column' } },
      // Not the bot's own label: its Service would send requests to the Job.
      labels: { app: 'petrosa-ta-bot-migration', component: 'database-migration' },
      backoffLimit: 3,
      ttlAfterFinished: Duration.hours(1),
      containers: [{
        name: 'mysql-migration',
        image: 'yurisa2/petrosa-ta-bot:v1.0.51',
        command: ['/bin/sh', '-c'],
        args: [MIGRATE_TIMEFRAME],
        resources: resources([100, 200], [128, 256]),
        securityContext: USER,
      }],
    });
    migration.connectTo(this.platform.mysql);
  }
}
