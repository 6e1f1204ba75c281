import { apply, kubectl } from './kubectl';

/** A client of busybox, which says by the words of the rule book how its connection fares. */
export const CONNECTING = `
while true; do
  rest=\${NATS_URL#*://}
  nc -w 3 "\${rest%:*}" "\${rest##*:}" -e sh -c 'printf "CONNECT {}\\r\\nPING\\r\\n"
    while read -r line; do case $line in PING*) printf "PONG\\r\\n";; PONG*) echo "Connected to NATS server" >&2;; esac; done'
  echo "Failed to connect to NATS"
  sleep 1
done`;

/** Starts a client with a ConfigMap of its own, and waits until its pod runs. */
export async function startClient(name: string, namespace: string, url: string): Promise<void> {
  const labels = { app: name };
  const env = [{ name: 'NATS_URL', valueFrom: { configMapKeyRef: { name: `${name}-config`, key: 'NATS_URL' } } }];
  await apply([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-config`, namespace }, data: { NATS_URL: url } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { terminationGracePeriodSeconds: 1, containers: [{ name, image: 'busybox:1.36.1', command: ['sh', '-c', CONNECTING], env }] } },
      },
    },
  ]);
  await kubectl(['rollout', 'status', `deployment/${name}`, '-n', namespace, '--timeout=60s']);
}
