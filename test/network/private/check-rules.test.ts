import { EgressPeer } from '../../../src/address/endpoint';
import { checkRule } from '../../../src/network/private/check-rules';

const ports = [{ port: 1 }];

function checkPeer(peer: EgressPeer): void {
  checkRule({ peers: [{ namespace: 'fine' }, peer], ports });
}

test('a rule without peers is refused', () => {
  expect(() => checkRule({ peers: [], ports })).toThrow('means every peer; name at least one');
});

test('a rule without ports is refused', () => {
  expect(() => checkRule({ peers: [{ namespace: 'a' }], ports: [] })).toThrow('means every port; name at least one');
});

test.each([0, 65536, 1.5, NaN])('the port %p is refused', port => {
  expect(() => checkRule({ peers: [{ namespace: 'a' }], ports: [{ port: 1 }, { port }] })).toThrow(/^port .*write a whole number from 1 to 65535/);
});

test.each<[string, EgressPeer]>([
  ['pods by labels', { namespace: 'a', podLabels: { 'app.kubernetes.io/name': 'x' } }],
  ['a range', { cidr: '10.0.0.0/8' }],
  ['a range without a part of it', { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.2.0.0/16'] }],
  ['a range of IPv6', { cidr: '::/0', except: ['fc00::/7'] }],
])('%s is fine', (_what, peer) => {
  expect(() => checkPeer(peer)).not.toThrow();
});

test.each<[string, EgressPeer, string]>([
  ['a range with a namespace', { cidr: '10.0.0.0/8', namespace: 'a' }, 'make two peers of it'],
  ['a range with labels', { cidr: '10.0.0.0/8', podLabels: { app: 'x' } }, 'make two peers of it'],
  ['an exception from no range', { namespace: 'a', except: ['10.0.0.0/8'] }, 'give its cidr'],
  ['a namespace that is no name', { namespace: 'A' }, "'A' is no name of a namespace"],
  ['an empty namespace', { namespace: '' }, 'is no name of a namespace'],
  ['a bad label', { namespace: 'a', podLabels: { app: '!' } }, 'label app has the invalid value'],
  ['a bad range', { cidr: '999.1.1.1/99' }, 'is no address range'],
  ['a bad exception', { cidr: '10.0.0.0/8', except: ['x'] }, 'is no address range'],
  ['an exception that lies outside', { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '11.0.0.0/16'] }, '11.0.0.0/16 is excepted from 10.0.0.0/8'],
  ['an exception of the whole range', { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] }, 'except only smaller ranges inside it'],
  ['an exception that is wider', { cidr: '10.0.0.0/8', except: ['0.0.0.0/0'] }, 'except only smaller ranges inside it'],
  ['an exception of the other IP version', { cidr: '0.0.0.0/0', except: ['fc00::/7'] }, 'except only smaller ranges inside it'],
])('%s is refused', (_what, peer, message) => {
  expect(() => checkPeer(peer)).toThrow(message);
});
