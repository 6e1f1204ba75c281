import * as fc from 'fast-check';
import { identityKey, identityName } from '../../../src/network/private/identity';

const value = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/);
const labels = fc.dictionary(fc.stringMatching(/^[a-z]([a-z.]{0,5}[a-z]\/)?[a-z]$/), fc.oneof(value, fc.constant('')), { minKeys: 1, maxKeys: 6 });

test('a name is made of the values of the labels, in the order of their keys', () => {
  expect(identityName({ labels: { component: 'API_v2', app: 'binance.extractor' } }, 'egress')).toBe('binance-extractor-api-v2-egress');
});

test('labels without values leave the suffix', () => {
  expect(identityName({ labels: { leader: '' } }, 'egress')).toBe('egress');
});

test('a name that is too long is cut, not its suffix', () => {
  const long = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(key => [key, 'x'.repeat(63)]));
  const name = identityName({ labels: long }, 'egress');
  expect(name).toHaveLength(253);
  expect(name).toMatch(/x-egress$/);
});

test('every name is one that Kubernetes takes', () => {
  fc.assert(fc.property(labels, each => {
    expect(identityName({ labels: each }, 'egress')).toMatch(/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
  }));
});

test('the order of the labels does not matter', () => {
  expect(identityKey({ labels: { b: '2', a: '1' } })).toBe(identityKey({ labels: { a: '1', b: '2' } }));
});

test('a key of a label with a slash is another than the one without', () => {
  expect(identityKey({ labels: { 'a.io/app': 'x' } })).not.toBe(identityKey({ labels: { 'a.ioapp': 'x' } }));
});

test('different identities have different keys, without a slash', () => {
  const identity = fc.record({ labels, namespace: fc.constantFrom('a', 'b', undefined) }, { requiredKeys: ['labels'] });
  fc.assert(fc.property(identity, identity, (one, other) => {
    const same = sorted(one) === sorted(other);
    expect(identityKey(one) === identityKey(other)).toBe(same);
    expect(identityKey(one)).not.toContain('/');
  }));
});

function sorted({ labels: each, namespace }: { labels: Record<string, string>; namespace?: string }): string {
  return JSON.stringify([namespace ?? '', Object.entries(each).sort()]);
}
