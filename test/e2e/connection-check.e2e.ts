import { Chart } from 'cdk8s';
import { client, NATS, render } from './support/apps';
import { describeOnCluster } from './support/cluster';
import { endOf, PodEnd } from './support/jobs';
import { apply, get } from './support/kubectl';
import { startServer } from './support/servers';
import { KnownSecret, NatsServer } from '../../src/address';
import { AppConfig } from '../../src/config';
import { NatsConnectionCheck } from '../../src/monitoring';
import { Subject } from '../../src/subject';

const APPS = 'e2e-check-apps';
const SERVERS = 'e2e-check-servers';
const LOGIN = KnownSecret.of({ name: 'login', keys: ['user', 'password'] });

/** A policy of the namespace of the servers that lets one pod in. */
const ONE_CLIENT = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'one-client', namespace: SERVERS },
  spec: {
    podSelector: { matchLabels: { app: 'guarded' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': APPS } }, podSelector: { matchLabels: { app: 'friend' } } }] }],
  },
};

/** The policy of rule book §14 as it is written there, for a pod. */
const RULE_BOOK_POLICY = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'allow-nats', namespace: APPS },
  spec: {
    podSelector: { matchLabels: { app: 'by-rule-book' } },
    policyTypes: ['Egress'],
    egress: [{ to: [{ namespaceSelector: { matchLabels: { name: 'nats' } } }], ports: [{ protocol: 'TCP', port: 4222 }] }],
  },
};

function server(service: string, login = false): NatsServer {
  const credentials = login ? { user: LOGIN.key('user'), password: LOGIN.key('password') } : undefined;
  return NatsServer.of({ service, namespace: SERVERS, podLabels: { app: service }, credentials });
}

/** Applies a client of a server with the check of its connection, without the objects that a test takes out; and how the check ends. */
async function check(name: string, nats: NatsServer, keep: (object: any) => boolean = () => true): Promise<PodEnd> {
  await apply(render(APPS, (chart: Chart) => {
    const workload = client(chart, name, { publishes: [Subject.of(`${name}.ticks`, { subscribedElsewhere: true }).inProgram()] });
    workload.connectTo(nats, { config: new AppConfig(chart, 'settings', { name: `${name}-config` }) });
    new NatsConnectionCheck(chart, 'check', { workload, publish: true, tries: 2 });
  }).filter(keep));
  return endOf(`${name}-nats-check`, APPS);
}

describeOnCluster('the check of a connection', { namespaces: [APPS, SERVERS] }, () => {
  beforeAll(async () => {
    await apply([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login', namespace: APPS }, stringData: { user: 'bot', password: 'p"w\\d' } }, ONE_CLIENT, RULE_BOOK_POLICY]);
    await Promise.all([
      startServer('same', SERVERS, { args: ['--user', 'bot', '--pass', 'p"w\\d'] }),
      startServer('other', SERVERS, { args: ['--user', 'bot', '--pass', 'x'] }),
      startServer('guarded', SERVERS),
    ]);
  });

  test('passes on the way that the policies of the library let through', async () => {
    expect((await check('plain', NATS)).code).toBe(0);
  });

  test('passes with the login of the workload', async () => {
    expect((await check('login', server('same', true))).code).toBe(0);
  });

  test('ends with 15 where the server knows another login', async () => {
    expect((await check('stranger', server('other', true))).code).toBe(15);
  });

  test('ends with 10 where no Service has the name', async () => {
    expect((await check('lost', server('nowhere'))).code).toBe(10);
  });

  test('ends with 12 where the server does not let the workload in', async () => {
    expect((await check('unwanted', server('guarded'))).code).toBe(12);
  });

  test('passes where the server lets the workload in', async () => {
    expect((await check('friend', server('guarded'))).code).toBe(0);
  });

  test('ends with 18 behind the policy of the rule book, which leaves out the DNS', async () => {
    expect((await check('by-rule-book', NATS, ({ kind }) => kind !== 'NetworkPolicy')).code).toBe(18);
  });

  test('never makes a pod that a Service takes', async () => {
    const { items } = await get('pods', '-n', APPS, '-l', 'job-name');
    expect(items.filter(({ status }: any) => status.conditions.some(({ type, status: is, reason }: any) => type === 'Ready' && is === 'True' && reason !== 'PodCompleted'))).toEqual([]);
  });
});
