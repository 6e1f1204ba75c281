import { KnownSecret } from '../../src/address/known-secret';

const secret = KnownSecret.of({ name: 'credentials', keys: ['MYSQL_URI', 'API_KEY', 'API_KEY'] });

test('keys are sorted and distinct', () => expect(secret.keys).toEqual(['API_KEY', 'MYSQL_URI']));
test('a key names its Secret', () => expect({ ...secret.key('API_KEY') }).toEqual({ secretName: 'credentials', key: 'API_KEY' }));
test('a key that is missing is answered with the nearest one', () => {
  expect(() => secret.key('MYSQL_URL')).toThrow("Secret credentials has no key 'MYSQL_URL'; did you mean MYSQL_URI?");
});
test('a credential taken for a key is not quoted', () => expect(() => secret.key('mysql://u:pw@db')).toThrow('(not shown, it may hold a credential)'));

test.each(['', 'Credentials', 'a_b', undefined])('%j is refused as its name', name => {
  expect(() => KnownSecret.of({ name: name as string, keys: ['KEY'] })).toThrow('is no name of a Secret; write a DNS name');
});
test.each(['', 'bad key', '..data', undefined])('%j is refused as a key', key => {
  expect(() => KnownSecret.of({ name: 'credentials', keys: [key as string] })).toThrow('is no key of Secret credentials; write 1 to 253 letters');
});
test.each([{ name: 'nats://u:hunter2@nats', keys: [] }, { name: 'credentials', keys: ['nats://u:hunter2@nats'] }])('a credential among them is not quoted (%#)', props => {
  expect(() => KnownSecret.of(props)).toThrow(/^\(not shown, it may hold a credential\) is no/);
});
