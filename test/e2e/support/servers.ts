import { apply, get, kubectl } from './kubectl';

/** How a server differs from a Deployment that takes everybody. */
interface ServerOptions {
  readonly kind?: 'Deployment' | 'StatefulSet';
  readonly args?: readonly string[];
}

/** Starts a server of the image that the cluster has, with its Service, and waits until it is ready. */
export async function startServer(name: string, namespace: string, { kind = 'Deployment', args = [] }: ServerOptions = {}): Promise<void> {
  const { spec } = await get('deployment', 'nats-server', '-n', 'nats');
  const [{ image }] = spec.template.spec.containers;
  const labels = { app: name };
  const ports = [{ name: 'client', port: 4222 }, { name: 'monitor', port: 8222 }];
  const container = { name: 'nats', image, args: ['--port', '4222', '--http_port', '8222', ...args], readinessProbe: { tcpSocket: { port: 4222 }, periodSeconds: 1 } };
  await apply([
    { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { selector: labels, ports } },
    {
      apiVersion: 'apps/v1',
      kind,
      metadata: { name, namespace },
      spec: {
        ...kind === 'StatefulSet' && { serviceName: name },
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [container] } },
      },
    },
  ]);
  await kubectl(['rollout', 'status', `${kind.toLowerCase()}/${name}`, '-n', namespace, '--timeout=60s']);
}
