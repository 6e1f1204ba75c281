import { deployment, namespaceObject, networkOf } from './support/network';
import { parsePeer, Peer } from '../../src/reachability';
import { GroupIndex } from '../../src/reachability/group-index';
import { podGroupsOf } from '../../src/reachability/pod-group';

const groups = podGroupsOf(networkOf(deployment('web', 'shop', { labels: { app: 'web', tier: 'front' } }) + deployment('job', 'shop', { labels: { app: 'job' } })
  + deployment('store', 'data', { labels: { app: 'store', tier: 'back' } }) + deployment('cache', 'tools', { labels: { app: 'web', tier: 'back' } })
  + namespaceObject('data', { team: 'red' }) + namespaceObject('tools', { team: 'blue' })).set);

const selected = (peer: Peer): string[] => new GroupIndex(groups).selectedBy(peer as Peer & { type: 'pods' }, 'shop').flatMap(({ titles }) => titles);
const expression = (key: string, operator: string, ...values: string[]): object => ({ matchExpressions: [{ key, operator, values }] });
const NAME = 'kubernetes.io/metadata.name';
const [WEB, JOB, STORE, CACHE] = ['shop/web[Deployment]', 'shop/job[Deployment]', 'data/store[Deployment]', 'tools/cache[Deployment]'];

describe('a peer of a policy finds groups of pods', () => {
  test.each([
    ['of its own namespace by a label', { podSelector: { matchLabels: { app: 'web' } } }, [WEB]],
    ['of its own namespace by two labels, both of which have to match', { podSelector: { matchLabels: { app: 'web', tier: 'back' } } }, []],
    ['of its own namespace by a label that nothing has', { podSelector: { matchLabels: { app: 'none' } } }, []],
    ['of its own namespace by everything', { podSelector: {} }, [WEB, JOB]],
    ['of any namespace', { namespaceSelector: {} }, [WEB, JOB, STORE, CACHE]],
    ['of any namespace by a label', { namespaceSelector: {}, podSelector: { matchLabels: { app: 'web' } } }, [WEB, CACHE]],
    ['by one of two values', { namespaceSelector: {}, podSelector: expression('app', 'In', 'job', 'store') }, [JOB, STORE]],
    ['by a value that they do not have', { namespaceSelector: {}, podSelector: expression('tier', 'NotIn', 'back') }, [WEB, JOB]],
    ['by a label with any value', { namespaceSelector: {}, podSelector: expression('tier', 'Exists') }, [WEB, STORE, CACHE]],
    ['by the name of a namespace', { namespaceSelector: { matchLabels: { [NAME]: 'data' } } }, [STORE]],
    ['by the name of a namespace that is not there', { namespaceSelector: { matchLabels: { [NAME]: 'none' } } }, []],
    ['by one of two names of namespaces', { namespaceSelector: expression(NAME, 'In', 'data', 'tools') }, [STORE, CACHE]],
    ['by the name that a namespace does not have', { namespaceSelector: expression(NAME, 'NotIn', 'data') }, [WEB, JOB, CACHE]],
    ['by another label of a namespace', { namespaceSelector: { matchLabels: { team: 'blue' } } }, [CACHE]],
  ])('%s', (_, peer, expected) => expect(selected(parsePeer(peer as never))).toEqual(expected));
});
