import { KnownSecret } from '../../src/address/known-secret';

const secret = KnownSecret.of({ name: 'credentials', keys: ['MYSQL_URI', 'API_KEY', 'API_KEY'] });

test('keys are sorted and distinct', () => expect(secret.keys).toEqual(['API_KEY', 'MYSQL_URI']));
test('a key names its Secret', () => expect({ ...secret.key('API_KEY') }).toEqual({ secretName: 'credentials', key: 'API_KEY' }));
test('a key that is missing is answered with the nearest one', () => {
  expect(() => secret.key('MYSQL_URL')).toThrow("Secret credentials has no key 'MYSQL_URL'; did you mean MYSQL_URI?");
});
test('a credential taken for a key is not quoted', () => expect(() => secret.key('mysql://u:pw@db')).toThrow('(not shown, it may hold a credential)'));
