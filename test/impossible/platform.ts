import { Chart } from 'cdk8s';
import {
  HttpsApi, JobSchedule, KnownSecret, MongoDb, MySql, NatsAwareCronJob, NatsAwareCronJobProps, NatsAwareDeployment, NatsAwareDeploymentProps,
  NatsServer, OtlpCollector, PetrosaCommonConfig, ServiceEndpoint,
} from '../../src';
import { CONTAINER } from '../workload/support';

/** The shared Secret, with the keys that it has in the cluster. */
export const SECRETS = KnownSecret.of({
  name: 'petrosa-sensitive-credentials',
  keys: ['BINANCE_API_KEY', 'BINANCE_API_SECRET', 'MYSQL_URI', 'OTEL_EXPORTER_OTLP_HEADERS', 'mongodb-connection-string'],
});

export const NATS = NatsServer.of({ service: 'nats-server', namespace: 'nats' });
export const DATA_MANAGER = ServiceEndpoint.http({ service: 'petrosa-data-manager', namespace: 'petrosa-apps', port: 80, podPort: 8000 });
export const TRADE_ENGINE = ServiceEndpoint.http({ service: 'petrosa-tradeengine-service', namespace: 'petrosa-apps', port: 80, podPort: 8000 });
export const COLLECTOR = OtlpCollector.of({
  service: 'grafana-alloy', namespace: 'observability', headers: SECRETS.key('OTEL_EXPORTER_OTLP_HEADERS'),
});
export const MYSQL = MySql.of({ host: 'db.example.com', uri: SECRETS.key('MYSQL_URI') });
export const MONGODB = MongoDb.of({ host: '*.mongodb.net', srv: true, uri: SECRETS.key('mongodb-connection-string') });
export const BINANCE = HttpsApi.of('fapi.binance.com', { env: 'BINANCE_FUTURES_API_URL' });

export const IMAGE = 'yurisa2/petrosa-bot:1.4.2';

/** The platform's ConfigMap, which another repository creates. */
export function sharedConfig(chart: Chart): PetrosaCommonConfig {
  return PetrosaCommonConfig.fromConfigMapName(chart, 'common-config', {
    nats: NATS, dataManager: DATA_MANAGER, otlpCollector: COLLECTOR, subjectPrefix: 'binance.extraction',
  });
}

export function deployment(chart: Chart, name: string, props: Partial<NatsAwareDeploymentProps> = {}): NatsAwareDeployment {
  return new NatsAwareDeployment(chart, name, {
    metadata: { name }, labels: { app: name }, containers: [{ ...CONTAINER, image: IMAGE }], ...props,
  });
}

/** A Deployment that serves HTTP on port 8080. */
export function api(chart: Chart, name: string, props: Partial<NatsAwareDeploymentProps> = {}): NatsAwareDeployment {
  return deployment(chart, name, { containers: [{ ...CONTAINER, image: IMAGE, ports: [{ number: 8080 }] }], ...props });
}

export function cronJob(chart: Chart, name: string, props: Partial<NatsAwareCronJobProps> = {}): NatsAwareCronJob {
  return new NatsAwareCronJob(chart, name, {
    metadata: { name },
    labels: { app: 'binance-extractor', component: 'klines-extractor' },
    schedule: JobSchedule.expression('@hourly'),
    containers: [{ ...CONTAINER, image: IMAGE }],
    ...props,
  });
}

export { CONTAINER };
