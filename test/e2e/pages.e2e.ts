import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Yaml } from 'cdk8s';
import { client, commonConfig, render } from './support/apps';
import { CONNECTING, startClient } from './support/clients';
import { describeOnCluster } from './support/cluster';
import { apply, get, kubectl, until } from './support/kubectl';
import { startServer } from './support/servers';
import { NatsServer } from '../../src/address';
import { NatsConnectionCheck } from '../../src/monitoring';
import { RUN_ON_CLUSTER } from '../docs/support/cluster-scripts';
import { Block } from '../docs/support/pages';
import { PROJECT } from '../support/shared';

/** The namespaces of the pages, with those that stand in for them. */
const NAMESPACES = new Map(['petrosa-apps', 'nats', 'shop', 'messaging'].map(namespace => [namespace, `e2e-pages-${namespace}`]));
const [APPS, NATS, SHOP, MESSAGING] = [...NAMESPACES.values()];

/** Pages whose scripts search a log for what has not happened here. */
const SEARCHING = ['docs/runbooks/NatsRefusedLogged.md', 'docs/runbooks/NatsSlowConsumers.md'];

/** A shell like that of a person, who waits until a port is forwarded and to whom a finding is no failure. Forwarding itself prints nothing. */
const SHELL = `set -euo pipefail
trap 'kill $(jobs -p) 2> /dev/null || true' EXIT
kubectl() { if [ "$1" = port-forward ]; then exec kubectl "$@" > /dev/null; else command kubectl "$@"; fi; }
curl() { for _ in $(seq 50); do command curl "$@" && return; sleep 0.2; done; return 1; }
petrosa-nats() {
  node --import '${require.resolve('tsx')}' -e 'require("${join(PROJECT, 'src/cli')}").start()' petrosa-nats "$@" || [ $? -eq 1 ]
}
`;

/** What a script of a page does in a folder, with the namespaces that stand in. */
function runIn(cwd: string, { page, code }: Block) {
  const script = code.replace(/(?<=-n )[\w-]+/g, name => NAMESPACES.get(name) ?? name).replaceAll('.nats.svc', `.${NATS}.svc`);
  const shell = SEARCHING.includes(page) ? `${SHELL}grep() { command grep "$@" || [ $? -eq 1 ]; }\n` : SHELL;
  return spawnSync('bash', ['-c', shell + script], { cwd, encoding: 'utf8', timeout: 120_000, env: { ...process.env, KUBECONFIG: join(cwd, 'kubeconfig') } });
}

/** How a script ended, and whether it printed something or wrote it to a file. */
function resultOf(cwd: string, block: Block) {
  const { status, stdout, stderr } = runIn(cwd, block);
  return { status, stderr, printed: stdout !== '' || / > \S+\n$/.test(block.code) };
}

/** The manifests of the workload that the pages tell of, as YAML. */
function quotes(): string {
  const server = NatsServer.of({ service: 'nats-server', namespace: NATS, podLabels: { app: 'nats-server' } });
  const objects = render(APPS, (chart) => {
    const config = commonConfig(chart, server);
    const workload = client(chart, 'quotes', { config, containers: [{ name: 'quotes', image: 'busybox:1.36.1', command: ['sh', '-c', CONNECTING], securityContext: { user: 65534 } }] });
    new NatsConnectionCheck(chart, 'check', { workload, tries: 2 });
  });
  return Yaml.stringify(...objects);
}

/** A stream on the server of the namespace, made by the client there. */
async function makeStream(name: string): Promise<void> {
  const config = JSON.stringify({ name, subjects: [name], storage: 'memory' });
  const request = `printf 'CONNECT {}\\r\\nPUB $JS.API.STREAM.CREATE.${name} ${config.length}\\r\\n${config}\\r\\nPING\\r\\n'; sleep 1`;
  await kubectl(['exec', '-n', APPS, 'deployment/quotes', '--', 'sh', '-c', `(${request}) | nc nats-server.${NATS}.svc.cluster.local 4222`]);
}

/** Ends the server of a pod, which starts anew. */
async function restart(pod: string, namespace: string): Promise<void> {
  await kubectl(['exec', '-n', namespace, pod, '--', '/nats-server', '--signal', 'quit=1']);
  await until('the new start', async () => {
    const { status } = await get('pod', pod, '-n', namespace);
    return status.containerStatuses[0].restartCount > 0 && status.containerStatuses[0].ready ? true : undefined;
  });
}

describeOnCluster('the scripts of the pages', { namespaces: [...NAMESPACES.values()] }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'petrosa-nats-pages-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    const manifests = quotes();
    writeFiles({
      'kubeconfig': await kubectl(['config', 'view', '--raw']),
      'dist/quotes.k8s.yaml': manifests,
      'k8s/quotes.yaml': manifests,
      'overlays/production/kustomization.yaml': 'resources: [quotes.yaml]\n',
      'overlays/production/quotes.yaml': manifests,
    });
    await kubectl(['config', 'set-context', '--current', '--namespace', SHOP, '--kubeconfig', join(folder, 'kubeconfig')]);
    const url = `nats://broker.${MESSAGING}.svc.cluster.local:4222`;
    await Promise.all([
      startServer('nats-server', NATS, { kind: 'StatefulSet', args: ['--jetstream'] }),
      startServer('broker', MESSAGING, { kind: 'StatefulSet' }),
      startClient('ticker', SHOP, url),
      startClient('prices', SHOP, url),
    ]);
    await kubectl(['apply', '-f', join(folder, 'dist')]);
    await apply([{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'clients', namespace: NATS }, spec: { podSelector: {}, ingress: [{}] } }]);
    await kubectl(['rollout', 'status', 'deployment/quotes', '-n', APPS, '--timeout=60s']);
    const check = { name: 'check', image: 'busybox:1.36.1', command: ['echo', 'passed'] };
    await apply([{ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'ticker-nats-check', namespace: SHOP }, spec: { template: { spec: { restartPolicy: 'Never', containers: [check] } } } }]);
    await Promise.all([makeStream('ticks'), restart('broker-0', MESSAGING)]);
  });

  test.each(RUN_ON_CLUSTER.map(block => [`${block.page}:${block.line}`, block] as const))('%s does its work', (_, block) => {
    expect(resultOf(folder, block)).toEqual({ status: 0, stderr: '', printed: true });
  });

  function writeFiles(files: Readonly<Record<string, string>>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
  }
});
