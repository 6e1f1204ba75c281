import { App, Chart, Duration } from 'cdk8s';
import { NatsAwareDeploymentProps } from '../../../src/workload';
import { podProps } from '../../../src/workload/private/pod-props';
import { appsChart, BOT } from '../support';

const checked = (props: Partial<NatsAwareDeploymentProps>, longestName?: number) =>
  podProps<NatsAwareDeploymentProps>(appsChart(), 'bot', { ...BOT, ...props }, longestName);

test('a client has 45 seconds to drain its connection', () => {
  expect(checked({}).terminationGracePeriod?.toSeconds()).toBe(45);
});

test('a longer drain has as much more time', () => {
  expect(checked({ drainTimeout: Duration.minutes(2) }).terminationGracePeriod?.toSeconds()).toBe(135);
});

test('a given grace period stays', () => {
  expect(checked({ terminationGracePeriod: Duration.seconds(5) }).terminationGracePeriod?.toSeconds()).toBe(5);
});

test('the workload carries the identity, and labels of its own win', () => {
  expect(checked({ metadata: { name: 'bot', labels: { app: 'x', tier: 'y' } } }).metadata?.labels).toEqual({ app: 'x', tier: 'y' });
  expect(checked({}).metadata?.labels).toEqual({ app: 'bot' });
});

test('cdk8s-plus is told not to select by the construct path', () => {
  expect(checked({}).select).toBe(false);
});

test.each<[string, Partial<NatsAwareDeploymentProps>, string]>([
  ['no metadata', { metadata: undefined }, 'it has no name; give metadata.name'],
  ['no name', { metadata: {} }, 'it has no name'],
  ['a name with capitals', { metadata: { name: 'Bot' } }, '"Bot" is no name that Kubernetes takes'],
  ['a name with an underscore', { metadata: { name: 'a_b' } }, '"a_b" is no name'],
  ['no labels', { labels: {} }, 'labels is empty and would select every pod of the namespace'],
  ['missing labels', { labels: undefined as unknown as {} }, 'labels is empty and would select every pod of the namespace'],
  ['a label value that Kubernetes refuses', { labels: { app: 'a b' } }, "label app has the invalid value 'a b'"],
  ['a label key that Kubernetes refuses', { labels: { 'a b': 'x' } }, "label key 'a b' is invalid"],
  ['pod labels against the identity', { podMetadata: { labels: { app: 'x' } } }, 'podMetadata gives label app another value than the identity'],
  ['a list of no wired containers', { wiredContainers: [] }, 'wiredContainers is empty and would wire nothing'],
  ['isolate', { isolate: true }, 'isolate closes every pod of the namespace; use DefaultDenyPolicy'],
  ['select', { select: false }, 'select is decided by labels; remove it'],
])('%s is refused with the path', (_, props, message) => {
  expect(() => checked(props)).toThrow(`apps/bot: ${message}`);
});

test('further pod labels are taken', () => {
  expect(checked({ podMetadata: { labels: { version: '1', app: 'bot' } } }).podMetadata?.labels).toEqual({ version: '1', app: 'bot' });
});

test('a name may be as long as the kind of workload allows', () => {
  expect(() => checked({ metadata: { name: 'a'.repeat(52) } }, 52)).not.toThrow();
  expect(() => checked({ metadata: { name: 'a'.repeat(53) } }, 52)).toThrow('at most 52');
});

test('a workload at the top of the tree has its id as path', () => {
  expect(() => podProps(new App() as unknown as Chart, 'bot', { ...BOT, labels: {} })).toThrow(/^bot: labels is empty/);
});
