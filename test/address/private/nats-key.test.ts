import { isNatsKey, isNatsUrlKey } from '../../../src/address/private/nats-key';

test.each(['NATS_URL', 'nats', 'MY_NATS', 'x.nats-y', 'NATS_ENABLED'])('the key %s is about NATS', key => {
  expect(isNatsKey(key)).toBe(true);
});

test.each(['GNATS_X', 'NATSUME_URL', 'URL', ''])('the key %j is not about NATS', key => {
  expect(isNatsKey(key)).toBe(false);
});

test('an address is held by the key NATS_URL, not by NATS_ENABLED', () => {
  expect(['NATS_URL', 'NATS_ENABLED'].map(isNatsUrlKey)).toEqual([true, false]);
});
