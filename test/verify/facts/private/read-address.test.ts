import * as fc from 'fast-check';
import { ManifestSet, readText } from '../../../../src/manifest';
import { endsInUserInfo, shownAddress } from '../../../../src/verify/facts/private/read-address';

test.each([
  ['nats://app:S3K', 'nats://…'],
  ['nats://a:4222,nats:S3K', 'nats://…'],
  ['nats://app:pw@nats:4222', 'nats://…@nats:4222'],
  ['nats://nats:4222/orders?token=x', 'nats://nats:4222/…'],
  ['nats://nats:$(PORT)', 'nats://nats:$(PORT)'],
  ['nats://nats:${PORT}', 'nats://nats:${PORT}'],
  ['http://[::1]:80', 'http://[::1]:80'],
  ['nats://:4222', 'nats://:4222'],
  ['nats', 'nats'],
])('%j is shown as %j', (text, shown) => {
  expect(shownAddress(text)).toBe(shown);
});

test('of an address that ends in its user info only the scheme is shown', () => {
  expect(shownAddress('nats://app:1234', true)).toBe('nats://…');
});

test('a password is never shown, wherever it is cut', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[A-Z]{3,20}$/), (user, password) => !shownAddress(`nats://${user}:${password}`).includes(password)));
});

test.each([
  ['nats://app:12|RET@nats:4222', true],
  ['nats://app:12;RET@nats.example.com', true],
  ['nats://app:12 RET@nats:4222', true],
  ['nats://app:12\\RET@nats:4222', true],
  ['nats://app:12', false],
  ['nats://nats:4222 ask ops@example.com for it', false],
  ['nats://nats:4222" RET@nats:4222', false],
])('whether %j ends in its user info: %s', (text, ends) => {
  const { documents } = readText('a.yaml', `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  x: ${JSON.stringify(text)}\n`);
  const [object] = new ManifestSet({ files: documents }).objects;
  expect(endsInUserInfo({ ...object.at('data', 'x'), offset: 0, length: /^nats:\/\/\w+:\d+/.exec(text)![0].length })).toBe(ends);
});
