import { execFile } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { describeOnCluster } from './support/cluster';
import { get, kubectl, until } from './support/kubectl';
import { PROJECT } from '../support/shared';

const APPS = 'e2e-migrate-apps';
const NAME = 'nats://nats-server.nats.svc.cluster.local:4222';

const manifests = (ip: string): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: shared-config, namespace: ${APPS} }
data:
  NATS_URL: nats://${ip}:4222 # the old server
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: quotes, namespace: ${APPS} }
spec:
  selector: { matchLabels: { app: quotes } }
  template:
    metadata: { labels: { app: quotes } }
    spec:
      containers:
        - name: quotes
          image: busybox:1.36.1
          command: [sh, -c, 'trap exit TERM; while true; do sleep 1; done']
          env:
            - { name: NATS_URL, valueFrom: { configMapKeyRef: { name: shared-config, key: NATS_URL } } }
`;

/** Runs a program in a folder, and returns what it prints. */
function runIn(folder: string, program: string, args: readonly string[], input?: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = execFile(program, args, { cwd: folder }, (error, out, err) => {
      if (error) fail(new Error(`${program} ${args.join(' ')}: ${out}${err}`));
      else done(out);
    });
    child.stdin!.end(input ?? '');
  });
}

const petrosaNats = (...args: string[]): Promise<string> =>
  runIn(PROJECT, 'node', ['--import', 'tsx', '-e', "require('./src/cli/start').start()", 'petrosa-nats', ...args]);

describeOnCluster('a migration from an address to the name', { namespaces: [APPS] }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-migrate-'));
  const file = join(folder, 'quotes.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What the program of the running pod was told. */
  async function urlInPod(): Promise<string | undefined> {
    const { items } = await get('pods', '-n', APPS, '-l', 'app=quotes');
    const running = items.filter(({ metadata, status }: any) => metadata.deletionTimestamp === undefined && status.containerStatuses?.[0].ready);
    return running.length === 1 ? (await kubectl(['exec', '-n', APPS, running[0].metadata.name, '--', 'sh', '-c', 'echo "$NATS_URL"'])).trim() : undefined;
  }

  test('is done by the plan that it prints', async () => {
    const { spec: { clusterIP } } = await get('service', 'nats-server', '-n', 'nats');
    writeFileSync(file, manifests(clusterIP));
    await kubectl(['apply', '-f', file]);
    expect(await until('the start of the pod', urlInPod)).toBe(`nats://${clusterIP}:4222`);

    const state = join(folder, 'state.txt');
    writeFileSync(state, await kubectl(['get', 'configmaps,services,networkpolicies,namespaces,deployments,endpoints', '-A', '-o', 'yaml']));
    const plan = await petrosaNats('migrate', file, '--cluster-state', state, '--server', 'nats/nats-server', '--write', '--script');
    expect(readFileSync(file, 'utf8')).toBe(manifests(clusterIP).replace(`nats://${clusterIP}:4222`, NAME));

    await runIn(PROJECT, 'sh', ['-e'], plan);
    expect(await until('one pod', urlInPod)).toBe(NAME);
  });
});
