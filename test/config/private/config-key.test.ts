import { Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { checkedKey } from '../../../src/config/private/config-key';
import { anyCharacter } from '../../support/any-character';

const chart = Testing.chart();

test.each(['NATS_URL', 'simulation-enabled', 'app.properties', '.hidden', 'a'.repeat(253)])('%s is a key', key => {
  expect(checkedKey(chart, key)).toBe(key);
});

test.each(['', 'bad key!', 'a/b', 'schlüssel', 'a\n', '.', '..', '..data', '__proto__', 'a'.repeat(254)])('%j is refused as a key', key => {
  expect(() => checkedKey(chart, key)).toThrow('is no key of a ConfigMap; write 1 to 253 letters');
});

test('whatever is accepted is made of the characters that Kubernetes takes', () => {
  fc.assert(fc.property(fc.string({ unit: anyCharacter }), key => {
    let accepted = true;
    try { checkedKey(chart, key); } catch { accepted = false; }
    const characters = [...key].every(c => /[a-zA-Z0-9._-]/.test(c));
    return !accepted || (characters && key.length > 0);
  }));
});
