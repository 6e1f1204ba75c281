import { deployment, networkOf, workload } from './support/network';
import { SearchList, searchListOf } from '../../src/reachability/search-list';

const DNS = '10.96.0.10';
const CLUSTER = ['shop.svc.cluster.local', 'svc.cluster.local', 'cluster.local'];
const OF_NODE: SearchList = { domains: [], added: [], ndots: 1, servesCluster: 'no', field: 'dnsPolicy', base: 'node', nameservers: [] };

/** How a pod of namespace shop with these fields looks up names. */
function listOf(fields = ''): SearchList {
  return searchListOf(workload(networkOf(deployment('web', 'shop', { podSpec: `{ containers: []${fields && `, ${fields}`} }` })), 'web'), 'cluster.local', [DNS]);
}

describe('the search list of a pod', () => {
  test.each([
    ['is the cluster\'s where nothing is written', '', { domains: CLUSTER, added: [], ndots: 5, servesCluster: 'yes', field: 'dnsPolicy', base: 'cluster', nameservers: [] }],
    ['has the searches of dnsConfig behind the cluster\'s', 'dnsConfig: { searches: [example.com] }',
      { domains: [...CLUSTER, 'example.com'], added: ['example.com'], ndots: 5, servesCluster: 'yes', field: 'dnsPolicy', base: 'cluster', nameservers: [] }],
    ['is the node\'s for dnsPolicy Default', 'dnsPolicy: Default', OF_NODE],
    ['is the node\'s for dnsPolicy Default in the network of the node', 'dnsPolicy: Default, hostNetwork: true', OF_NODE],
    ['is the node\'s for ClusterFirst in the network of the node', 'hostNetwork: true', { ...OF_NODE, field: 'hostNetwork' }],
    ['is the cluster\'s for ClusterFirstWithHostNet in the network of the node', 'dnsPolicy: ClusterFirstWithHostNet, hostNetwork: true',
      { domains: CLUSTER, added: [], ndots: 5, servesCluster: 'yes', field: 'dnsPolicy', base: 'cluster', nameservers: [] }],
    ['is that of dnsConfig alone for dnsPolicy None', 'dnsPolicy: None, dnsConfig: { nameservers: [1.1.1.1], searches: [example.com] }',
      { domains: ['example.com'], added: ['example.com'], ndots: 1, servesCluster: 'no', field: 'dnsConfig', base: 'none', nameservers: ['1.1.1.1'] }],
    ['has the servers of dnsConfig behind the cluster\'s', 'dnsConfig: { nameservers: [1.1.1.1] }',
      { domains: CLUSTER, added: [], ndots: 5, servesCluster: 'yes', field: 'dnsPolicy', base: 'cluster', nameservers: ['1.1.1.1'] }],
    ['has the servers of dnsConfig behind the node\'s, a public one of which does not know the cluster', 'dnsPolicy: Default, dnsConfig: { nameservers: [1.1.1.1] }',
      { ...OF_NODE, nameservers: ['1.1.1.1'] }],
    ['serves the cluster perhaps where one of them may know it', 'hostNetwork: true, dnsConfig: { nameservers: [1.1.1.1, 10.9.9.9] }',
      { ...OF_NODE, servesCluster: 'maybe', field: 'hostNetwork', nameservers: ['1.1.1.1', '10.9.9.9'] }],
    ['has two servers behind the node\'s, each counted once', 'dnsPolicy: Default, dnsConfig: { nameservers: [1.1.1.1, 1.1.1.1, 10.9.9.9, 1.0.0.1] }',
      { ...OF_NODE, servesCluster: 'maybe', nameservers: ['1.1.1.1', '10.9.9.9'] }],
    ['does not serve the cluster where the only one to know it has no room', 'dnsPolicy: Default, dnsConfig: { nameservers: [1.1.1.1, 1.0.0.1, 10.9.9.9] }',
      { ...OF_NODE, nameservers: ['1.1.1.1', '1.0.0.1'] }],
    ['has two servers behind the cluster\'s, each counted once', 'dnsConfig: { nameservers: [1.1.1.1, 10.96.0.10, 1.1.1.1, 1.0.0.1, 10.9.9.9] }',
      { domains: CLUSTER, added: [], ndots: 5, servesCluster: 'yes', field: 'dnsPolicy', base: 'cluster', nameservers: ['1.1.1.1', '1.0.0.1'] }],
    ['leaves out what is no text', 'dnsPolicy: None, dnsConfig: { nameservers: [5, 1.1.1.1], searches: [5, example.com] }',
      { domains: ['example.com'], added: ['example.com'], ndots: 1, servesCluster: 'no', field: 'dnsConfig', base: 'none', nameservers: ['1.1.1.1'] }],
  ])('%s', (_, fields, expected) => expect(listOf(fields)).toEqual(expected));

  test.each([
    ['the cluster\'s DNS', `[${DNS}]`, 'yes'],
    ['the cluster\'s DNS before others', `[${DNS}, 1.1.1.1]`, 'yes'],
    ['the cluster\'s DNS after another, whose answer counts', `[1.1.1.1, ${DNS}]`, 'maybe'],
    ['other servers', '[10.9.9.9]', 'maybe'],
    ['public servers', '[1.1.1.1]', 'no'],
    ['no server', '[]', 'maybe'],
  ])('serves the cluster or not where dnsConfig names %s', (_, nameservers, expected) => {
    expect(listOf(`dnsPolicy: None, dnsConfig: { nameservers: ${nameservers} }`).servesCluster).toBe(expected);
  });

  test.each([
    ['behind other options', '[{ name: timeout, value: "3" }, { name: ndots, value: "2" }]', 2],
    ['with two digits', '[{ name: ndots, value: "15" }]', 15],
    ['that is zero', '[{ name: ndots, value: "0" }]', 0],
    ['without a value as if there were none', '[{ name: ndots }]', 5],
    ['that ends in a letter as if there were none', '[{ name: ndots, value: 2x }]', 5],
    ['that begins with a letter as if there were none', '[{ name: ndots, value: x2 }]', 5],
  ])('takes ndots %s', (_, options, expected) => expect(listOf(`dnsConfig: { options: ${options} }`).ndots).toBe(expected));

  test.each(['None', 'Default', 'ClusterFirst'])('takes ndots from dnsConfig for dnsPolicy %s', (policy) => {
    expect(listOf(`dnsPolicy: ${policy}, dnsConfig: { options: [{ name: ndots, value: "3" }] }`).ndots).toBe(3);
  });
});
