import { isDataKey } from '../../../src/address/private/data-key';

test.each(['NATS_URL', 'tls.crt', '.hidden', '-a', 'a'.repeat(253)])('%s is a key', text => {
  expect(isDataKey(text)).toBe(true);
});

test.each(['', 'a b', 'a/b', 'a\n', '.', '..', '..data', 'a'.repeat(254)])('%j is no key', text => {
  expect(isDataKey(text)).toBe(false);
});
