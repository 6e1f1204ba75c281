import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/** An application as one writes it with cdk8s-plus: a ConfigMap, a Deployment that reads it, a Service and a policy to NATS. */
export function kplusApplication(chart: Chart, name: string): void {
  const config = new kplus.ConfigMap(chart, 'config', {
    metadata: { name: `${name}-config` },
    data: { NATS_URL: 'nats://nats-server.nats.svc.cluster.local:4222', NATS_ENABLED: 'true', LOG_LEVEL: 'info' },
  });
  const deployment = new kplus.Deployment(chart, 'deployment', {
    metadata: { name },
    replicas: 2,
    containers: [{
      image: `registry.example/team/${name}:1.0.0`,
      portNumber: 8080,
      envVariables: {
        NATS_URL: kplus.EnvValue.fromConfigMap(config, 'NATS_URL'),
        NATS_ENABLED: kplus.EnvValue.fromConfigMap(config, 'NATS_ENABLED'),
        LOG_LEVEL: kplus.EnvValue.fromConfigMap(config, 'LOG_LEVEL'),
      },
    }],
  });
  deployment.exposeViaService({ name, ports: [{ port: 80, targetPort: 8080 }] });
  new kplus.NetworkPolicy(chart, 'policy', {
    metadata: { name: `${name}-egress` },
    selector: deployment,
    egress: {
      rules: [{
        peer: kplus.Namespaces.select(chart, 'nats', { labels: { 'kubernetes.io/metadata.name': 'nats' } }),
        ports: [kplus.NetworkPolicyPort.tcp(4222)],
      }],
    },
  });
}
