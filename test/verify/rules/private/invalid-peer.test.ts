import * as fc from 'fast-check';
import { Json } from '../../../../src/manifest';
import { invalidPeer } from '../../../../src/verify/rules/private/invalid-peer';

test.each<[string, Json]>([
  ['every pod of the own namespace', { podSelector: {} }],
  ['pods of other namespaces', { podSelector: {}, namespaceSelector: {} }],
  ['a range with bits beyond its prefix', { ipBlock: { cidr: '10.1.2.3/8' } }],
  ['a range of IPv6 with an exception', { ipBlock: { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] } }],
  ['leading zeros, which are read as decimal', { ipBlock: { cidr: '010.0.0.0/8', except: ['10.09.0.0/16'] } }],
  ['a text, which the schema refuses', 'everybody'],
])('%s is taken', (_, value) => {
  expect(invalidPeer(value, 'to')).toBeUndefined();
});

test.each<[string, Json, string]>([
  ['an empty item', {}, 'an item of to names no peer'],
  ['null', null, 'an item of to names no peer'],
  ['a range and a selector', { ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }, 'an item of to has an ipBlock and a selector'],
  ['an address without a prefix', { ipBlock: { cidr: '203.0.113.7' } }, "'203.0.113.7' is no address range"],
  ['a prefix that is too long', { ipBlock: { cidr: '10.0.0.0/33' } }, "'10.0.0.0/33' is no address range"],
  ['three parts', { ipBlock: { cidr: '10.0.0/8' } }, "'10.0.0/8' is no address range"],
  ['an exception as large as the range', { ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } }, '10.0.0.0/8 is excepted from 10.0.0.0/8, which does not hold it as a smaller range'],
  ['an operator that is none', { podSelector: { matchExpressions: [{ key: 'app', operator: 'Is', values: ['a'] }] } }, 'Is is no operator of a selector'],
  ['In without values', { namespaceSelector: { matchExpressions: [{ key: 'app', operator: 'In' }] } }, 'the operator In of label app has no values'],
  ['Exists with values', { podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['a'] }] } }, 'the operator Exists of label app takes no values'],
])('%s is refused', (_, value, message) => {
  expect(invalidPeer(value, 'to')?.message).toBe(message);
});

test('a single address is repaired by its prefix', () => {
  expect(['203.0.113.7', '2001:db8::7'].map(cidr => invalidPeer({ ipBlock: { cidr } }, 'from')?.fix))
    .toEqual(['write 203.0.113.7/32 for the single address', 'write 2001:db8::7/128 for the single address']);
});

test('no value makes it throw', () => {
  const peer = fc.record({ ipBlock: fc.jsonValue(), podSelector: fc.jsonValue(), namespaceSelector: fc.jsonValue() }, { requiredKeys: [] });
  const block = fc.record({ ipBlock: fc.record({ cidr: fc.string(), except: fc.array(fc.string()) }) });
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), peer, block), value => expect(() => invalidPeer(value as Json, 'to')).not.toThrow()));
});
