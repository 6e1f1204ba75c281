import { KnownSecret } from '../../src/address/known-secret';
import { ValueSource } from '../../src/address/value-source';

const config = { configMapName: 'petrosa-common-config', keys: ['NATS_ENABLED', 'NATS_URL'] };

test('the URL of the endpoint has neither value nor reference', () => expect(ValueSource.endpointUrl()).toEqual({}));
test('a literal has its value', () => expect({ ...ValueSource.literal('true') }).toEqual({ value: 'true' }));
test('a config key refers to its ConfigMap', () => {
  expect({ ...ValueSource.configKey(config, 'NATS_URL') }).toEqual({ config, key: 'NATS_URL' });
});
test('a config key that is missing is answered with the nearest one', () => {
  expect(() => ValueSource.configKey(config, 'NATS_ULR')).toThrow("ConfigMap petrosa-common-config has no key 'NATS_ULR'; did you mean NATS_URL?");
});
test('a Secret key refers to its Secret', () => {
  const secret = KnownSecret.of({ name: 'credentials', keys: ['TOKEN'] }).key('TOKEN');
  expect({ ...ValueSource.secretKey(secret) }).toEqual({ secret });
});
