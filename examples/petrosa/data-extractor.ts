import { Chart } from 'cdk8s';
import { AppConfig, JobSchedule, KubernetesApi, NatsAwareCronJob, NatsAwareDeployment } from 'cdk8s-petrosa';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { FAMILIES, Family, Interval, INTERVALS } from './data-extractor-jobs';
import { PetrosaPlatform, probe, resources } from './platform';

const REPOSITORY = 'petrosa-binance-data-extractor';
const PREFIXES = ['NATS_SUBJECT_PREFIX', 'NATS_SUBJECT_PREFIX_PRODUCTION', 'NATS_SUBJECT_PREFIX_GAP_FILLER'];

/** Fetches candles from Binance, by CronJobs for each interval, and tells the others about them. */
export class DataExtractor extends Chart {
  private readonly settings: AppConfig;

  constructor(scope: Construct, private readonly platform: PetrosaPlatform) {
    super(scope, REPOSITORY, { namespace: platform.namespace });
    this.settings = new AppConfig(this, 'config', {
      name: `${REPOSITORY}-config`,
      labels: { app: 'binance-data-extractor', component: 'data-extraction', version: platform.version },
      data: { BINANCE_API_URL: 'https://fapi.binance.com', BINANCE_FUTURES_API_URL: 'https://fapi.binance.com' },
    });
    for (const family of FAMILIES) INTERVALS.forEach((interval, i) => this.makeJob(family, interval, i));
    this.makeApi();
  }

  private makeJob(family: Family, interval: Interval, i: number): void {
    const { platform } = this;
    const { commonConfig } = platform;
    const name = family.jobName(interval.name);
    const labels = { app: 'binance-extractor', component: family.component };
    const jobLabels = { interval: family.intervalLabel(interval), ...family.podLabels };
    const schedule = family.schedule?.(i) ?? interval;
    const job = new NatsAwareCronJob(this, name, {
      metadata: { name, labels: { ...jobLabels, version: 'production' } },
      labels,
      jobLabels,
      podMetadata: { labels: family.podLabels },
      config: commonConfig,
      publishes: [commonConfig.subjectPrefix.subject('klines.{symbol}.{period}', family.environment).inProgram()],
      egressPolicyName: family.egressPolicyName,
      schedule: JobSchedule.every(schedule.every, { offset: schedule.offset }),
      successfulJobsRetained: family.retained?.[0] ?? interval.retained[0],
      failedJobsRetained: family.retained?.[1] ?? interval.retained[1],
      backoffLimit: family.retries ?? interval.retries,
      activeDeadline: family.deadlines[i],
      ttlAfterFinished: family.ttl ?? interval.ttl,
      containers: [{
        name: family.component,
        image: platform.image(REPOSITORY),
        command: family.command,
        args: [`--period=${interval.period}`, ...family.args(i)],
        envVariables: {
          ...platform.telemetryAttributes(family.telemetryName),
          OTEL_NO_AUTO_INIT: kplus.EnvValue.fromValue(family.database ? '1' : '0'),
          K8S_NAMESPACE: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAMESPACE),
          K8S_POD_NAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME),
          K8S_DEPLOYMENT_NAME: kplus.EnvValue.fromValue(name),
          HOSTNAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME),
          ...family.database ? {} : { DB_ADAPTER: kplus.EnvValue.fromValue('data_manager') },
        },
        resources: family.resources ?? interval.resources,
        securityContext: { user: 1000, readOnlyRootFilesystem: false },
      }],
    });
    job.useSecret(platform.secrets, { keys: ['BINANCE_API_KEY', 'BINANCE_API_SECRET'] });
    job.useConfig(commonConfig, {
      keys: ['LOG_LEVEL', 'ENVIRONMENT', 'OTEL_PROPAGATORS', ...PREFIXES, ...family.symbols ? ['DEFAULT_SYMBOLS'] : []],
    });
    platform.sendTelemetry(job, ['ENABLE_OTEL', 'OTEL_SERVICE_VERSION']);
    job.connectTo(platform.binance);
    if (family.database) this.useDatabase(job);
    else this.useDataManager(job);
  }

  private useDatabase(job: NatsAwareCronJob): void {
    job.useConfig(this.settings);
    job.useConfig(this.platform.commonConfig, { keys: ['EXTRACTOR_DB_ADAPTER'], rename: { EXTRACTOR_DB_ADAPTER: 'DB_ADAPTER' } });
    job.connectTo(this.platform.mysql);
  }

  private useDataManager(job: NatsAwareCronJob): void {
    const futures = ['BINANCE_FUTURES_API_URL'];
    job.useConfig(this.settings, { keys: futures });
    job.useConfig(this.settings, { keys: futures, rename: { BINANCE_FUTURES_API_URL: 'BINANCE_API_URL' } });
    job.connectTo(this.platform.commonConfig.dataManager);
  }

  /** Lets operators see and start the jobs. */
  private makeApi(): void {
    const { platform } = this;
    const { commonConfig } = platform;
    const labels = { app: 'binance-data-extractor', component: 'api' };
    const api = new NatsAwareDeployment(this, 'api', {
      metadata: { name: 'data-extractor-api', labels: { version: platform.version } },
      labels,
      replicas: 2,
      containers: [{
        name: 'api',
        image: platform.image(REPOSITORY),
        command: ['opentelemetry-instrument', 'uvicorn', 'api.main:app', '--host', '0.0.0.0', '--port', '8080'],
        ports: [{ name: 'http', number: 8080 }],
        envVariables: { MODE: kplus.EnvValue.fromValue('api'), KUBERNETES_NAMESPACE: kplus.EnvValue.fromValue(platform.namespace) },
        liveness: probe('/healthz', { delay: 30, period: 10, timeout: 5 }),
        readiness: probe('/ready', { delay: 10, period: 5, timeout: 3 }),
        resources: resources([100, 500], [128, 256]),
        securityContext: { user: 1000 },
      }],
    });
    api.connectTo(platform.mongodb);
    api.connectTo(commonConfig.dataManager);
    api.connectTo(commonConfig.otlpCollector);
    api.useConfig(commonConfig, { keys: ['LOG_LEVEL', 'ENVIRONMENT', 'ENABLE_OTEL', 'OTEL_SERVICE_VERSION'] });
    api.connectTo(KubernetesApi.of({
      port: 16443, // MicroK8s
      rules: [
        { apiGroups: ['batch'], resources: ['cronjobs'], verbs: ['get', 'list', 'patch'] },
        { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] },
      ],
    }));
    api.exposeHttp({
      targetPort: 8080,
      labels: { version: platform.version },
      annotations: platform.scrape(8080),
      fromNamespaces: [platform.monitoringNamespace],
    });
  }
}
