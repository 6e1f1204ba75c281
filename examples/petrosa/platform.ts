import { App, Duration, Size } from 'cdk8s';
import {
  HttpsApi,
  INatsAwareWorkload,
  KnownSecret,
  MongoDb,
  MySql,
  NatsServer,
  OtlpCollector,
  PetrosaCommonConfig,
  ServiceEndpoint,
  Subject,
  SubjectPattern,
} from 'cdk8s-petrosa';
import * as kplus from 'cdk8s-plus-28';

const NAMESPACE = 'petrosa-apps';

const TELEMETRY_SETTINGS = ['ENABLE_OTEL', 'ENABLE_LOGS', 'ENABLE_METRICS', 'ENABLE_TRACES', 'OTEL_SERVICE_VERSION'];

/** The pipeline replaces the token in the manifests; a local synth may give a version. */
const VERSION = process.env.PETROSA_VERSION ?? 'VERSION_PLACEHOLDER';

/** What all systems share, declared once: where things run, what they are called, and who may be asked for what. */
export class PetrosaPlatform {
  public readonly namespace = NAMESPACE;
  public readonly version = VERSION;

  /** Namespace of the collectors that scrape the workloads. */
  public readonly monitoringNamespace = 'observability';

  public readonly secrets = KnownSecret.of({
    name: 'petrosa-sensitive-credentials',
    keys: ['BINANCE_API_KEY', 'BINANCE_API_SECRET', 'JWT_SECRET_KEY', 'MYSQL_URI', 'OTEL_EXPORTER_OTLP_HEADERS', 'mongodb-connection-string'],
  });

  public readonly mysql = MySql.of({ host: '*.mysql.dbaas.com.br', uri: this.secrets.key('MYSQL_URI') });
  public readonly mongodb = MongoDb.of({ srv: true, host: '*.mongodb.net', uri: this.secrets.key('mongodb-connection-string') });
  public readonly binance = HttpsApi.of('fapi.binance.com');

  public readonly tradeEngine = this.service('petrosa-tradeengine-service', { app: 'petrosa-tradeengine' });
  public readonly taBot = this.service('petrosa-ta-bot-service', { app: 'petrosa-ta-bot' });
  public readonly realtimeStrategies = this.service('petrosa-realtime-strategies', { app: 'realtime-strategies', component: 'trading-signals' }, 8080);

  public readonly subjects = {
    marketData: Subject.of('binance.futures.websocket.data', { publishedElsewhere: true }),
    intents: SubjectPattern.of('intent.trading.*'),
    intentOfStrategy: Subject.of('intent.trading.{strategy}'),
    intentOfRealtimeStrategies: Subject.of('intent.trading.realtime-strategies'),
    signals: Subject.of('signals.trading', { subscribedElsewhere: true }),
    leaderElection: Subject.of('ta-bot.leader-election'),
  };

  /** The shared ConfigMap lives in another repository; these are the keys that its workloads may count on. */
  public readonly commonConfig: PetrosaCommonConfig;

  constructor(app: App) {
    this.commonConfig = PetrosaCommonConfig.fromConfigMapName(app, 'common-config', {
      namespace: NAMESPACE,
      nats: NatsServer.of({ service: 'nats-server', namespace: 'nats' }),
      dataManager: this.service('petrosa-data-manager', { app: 'data-manager' }),
      otlpCollector: OtlpCollector.of({ service: 'grafana-alloy', namespace: this.monitoringNamespace }),
      subjectPrefix: 'binance.extraction',
      subjectPrefixGapFiller: 'binance.extraction.gap-filler',
    });
  }

  /** An image of the platform, by the name of its repository. */
  public image(repository: string): string {
    return `yurisa2/${repository}:${VERSION}`;
  }

  /** Lets a workload send telemetry: the collector, settings, and the headers that name the tenant. */
  public sendTelemetry(workload: INatsAwareWorkload, settings: string[] = TELEMETRY_SETTINGS): void {
    workload.connectTo(this.commonConfig.otlpCollector);
    workload.useConfig(this.commonConfig, { keys: [...settings, 'OTEL_METRICS_EXPORTER', 'OTEL_TRACES_EXPORTER', 'OTEL_LOGS_EXPORTER'] });
    workload.useSecret(this.secrets, { keys: ['OTEL_EXPORTER_OTLP_HEADERS'] });
  }

  /** Attributes that telemetry carries. */
  public telemetryAttributes(service: string): { [name: string]: kplus.EnvValue } {
    return { OTEL_RESOURCE_ATTRIBUTES: kplus.EnvValue.fromValue(`service.name=${service},service.version=${VERSION}`) };
  }

  /** Annotations by which the collectors find a port with metrics. */
  public scrape(port: number): { [key: string]: string } {
    return { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(port), 'prometheus.io/path': '/metrics' };
  }

  private service(service: string, podLabels: { [key: string]: string }, podPort = 8000): ServiceEndpoint {
    return ServiceEndpoint.http({ service, namespace: NAMESPACE, port: 80, podPort, podLabels });
  }
}

/** An HTTP probe on the container's port, in seconds. */
export function probe(path: string, times: { delay: number; period: number; timeout: number; failures?: number }): kplus.Probe {
  return kplus.Probe.fromHttpGet(path, {
    initialDelaySeconds: Duration.seconds(times.delay),
    periodSeconds: Duration.seconds(times.period),
    timeoutSeconds: Duration.seconds(times.timeout),
    failureThreshold: times.failures,
  });
}

/** Requests and limits in millicores and mebibytes. */
export function resources(cpu: [number, number], memory: [number, number]): kplus.ContainerResources {
  return {
    cpu: { request: kplus.Cpu.millis(cpu[0]), limit: kplus.Cpu.millis(cpu[1]) },
    memory: { request: Size.mebibytes(memory[0]), limit: Size.mebibytes(memory[1]) },
  };
}
