import { client, commonConfig, render } from './support/apps';
import { describeOnCluster } from './support/cluster';
import { apply, get, kubectl, until } from './support/kubectl';
import { NatsServer } from '../../src/address';

const APPS = 'e2e-wait-apps';

/** The server under a name that no Service has at first; no search list reaches a Service that another names. */
const LATE = NatsServer.of({ service: 'late', namespace: 'nats', podLabels: { app: 'nats-server' } });
const SERVICE = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'late', namespace: 'nats' }, spec: { selector: { app: 'nats-server' }, ports: [{ port: 4222 }] } };

async function podOf(name: string): Promise<any> {
  return (await get('pods', '-n', APPS, '-l', `app=${name}`)).items[0];
}

describeOnCluster('waitForNats', { namespaces: [APPS] }, () => {
  afterAll(() => kubectl(['delete', 'service', 'late', '-n', 'nats', '--ignore-not-found']));

  test('holds the pod back until the server answers', async () => {
    await apply(render(APPS, chart => client(chart, 'bot', { config: commonConfig(chart, LATE), waitForNats: {} })));
    const log = () => kubectl(['logs', '-n', APPS, '-l', 'app=bot', '-c', 'wait-for-nats']).catch(() => '');
    await until('the first line of the log', async () => ((await log()).includes('waiting for NATS at late.nats.svc.cluster.local:4222') ? true : undefined));
    expect((await podOf('bot')).status.phase).toBe('Pending');
    await apply([SERVICE]);
    await until('the start of the pod', async () => ((await podOf('bot')).status.phase === 'Running' ? true : undefined));
    expect(await log()).toMatch(/\nNATS at late\.nats\.svc\.cluster\.local:4222 answers\n$/);
  });

  test('ends at once when its pod is deleted', async () => {
    const never = NatsServer.of({ service: 'never', namespace: 'nats', podLabels: { app: 'nats-server' } });
    await apply(render(APPS, chart => client(chart, 'leaver', { config: commonConfig(chart, never), waitForNats: {} })));
    const log = () => kubectl(['logs', '-n', APPS, '-l', 'app=leaver', '-c', 'wait-for-nats']).catch(() => '');
    await until('the first line of the log', async () => ((await log()).includes('waiting for NATS') ? true : undefined));
    const { metadata: { name } } = await podOf('leaver');
    const deleted = Date.now();
    await kubectl(['delete', 'pod', name, '-n', APPS]);
    expect(Date.now() - deleted).toBeLessThan(15_000);
  });
});
