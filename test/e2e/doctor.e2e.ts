import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { startClient } from './support/clients';
import { describeOnCluster } from './support/cluster';
import { apply, get, kubectl, until } from './support/kubectl';
import { startServer } from './support/servers';
import { probeScript } from '../../src/probe';

const APPS = 'e2e-doctor-apps';
const SERVERS = 'e2e-doctor-servers';
const ROOT = join(__dirname, '../..');
const START = ['--import', 'tsx', '-e', 'require("./src/cli").start()', 'petrosa-nats', 'doctor'];

interface Check {
  readonly id: string;
  readonly status: string;
  readonly detail?: string;
  readonly issue?: { readonly number: number };
}

/** What doctor says of the first client, as it exits and check by check. */
interface Examined {
  readonly code: number | null;
  readonly checks: ReadonlyMap<string, Check>;
  readonly issues: number[];
  readonly unlisted: string[];
  readonly err: string;
}

function doctor(...argv: string[]): Examined {
  const { status, stdout, stderr } = spawnSync('node', [...START, '-n', APPS, '-o', 'json', ...argv], { cwd: ROOT, encoding: 'utf8' });
  const report = stdout === '' ? undefined : JSON.parse(stdout) as { workloads: { checks: Check[] }[]; unlisted: { resource: string }[] };
  const checks = report?.workloads[0].checks ?? [];
  const issues = [...new Set(checks.flatMap(({ issue }) => issue?.number ?? []))].sort();
  const unlisted = report?.unlisted.map(({ resource }) => resource) ?? [];
  return { code: status, checks: new Map(checks.map(check => [check.id, check])), issues, unlisted, err: stderr };
}

const urlOf = (server: string): string => `nats://${server}.${SERVERS}.svc.cluster.local:4222`;
const probes = async (): Promise<string[]> => {
  const { items } = await get('pods', '-n', APPS);
  return items.filter(({ metadata }: any) => metadata.deletionTimestamp === undefined).map(({ metadata }: any) => metadata.name).filter((name: string) => name.startsWith('petrosa-nats-doctor'));
};

describeOnCluster('doctor', { namespaces: [APPS, SERVERS] }, () => {
  beforeAll(async () => {
    await startServer('hub', SERVERS);
    await startClient('well', APPS, urlOf('hub'));
  });

  test('says of a client that is well that it is, from a pod too', async () => {
    await until('the connection', async () => (await kubectl(['logs', 'deployment/well', '-n', APPS])).includes('Connected') || undefined);
    const { code, checks } = doctor('deployment/well', '--probe');
    expect([code, [...checks.values()].filter(({ status }) => status !== 'ok' && status !== 'warning')]).toEqual([0, []]);
    expect(await probes()).toEqual([]);
  });

  test('names issue 1 where the Service exists nowhere', async () => {
    await startClient('lost', APPS, urlOf('no-such-hub'));
    const { code, issues, checks } = doctor('deployment/lost', '--probe');
    expect([code, issues, checks.get('service-exists')?.status, checks.get('probe-dns')?.status]).toEqual([1, [1], 'failed', 'failed']);
  });

  test('names issue 2 where no pod is behind the Service', async () => {
    await apply([{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'empty', namespace: SERVERS }, spec: { selector: { app: 'nobody' }, ports: [{ port: 4222 }] } }]);
    await startClient('refused', APPS, urlOf('empty'));
    const { code, issues } = doctor('deployment/refused');
    expect([code, issues]).toEqual([1, [2]]);
  });

  test('names issue 3 for the rule book\'s own policy, and the probe sees it', async () => {
    await startClient('blocked', APPS, urlOf('hub'));
    await apply([{
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'allow-nats', namespace: APPS },
      spec: {
        podSelector: { matchLabels: { app: 'blocked' } },
        policyTypes: ['Egress'],
        egress: [{ to: [{ namespaceSelector: { matchLabels: { name: 'nats' } } }], ports: [{ protocol: 'TCP', port: 4222 }] }],
      },
    }]);
    const { code, issues, checks } = doctor('deployment/blocked', '--probe');
    expect([code, issues, ['policy-dns', 'policy-egress', 'policy-ingress', 'probe-dns'].map(id => checks.get(id)?.status)])
      .toEqual([1, [3], ['failed', 'failed', 'ok', 'failed']]);
  });

  test('names issue 4 where the Service is in another namespace', async () => {
    await startClient('elsewhere', APPS, 'nats://hub:4222');
    const { code, issues, checks } = doctor('deployment/elsewhere');
    expect([code, issues, checks.get('service-exists')?.detail]).toEqual([1, [4], `Service hub does not exist in namespace ${APPS}, but in ${SERVERS}`]);
  });

  test('sees the pods that a change of the configuration left behind', async () => {
    await startClient('stale', APPS, urlOf('old-hub'));
    await kubectl(['patch', 'configmap', 'stale-config', '-n', APPS, '--type=merge', '-p', JSON.stringify({ data: { NATS_URL: urlOf('hub') } })]);
    expect(doctor('deployment/stale').checks.get('pods-current')).toMatchObject({ status: 'failed', detail: expect.stringContaining(urlOf('old-hub')) });
  });

  test('says what keeps a pod that waits for the server', async () => {
    const env = [{ name: 'NATS_URL', value: urlOf('empty') }, { name: 'DEADLINE_SECONDS', value: '600' }];
    const container = { image: 'busybox:1.36.1', env };
    const spec = {
      terminationGracePeriodSeconds: 1,
      initContainers: [{ ...container, name: 'wait-for-nats', command: ['sh', '-c', probeScript('wait-for-nats')] }],
      containers: [{ ...container, name: 'held', command: ['sleep', '3600'] }],
    };
    await apply([{
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'held', namespace: APPS },
      spec: { selector: { matchLabels: { app: 'held' } }, template: { metadata: { labels: { app: 'held' } }, spec } },
    }]);
    const found = await until('the word of the init container', async () => {
      const { checks } = doctor('deployment/held');
      return checks.get('workload-log')?.status === 'failed' ? checks : undefined;
    });
    expect(['pods-run', 'workload-log'].map(id => found.get(id)?.detail)).toEqual([
      expect.stringMatching(/its init container wait-for-nats still runs$/), expect.stringMatching(/which says: waiting for NATS at empty\./),
    ]);
  });

  test('sees a login that the server refuses, where it stands', async () => {
    await startServer('guarded', SERVERS, { args: ['--user', 'mia', '--pass', 'right'] });
    await startClient('stranger', APPS, urlOf('guarded'));
    const found = await until('a refused login', async () => {
      const { checks } = doctor('deployment/stranger');
      return checks.get('closed-connections')?.status === 'failed' ? checks : undefined;
    });
    expect(['closed-connections', 'server-log', 'server-connections', 'policy-egress'].map(id => found.get(id)?.status)).toEqual(['failed', 'failed', 'failed', 'ok']);
  });

  test('names the rights that somebody lacks, and goes on', async () => {
    const rules = [
      { apiGroups: ['', 'apps', 'networking.k8s.io'], resources: ['pods', 'pods/log', 'configmaps', 'events', 'deployments', 'networkpolicies'], verbs: ['get', 'list'] },
    ];
    await apply([
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'looker', namespace: APPS } },
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'looker', namespace: APPS }, rules },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'looker', namespace: APPS },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'looker' },
        subjects: [{ kind: 'ServiceAccount', name: 'looker', namespace: APPS }],
      },
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'looker-'));
    try {
      const config = JSON.parse(await kubectl(['config', 'view', '--raw', '--minify', '-o', 'json'])) as { users: { user: object }[] };
      config.users[0].user = { token: (await kubectl(['create', 'token', 'looker', '-n', APPS])).trim() };
      writeFileSync(join(folder, 'kubeconfig'), JSON.stringify(config), { mode: 0o600 });
      const { code, checks } = doctor('deployment/well', '--kubeconfig', join(folder, 'kubeconfig'), '--probe');
      expect([code, ...['pods-run', 'policy-egress', 'workload-log', 'service-exists', 'policy-ingress', 'probe-dns'].map(id => checks.get(id))]).toMatchObject([
        2,
        { status: 'ok' },
        { status: 'ok' },
        { status: expect.stringMatching(/^(ok|warning)$/) },
        { status: 'unchecked', detail: `no right to list services in namespace ${SERVERS}` },
        { status: 'unchecked', detail: `no right to list networkpolicies.networking.k8s.io in namespace ${SERVERS}` },
        { status: 'unchecked', detail: `no right to create pods in namespace ${APPS}` },
      ]);
      expect(doctor('--kubeconfig', join(folder, 'kubeconfig')).unlisted).toEqual(['statefulsets', 'daemonsets', 'cronjobs', 'jobs']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('removes the probe whose image cannot be pulled', async () => {
    const { code, checks } = doctor('deployment/well', '--probe', '--probe-image', 'registry.invalid/nothing:1');
    expect([code, checks.get('probe-dns')?.status, await probes()]).toEqual([2, 'unchecked', []]);
  });

  test('ends in 2 with one line where the workload does not exist', () => {
    expect(doctor('deployment/wel')).toMatchObject({ code: 2, err: `petrosa-nats: there is no workload deployment/wel in namespace ${APPS}: did you mean deployment/well?\n` });
  });
});
