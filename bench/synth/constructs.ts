import { Chart } from 'cdk8s';
import { AppConfig, KnownSecret, NatsAwareDeployment, NatsServer, PetrosaApp, ServiceEndpoint } from 'cdk8s-petrosa';
import { COUNT, NAMESPACE, OUTPUT } from './arguments';

/** Applications that call NATS and the next one, with settings and a Secret. */
const app = new PetrosaApp({ outdir: OUTPUT });
const nats = NatsServer.of({ service: 'nats-server', namespace: 'nats' });
for (let i = 0; i < COUNT; i++) {
  const name = `app-${i}`;
  const next = `app-${(i + 1) % COUNT}`;
  const chart = new Chart(app, name, { namespace: NAMESPACE });
  const settings = new AppConfig(chart, 'config', { name: `${name}-config`, data: { LOG_LEVEL: 'info', BATCH_SIZE: '100', REGION: 'eu' } });
  const deployment = new NatsAwareDeployment(chart, 'deployment', {
    metadata: { name },
    labels: { app: name },
    replicas: 2,
    containers: [{ name: 'main', image: `registry.example/team/${name}:1.0.0`, portNumber: 8080 }],
  });
  deployment.useConfig(settings);
  deployment.useSecret(KnownSecret.of({ name: `${name}-secret`, keys: ['API_KEY', 'API_SECRET'] }), { keys: ['API_KEY', 'API_SECRET'] });
  deployment.connectTo(nats, { config: settings });
  deployment.connectTo(ServiceEndpoint.http({ service: next, namespace: NAMESPACE, port: 80, podPort: 8080, podLabels: { app: next } }), { env: 'NEXT_URL', config: settings });
  deployment.exposeHttp({ port: 80, targetPort: 8080 });
}
app.synth();
