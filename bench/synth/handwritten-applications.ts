import { createHash } from 'crypto';
import { App, Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { COUNT, NAMESPACE } from './arguments';

const NATS_URL = 'nats://nats-server.nats.svc.cluster.local:4222';

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The checksum of the library: of the data and binary data of a ConfigMap, then of all ConfigMaps that the pods read. */
function checksumOf(data: { [key: string]: string }): string {
  return digest(digest(JSON.stringify([Object.entries(data), []])));
}

/** What constructs.ts renders, written by hand with cdk8s-plus. */
export function handwrittenApplications(app: App): void {
  for (let i = 0; i < COUNT; i++) handwrittenApplication(app, i);
}

function handwrittenApplication(app: App, i: number): void {
  const name = `app-${i}`;
  const next = `app-${(i + 1) % COUNT}`;
  const nextUrl = `http://${next}.${NAMESPACE}.svc.cluster.local:80`;
  const labels = { app: name };
  const chart = new Chart(app, name, { namespace: NAMESPACE });
  const data = { BATCH_SIZE: '100', LOG_LEVEL: 'info', NATS_URL, NEXT_URL: nextUrl, REGION: 'eu' };
  const settings = new kplus.ConfigMap(chart, 'config', { metadata: { name: `${name}-config` }, data });
  const secret = kplus.Secret.fromSecretName(chart, 'secret', `${name}-secret`);
  const tmp = kplus.Volume.fromEmptyDir(chart, 'tmp', 'default-tmp');
  const deployment = new kplus.Deployment(chart, 'deployment', {
    metadata: { name, labels, annotations: { 'petrosa.io/connects-to': nextUrl, 'petrosa.io/nats-server': NATS_URL } },
    podMetadata: { labels, annotations: { 'petrosa.io/config-checksum': checksumOf(data) } },
    select: false,
    replicas: 2,
    volumes: [tmp],
    terminationGracePeriod: Duration.seconds(45),
    containers: [{
      name: 'main',
      image: `registry.example/team/${name}:1.0.0`,
      portNumber: 8080,
      envVariables: {
        ...Object.fromEntries(['BATCH_SIZE', 'LOG_LEVEL', 'REGION'].map(key => [key, kplus.EnvValue.fromConfigMap(settings, key)])),
        ...Object.fromEntries(['API_KEY', 'API_SECRET'].map(key => [key, kplus.EnvValue.fromSecretValue({ secret, key })])),
        ...Object.fromEntries(['NATS_URL', 'NEXT_URL'].map(key => [key, kplus.EnvValue.fromConfigMap(settings, key)])),
      },
      liveness: kplus.Probe.fromTcpSocket({ port: 8080, failureThreshold: 6 }),
      readiness: kplus.Probe.fromTcpSocket({ port: 8080, failureThreshold: 3 }),
      startup: kplus.Probe.fromTcpSocket({ port: 8080, failureThreshold: 30 }),
      resources: {
        cpu: { limit: kplus.Cpu.millis(500), request: kplus.Cpu.millis(50) },
        memory: { limit: Size.mebibytes(256), request: Size.mebibytes(64) },
      },
      securityContext: {
        capabilities: { drop: [kplus.Capability.ALL] },
        seccompProfile: { type: kplus.SeccompProfileType.RUNTIME_DEFAULT },
      },
      volumeMounts: [{ path: '/tmp', volume: tmp }],
    }],
  });
  deployment.select(kplus.LabelSelector.of({ labels }));
  const selector = kplus.Pods.select(chart, 'pods', { labels });
  new kplus.Service(chart, 'service', { metadata: { name, labels }, selector, ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: kplus.Protocol.TCP }] });
  const pods = (id: string, namespace: string, podLabels: { [key: string]: string }): kplus.Pods =>
    kplus.Pods.select(chart, id, { labels: podLabels, namespaces: kplus.Namespaces.select(chart, `${id}-namespace`, { labels: { 'kubernetes.io/metadata.name': namespace } }) });
  new kplus.NetworkPolicy(chart, 'egress', {
    metadata: { name: `${name}-egress`, labels },
    selector,
    egress: {
      rules: [
        { peer: pods('dns', 'kube-system', { 'k8s-app': 'kube-dns' }), ports: [kplus.NetworkPolicyPort.tcp(53), kplus.NetworkPolicyPort.udp(53)] },
        { peer: kplus.Namespaces.select(chart, 'nats', { labels: { 'kubernetes.io/metadata.name': 'nats' } }), ports: [kplus.NetworkPolicyPort.tcp(4222)] },
        { peer: pods('next', NAMESPACE, { app: next }), ports: [kplus.NetworkPolicyPort.tcp(8080)] },
      ],
    },
  });
  new kplus.NetworkPolicy(chart, 'ingress', {
    metadata: { name: `${name}-ingress`, labels },
    selector,
    ingress: {
      rules: [{ peer: kplus.Namespaces.select(chart, 'own', { labels: { 'kubernetes.io/metadata.name': NAMESPACE } }), ports: [kplus.NetworkPolicyPort.tcp(8080)] }],
    },
  });
}
