import { describeOnCluster } from './support/cluster';
import { endOf } from './support/jobs';
import { defineKinds, removeKinds } from './support/kinds';
import { apply, get, kubectl, until } from './support/kubectl';
import { LISTENING, missingSources, standIn, standInOf } from './support/stand-ins';
import { probeScript } from '../../src/probe';
import { synthPlatform, synthQuickstart } from '../examples/support/synth';
import { Manifest } from '../support/manifests';

const APPS = 'petrosa-apps';
const OBSERVABILITY = 'observability';
const ELSEWHERE = 'e2e-elsewhere';
const NATS_URL = 'nats://nats-server.nats.svc.cluster.local:4222';

const platform = synthPlatform();
/** Runs as it is: its image is for any cluster. */
const CHECK = platform.find(({ metadata }) => metadata.name === 'petrosa-cio-nats-check')!;
const workloads = platform.filter(object => (object.spec?.jobTemplate?.spec ?? object.spec)?.template && object !== CHECK);

/** What the platform talks to and does not render, and somebody it does not know. */
const OTHERS = [
  standIn('data-manager', APPS, { app: 'data-manager' }),
  standIn('tradeengine', APPS, { app: 'petrosa-tradeengine' }),
  standIn('redis', APPS, { app: 'redis' }),
  standIn('collector', OBSERVABILITY, { app: 'otel-collector' }),
  standIn('stranger', ELSEWHERE, { app: 'stranger' }),
];

/** One workload of each identity: policies cannot tell those of one identity apart. */
const DISTINCT = [...new Map(workloads.map(workload => [JSON.stringify(standInOf(workload).metadata.labels), workload])).values()].map(standInOf);

const EXTRACTION = ['collector:4317', 'data-manager:8000', 'nats:4222'];
const APIS = [
  'data-extractor-api-deployment:8080', 'petrosa-cio-deployment:8000', 'petrosa-cio-deployment:9090',
  'petrosa-realtime-strategies-deployment:8080', 'petrosa-ta-bot-deployment:8000',
];

/** What each identity declares that runs here. Nobody says which pods are Redis, so cio reaches its port on all of the namespace that let it in. */
const REACHED: Readonly<Record<string, readonly string[]>> = {
  'binance-klines-d1-data-manager-production-cronjob': EXTRACTION,
  'binance-klines-d1-mongodb-production-cronjob': EXTRACTION,
  'binance-klines-d1-production-cronjob': EXTRACTION,
  'binance-klines-gap-filler-d1-cronjob': ['collector:4317', 'nats:4222'],
  'data-extractor-api-deployment': ['collector:4317', 'data-manager:8000'],
  'petrosa-cio-deployment': [
    ...['d1-data-manager-production', 'd1-mongodb-production', 'd1-production', 'gap-filler-d1'].map(name => `binance-klines-${name}-cronjob:6379`),
    'collector:4317', 'data-manager:6379', 'data-manager:8000', 'nats:4222', 'petrosa-realtime-strategies-deployment:8080', 'petrosa-ta-bot-deployment:8000',
    'redis:6379', 'ta-bot-mysql-migration-timeframe-job:6379', 'tradeengine:6379', 'tradeengine:8000',
  ],
  'petrosa-realtime-strategies-deployment': ['collector:4317', 'data-manager:8000', 'nats:4222', 'petrosa-ta-bot-deployment:8000', 'tradeengine:8000'],
  'petrosa-ta-bot-deployment': ['collector:4317', 'data-manager:8000', 'nats:4222', 'tradeengine:8000'],
  'ta-bot-mysql-migration-timeframe-job': [],
};

/** The APIs let in their own namespace and that of the collector. */
const LET_IN: Readonly<Record<string, readonly string[]>> = { 'collector': APIS, 'data-manager': APIS, 'redis': APIS, 'stranger': [], 'tradeengine': APIS };

async function exec({ metadata: { namespace = '', name } }: Manifest, script: string, env: readonly string[] = []): Promise<string> {
  return kubectl(['exec', '-n', namespace, name, '--', 'env', ...env, 'sh', '-c', script]);
}

describeOnCluster('the examples', { namespaces: [APPS, OBSERVABILITY, ELSEWHERE] }, () => {
  beforeAll(() => defineKinds('monitoring.coreos.com', platform));
  afterAll(removeKinds);

  test('the API server takes the quickstart', async () => {
    await expect(apply(synthQuickstart())).resolves.toBeUndefined();
    await kubectl(['delete', 'deployments,networkpolicies,configmaps', '--all', '-n', APPS]);
  });

  test('the API server takes the platform', async () => {
    await expect(apply(platform)).resolves.toBeUndefined();
    // Stand-ins take their places, since their images are not for trials.
    await kubectl(['delete', 'deployments,cronjobs,jobs,horizontalpodautoscalers', '--all', '-n', APPS]);
  });

  describe('with stand-ins for the programs', () => {
    const pods = [...workloads.map(standInOf), ...OTHERS];
    const addresses = new Map<string, string>();
    beforeAll(async () => {
      await apply(missingSources(platform, key => (key === 'NATS_URL' ? NATS_URL : 'x')));
      await apply(pods);
      await until('the start of all stand-ins', async () => {
        const running = (await Promise.all([APPS, OBSERVABILITY, ELSEWHERE, 'nats'].map(namespace => get('pods', '-n', namespace)))).flatMap(({ items }) => items)
          .filter(({ status }: any) => status.containerStatuses?.[0].ready);
        for (const { metadata: { name, labels }, status } of running) addresses.set(labels.app === 'nats-server' ? 'nats' : name, status.podIP);
        return pods.every(({ metadata }) => addresses.has(metadata.name)) ? true : undefined;
      });
    });

    test.each(workloads.map(standInOf).filter(({ spec }) => spec.containers[0].env?.some(({ name }: any) => name === 'NATS_URL')).map(pod => [pod.metadata.name, pod]))(
      '%s reaches NATS by its URL', async (_, pod) => {
        await expect(exec(pod, probeScript('check-nats'), ['TRIES=2'])).resolves.toContain('passed: NATS at nats-server.nats.svc.cluster.local:4222');
      });

    test('the check of the connection passes', async () => {
      await apply([CHECK]);
      await expect(endOf(CHECK.metadata.name, APPS)).resolves.toMatchObject({ code: 0 });
    });

    test('pods reach what is declared, and no other pod or port', async () => {
      const reached = await Promise.all(DISTINCT.map(pod => reachedBy(pod, [...DISTINCT, ...OTHERS, 'nats'])));
      expect(Object.fromEntries(reached)).toEqual(REACHED);
    });

    test('pods with an ingress policy let in whom it names, and nobody else', async () => {
      const reached = await Promise.all(OTHERS.map(pod => reachedBy(pod, DISTINCT.filter(({ metadata }) => metadata.name.endsWith('-deployment')))));
      expect(Object.fromEntries(reached)).toEqual(LET_IN);
    });

    /** The pods and ports that a pod reaches; asked twice, since an answer may be late on a busy machine. */
    async function reachedBy(pod: Manifest, targets: readonly (Manifest | 'nats')[]): Promise<[string, string[]]> {
      const asked = targets.filter(target => target !== pod).flatMap(target => (target === 'nats'
        ? [4222, 8222].map(port => ['nats', port] as const)
        : LISTENING.map(port => [target.metadata.name, port] as const)));
      const script = asked.map(([name, port]) => `(ask ${addresses.get(name)} ${port} && echo ${name}:${port}) &`).join('\n');
      const out = await exec(pod, `ask() { nc -w 3 $1 $2 -e true 2> /dev/null || nc -w 3 $1 $2 -e true 2> /dev/null; }\n${script}\nwait`);
      return [pod.metadata.name, out.split('\n').filter(line => line !== '').sort()];
    }
  });
});
