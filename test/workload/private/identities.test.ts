import { Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { HttpsApi } from '../../../src/address';
import { INatsAwareWorkload, JobSchedule, NatsAwareCronJob, NatsAwareDeployment, NatsAwareJob } from '../../../src/workload';
import { appsChart, BOT, find, names, synth } from '../support';

type Labels = { [key: string]: string };
type Kind = 'deployment' | 'cronJob' | 'job';
interface More { readonly sharesPodsWith?: INatsAwareWorkload[]; readonly namespace?: string; readonly podLabels?: Labels }

function make(chart: Chart, kind: Kind, name: string, labels: Labels, { sharesPodsWith, namespace, podLabels }: More = {}) {
  const props = { ...BOT, metadata: { name, namespace }, labels, sharesPodsWith, podMetadata: { labels: podLabels } };
  switch (kind) {
    case 'deployment': return new NatsAwareDeployment(chart, name, props);
    case 'job': return new NatsAwareJob(chart, name, props);
    default: return new NatsAwareCronJob(chart, name, { ...props, schedule: JobSchedule.expression('@daily') });
  }
}

test.each<[string, Labels, Kind]>([
  ['equal to', { app: 'bot' }, 'deployment'],
  ['a superset of', { app: 'bot', component: 'job' }, 'deployment'],
  ['a superset of', { app: 'bot', component: 'job' }, 'cronJob'],
  ['equal to', { app: 'bot' }, 'job'],
])('an identity %s that of a Deployment throws', (_, labels, kind) => {
  const chart = appsChart();
  make(chart, 'deployment', 'bot', { app: 'bot' });
  expect(() => make(chart, kind, 'other', labels)).toThrow('apps/other: labels app=bot');
  expect(() => make(chart, kind, 'another', labels)).toThrow(
    'app=bot of apps/bot select the same pods, so Services and policies of one match the other\'s; '
    + 'give each a label of its own, such as component, or say sharesPodsWith: [bot]');
});

test('an identity that is a subset of another throws', () => {
  const chart = appsChart();
  make(chart, 'job', 'job', { app: 'bot', component: 'job' });
  expect(() => make(chart, 'deployment', 'bot', { app: 'bot' })).toThrow('select the same pods');
});

test('identities of Jobs of which one is a subset of the other throw', () => {
  const chart = appsChart();
  make(chart, 'cronJob', 'a', { app: 'bot' });
  expect(() => make(chart, 'cronJob', 'b', { app: 'bot', component: 'b' })).toThrow('select the same pods');
});

test.each<[string, Labels, Labels]>([
  ['another value', { app: 'bot' }, { app: 'web' }],
  ['another key', { app: 'bot' }, { component: 'bot' }],
  ['one label in common', { app: 'bot', component: 'a' }, { app: 'bot', component: 'b' }],
])('identities with %s do not meet', (_, first, second) => {
  const chart = appsChart();
  make(chart, 'deployment', 'a', first);
  expect(() => make(chart, 'deployment', 'b', second)).not.toThrow();
});

test('sharesPodsWith allows it, whichever of the two says so', () => {
  const chart = appsChart();
  const first = make(chart, 'deployment', 'a', { app: 'bot' });
  expect(() => make(chart, 'deployment', 'b', { app: 'bot', component: 'b' }, { sharesPodsWith: [first] })).not.toThrow();
});

test('sharesPodsWith allows what it names and nothing else', () => {
  const chart = appsChart();
  const other = make(chart, 'deployment', 'other', { app: 'other' });
  make(chart, 'deployment', 'a', { app: 'bot' });
  expect(() => make(chart, 'deployment', 'b', { app: 'bot' }, { sharesPodsWith: [other] })).toThrow('select the same pods');
});

test.each([false, true])('an identity that selects the further pod labels of another throws, whoever comes first (%p)', reversed => {
  const chart = appsChart();
  const makers = [
    () => make(chart, 'job', 'migration', { job: 'mig' }, { podLabels: { app: 'x' } }),
    () => make(chart, 'deployment', 'web', { app: 'x' }),
  ];
  const [first, second] = reversed ? [...makers].reverse() : makers;
  first();
  expect(second).toThrow('select the same pods');
});

test('Jobs of which one selects the further pod labels of the other throw', () => {
  const chart = appsChart();
  make(chart, 'job', 'a', { job: 'a' }, { podLabels: { app: 'x' } });
  expect(() => make(chart, 'job', 'b', { app: 'x' })).toThrow('labels app=x and app=x,job=a of apps/a select the same pods');
});

test('further pod labels in common are no identity', () => {
  const chart = appsChart();
  make(chart, 'deployment', 'a', { app: 'a' }, { podLabels: { tier: 'x' } });
  expect(() => make(chart, 'deployment', 'b', { app: 'b' }, { podLabels: { tier: 'x' } })).not.toThrow();
});

test('other namespaces and other charts are apart', () => {
  const chart = appsChart();
  make(chart, 'deployment', 'a', { app: 'bot' });
  expect(() => make(chart, 'deployment', 'b', { app: 'bot' }, { namespace: 'other' })).not.toThrow();
  expect(() => make(appsChart('more', chart.node.root as any), 'deployment', 'c', { app: 'bot' })).not.toThrow();
});

test('CronJobs and Jobs may have one identity, and share one egress policy', () => {
  const chart = appsChart();
  make(chart, 'cronJob', 'a', { app: 'bot' }).connectTo(HttpsApi.of('a.example.com', { port: 443 }));
  make(chart, 'cronJob', 'b', { app: 'bot' }).connectTo(HttpsApi.of('b.example.com', { port: 8443 }));
  make(chart, 'job', 'c', { app: 'bot' }).connectTo(HttpsApi.of('c.example.com', { port: 443 }));
  const objects = synth(chart);
  expect(names(objects, 'NetworkPolicy')).toEqual(['NetworkPolicy/bot-egress']);
  expect(find(objects, 'NetworkPolicy').spec.egress[1].ports.map((port: any) => port.port)).toEqual([443, 8443]);
});

test('whether two identities are refused depends on the labels, not on who comes first', () => {
  const labels = fc.dictionary(fc.constantFrom('app', 'component', 'tier'), fc.constantFrom('a', 'b'), { minKeys: 1 });
  const refused = (first: Labels, second: Labels) => {
    const chart = appsChart();
    make(chart, 'deployment', 'a', first);
    try {
      make(chart, 'deployment', 'b', second);
      return false;
    } catch {
      return true;
    }
  };
  const within = (inner: Labels, outer: Labels) => Object.keys(inner).every(key => inner[key] === outer[key]);
  fc.assert(fc.property(labels, labels, (a, b) => {
    expect(refused(a, b)).toBe(within(a, b) || within(b, a));
    expect(refused(b, a)).toBe(refused(a, b));
  }));
});
