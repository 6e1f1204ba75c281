import { parsePeer } from '../../src/reachability';
import { End, matchPeer } from '../../src/reachability/peer';

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
});
