import { Chart } from 'cdk8s';
import { client, render } from './support/apps';
import { describeOnCluster } from './support/cluster';
import { apply, get, until } from './support/kubectl';
import { AppConfig } from '../../src/config';

const APPS = 'e2e-config-apps';

/** Three clients: of two configurations, one each, and of none. */
function objects(values: Readonly<Record<'quotes' | 'orders', string>>): any[] {
  return render(APPS, (chart: Chart) => {
    for (const name of ['quotes', 'orders'] as const) {
      client(chart, name).useConfig(new AppConfig(chart, `${name}-config`, { name: `${name}-config`, data: { LOG_LEVEL: values[name] } }));
    }
    client(chart, 'idle');
  });
}

/** The names of the pods that run, once there is one for each client and no other. */
async function settledPods(): Promise<Record<string, string>> {
  return until('one pod for each client', async () => {
    const { items } = await get('pods', '-n', APPS);
    const settled = items.every(({ metadata, status }: any) => metadata.deletionTimestamp === undefined && status.containerStatuses?.[0].ready);
    return settled && items.length === 3 ? Object.fromEntries(items.map(({ metadata }: any) => [metadata.labels.app, metadata.name])) : undefined;
  });
}

describeOnCluster('a change of a config', { namespaces: [APPS] }, () => {
  test('replaces the pods that read it, and no others', async () => {
    await apply(objects({ quotes: 'INFO', orders: 'INFO' }));
    const before = await settledPods();
    await apply(objects({ quotes: 'DEBUG', orders: 'INFO' }));
    await until('a new pod of quotes', async () => ((await settledPods()).quotes !== before.quotes ? true : undefined));
    expect(await settledPods()).toEqual({ ...before, quotes: expect.not.stringMatching(before.quotes) });
  });

  test('that is applied again changes nothing', async () => {
    const before = await settledPods();
    await apply(objects({ quotes: 'DEBUG', orders: 'INFO' }));
    await new Promise(done => setTimeout(done, 3000));
    expect(await settledPods()).toEqual(before);
  });
});
