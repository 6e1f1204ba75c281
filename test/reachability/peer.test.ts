import { completeLabels, LabelSet, parseIp, parsePeer, Pods, Selector } from '../../src/reachability';
import { End, matchNamespace, matchPeer } from '../../src/reachability/peer';

const typeOf = (value: unknown): string => parsePeer(value as never).type;

describe('an entry of from or to', () => {
  test.each([
    ['pods', { podSelector: {} }, 'pods'],
    ['namespaces', { namespaceSelector: {} }, 'pods'],
    ['pods of namespaces', { podSelector: {}, namespaceSelector: {} }, 'pods'],
    ['addresses', { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }, 'addresses'],
    ['null selectors beside a block', { ipBlock: { cidr: '10.0.0.0/8' }, podSelector: null }, 'addresses'],
    ['nothing, being empty', {}, 'nothing'],
    ['nothing, being null', null, 'nothing'],
    ['nothing, being null inside', { podSelector: null }, 'nothing'],
    ['nothing, having a block and a selector', { ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }, 'nothing'],
    ['nothing, having a block that is a text', { ipBlock: '10.0.0.0/8' }, 'nothing'],
    ['nothing, having no CIDR', { ipBlock: {} }, 'nothing'],
    ['nothing, having a CIDR that is none', { ipBlock: { cidr: '10.0.0.0' } }, 'nothing'],
    ['nothing, having an exception that is none', { ipBlock: { cidr: '10.0.0.0/8', except: ['x'] } }, 'nothing'],
    ['nothing, having an exception that is a number', { ipBlock: { cidr: '10.0.0.0/8', except: [10] } }, 'nothing'],
    ['nothing, having exceptions that are no list', { ipBlock: { cidr: '10.0.0.0/8', except: '10.1.0.0/16' } }, 'nothing'],
  ])('is %s', (_, value, expected) => expect(typeOf(value)).toBe(expected));

  test.each<[string, unknown, End['type'], string]>([
    ['pods do not have the address of a host', { podSelector: {} }, 'host', 'no'],
    ['a block may hold the address of a host', { ipBlock: { cidr: '8.0.0.0/8' } }, 'host', 'maybe'],
    ['a block whose exceptions leave nothing holds no host', { ipBlock: { cidr: '8.0.0.0/8', except: ['8.0.0.0/8'] } }, 'host', 'no'],
    ['an end of which nothing is known may be one of the pods', { podSelector: {} }, 'anything', 'maybe'],
    ['an end of which nothing is known may be in one of the namespaces', { namespaceSelector: { matchLabels: { name: 'data' } } }, 'anything', 'maybe'],
    ['an end of which nothing is known may be one of the pods of all namespaces', { namespaceSelector: {}, podSelector: { matchLabels: { app: 'db' } } }, 'anything', 'maybe'],
    ['an end of which nothing is known counts as admitted with all pods of all namespaces', { namespaceSelector: {} }, 'anything', 'yes'],
    ['the DNS of the node is no pod', { namespaceSelector: {} }, 'node-dns', 'no'],
    ['the DNS of the node may be in a block', { ipBlock: { cidr: '10.0.0.0/8' } }, 'node-dns', 'maybe'],
    ['the DNS of the node is among all addresses', { ipBlock: { cidr: '0.0.0.0/0' } }, 'node-dns', 'yes'],
    ['the DNS of the node is not in a block whose exceptions leave nothing', { ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } }, 'node-dns', 'no'],
    ['the DNS of the node may have no address of IPv6', { ipBlock: { cidr: '::/96' } }, 'node-dns', 'maybe'],
    ['what the API server refuses admits no host', {}, 'host', 'no'],
    ['what the API server refuses admits nothing of which nothing is known', {}, 'anything', 'no'],
    ['the DNS of the node may be among the excepted addresses', { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }, 'node-dns', 'maybe'],
    ['an end of which nothing is known is not admitted by a refused selector of pods', { podSelector: 'all' }, 'anything', 'no'],
    ['an end of which nothing is known is not admitted by a refused selector of namespaces', { namespaceSelector: 'all' }, 'anything', 'no'],
    ['an end of which nothing is known may be in a block', { ipBlock: { cidr: '8.0.0.0/8' } }, 'anything', 'maybe'],
    ['an end of which nothing is known is not admitted by an empty block', { ipBlock: { cidr: '8.0.0.0/8', except: ['8.0.0.0/8'] } }, 'anything', 'no'],
  ])('%s', (_, peer, type, expected) => expect(matchPeer(parsePeer(peer as never), { type } as End, 'shop')).toBe(expected));

  test('has the addresses of its block without the exceptions', () => {
    const peer = parsePeer({ ipBlock: { cidr: '10.0.0.0/30', except: ['10.0.0.1/32'] } });
    expect(peer.type === 'addresses' && peer.ranges.map(({ first, last }) => last - first + 1n)).toEqual([1n, 2n]);
  });

  const address = (text: string, outside: boolean): End => ({ type: 'address', ip: parseIp(text)!, outside });

  test.each([
    ['that is in the block', { ipBlock: { cidr: '10.0.0.0/8' } }, '10.1.2.3', 'yes'],
    ['that is behind an exception', { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/24'] } }, '10.1.2.3', 'yes'],
    ['that is not in the block', { ipBlock: { cidr: '10.0.0.0/8' } }, '172.16.0.1', 'no'],
    ['that may be a pod', { podSelector: {} }, '10.1.2.3', 'maybe'],
    ['that may be a pod of one of the namespaces', { namespaceSelector: {} }, '10.1.2.3', 'maybe'],
    ['that no pod has', { podSelector: {} }, '8.8.8.8', 'no'],
    ['by a refused selector of pods', { podSelector: 'all' }, '10.1.2.3', 'no'],
    ['by a refused selector of namespaces', { namespaceSelector: 'all' }, '10.1.2.3', 'no'],
  ])('admits an address %s', (_, peer, text, expected) => {
    expect(matchPeer(parsePeer(peer as never), address(text, text === '8.8.8.8'), 'shop')).toBe(expected);
  });
});

describe('pods', () => {
  const UNKNOWN: LabelSet = { labels: {}, unknown: 'all' };
  const pods = (namespace: string, more: Partial<Pods> = {}): Pods =>
    ({ title: 'web', namespace, namespaceLabels: UNKNOWN, labels: completeLabels({ app: 'web' }), ports: [], hostNetwork: false, ...more });

  test.each([
    ['are in that of the policy', 'shop', 'shop', 'yes'],
    ['are in that of the policy where neither names one', '', '', 'yes'],
    ['are in another one', 'data', 'shop', 'no'],
    ['may be in that of the policy where only it names one', '', 'shop', 'maybe'],
    ['may be in that of the policy where only they name one', 'shop', '', 'maybe'],
  ])('%s: %s and %s', (_, namespace, own, expected) => expect(matchNamespace(undefined, pods(namespace), own)).toBe(expected));

  test('are in a namespace with the labels that a selector asks for', () => {
    expect(matchNamespace(Selector.parse({ matchLabels: { team: 'red' } }), pods('data', { namespaceLabels: completeLabels({ team: 'red' }) }), 'shop')).toBe('yes');
  });

  test.each([
    ['whose labels match are in doubt', { podSelector: {} }, 'maybe'],
    ['whose labels do not match are not found', { podSelector: { matchLabels: { app: 'store' } } }, 'no'],
  ])('in the network of their node %s', (_, peer, expected) => {
    expect(matchPeer(parsePeer(peer), { type: 'pods', pods: pods('shop', { hostNetwork: true }) }, 'shop')).toBe(expected);
  });

  test.each([
    ['may have an address of a block', { ipBlock: { cidr: '10.0.0.0/8' } }, 'maybe'],
    ['have none of a block whose exceptions leave nothing', { ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } }, 'no'],
    ['are not what the API server refuses', {}, 'no'],
  ])('%s', (_, peer, expected) => {
    expect(matchPeer(parsePeer(peer), { type: 'pods', pods: pods('shop') }, 'shop')).toBe(expected);
  });
});
