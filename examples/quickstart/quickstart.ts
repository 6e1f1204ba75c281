import { Chart } from 'cdk8s';
import { HttpsApi, NatsAwareDeployment, NatsServer, PetrosaCommonConfig } from 'cdk8s-petrosa';
import { Construct } from 'constructs';

/** The rule book's own deployment. */
export class Quickstart extends Chart {
  constructor(scope: Construct) {
    super(scope, 'binance-data-extractor', { namespace: 'petrosa-apps' });

    const nats = NatsServer.of({ service: 'nats-server', namespace: 'nats' }); // nats://nats-server.nats.svc.cluster.local:4222
    const common = new PetrosaCommonConfig(this, 'common-config', { nats, subjectPrefix: 'binance' });

    const extractor = new NatsAwareDeployment(this, 'data-extractor', {
      metadata: { name: 'petrosa-binance-data-extractor' },
      labels: { app: 'binance-data-extractor' }, // identity: selector, Service and policy selector, written once
      config: common, // NATS_ENABLED, NATS_URL by configMapKeyRef
      containers: [{ name: 'data-extractor', image: 'yurisa2/petrosa-binance-data-extractor:1.4.2' }],
    });
    extractor.connectTo(HttpsApi.of('fapi.binance.com')); // what else it may reach; all other egress is closed
  }
}
