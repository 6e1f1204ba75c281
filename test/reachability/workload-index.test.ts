import { deployment, networkOf } from './support/network';
import { Selector } from '../../src/reachability';
import { WorkloadIndex } from '../../src/reachability/workload-index';

const index = new WorkloadIndex(networkOf(deployment('web', 'shop', { labels: { app: 'web', tier: 'front' } }) + deployment('job', 'shop', { labels: { app: 'job' } })
  + deployment('web', 'data', { labels: { app: 'web' } })).set.workloads);

const selected = (selector: unknown, namespace = 'shop'): string[] => index.selectedBy(namespace, Selector.parse(selector as never)).map(({ title }) => title);
const expression = (key: string, operator: string, ...values: string[]): object => ({ matchExpressions: [{ key, operator, values }] });
const [WEB, JOB] = ['shop/web[Deployment]', 'shop/job[Deployment]'];

describe('a selector finds workloads of a namespace', () => {
  test.each([
    ['by a label', { matchLabels: { app: 'web' } }, [WEB]],
    ['by two labels, both of which have to match', { matchLabels: { app: 'web', tier: 'back' } }, []],
    ['by a label that nothing has', { matchLabels: { app: 'none' } }, []],
    ['by everything', {}, [WEB, JOB]],
    ['by one of two values', expression('app', 'In', 'none', 'job'), [JOB]],
    ['by a value that they do not have', expression('app', 'NotIn', 'web'), [JOB]],
    ['by a label with any value', expression('tier', 'Exists'), [WEB]],
    ['by a label that a controller writes', { matchLabels: { 'app': 'job', 'pod-template-hash': 'abc' } }, [JOB]],
    ['by a label that controllers of other kinds write', { matchLabels: { 'controller-revision-hash': 'abc' } }, []],
  ])('%s', (_, selector, expected) => expect(selected(selector)).toEqual(expected));

  test('and none where the namespace has none', () => expect(selected({}, 'nowhere')).toEqual([]));
});
