import * as fc from 'fast-check';
import { credentialIn, isCredentialName } from '../../../src/address/private/credentials';

const SEED = `SU${'A'.repeat(56)}`;

test.each([
  ['nats://user:pw@nats:4222', 'holds a URL with user info'],
  ['mysql+pymysql://root@db/klines', 'holds a URL with user info'],
  ['nats://a:4222,nats://token@b:4222', 'holds a URL with user info'],
  ['{"url":"https://u:p@example.com"}', 'holds a URL with user info'],
  ['mongodb://user:pa/ss@db.example.com', 'holds a URL with user info'],
  ['mongodb://user:1a/b@db.example.com', 'holds a URL with user info'],
  ['user:pw@nats:4222', 'holds user info before a host'],
  ['root:pw@tcp(db:3306)/klines', 'holds user info before a host'],
  ['nats-pub -s u:pw@nats:4222', 'holds user info before a host'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMII', 'holds a private key or NATS credentials'],
  ['-----BEGIN NATS USER JWT-----\neyJ', 'holds a private key or NATS credentials'],
  ['-----BEGIN USER NKEY SEED-----', 'holds a private key or NATS credentials'],
  [`seed ${SEED}`, 'holds the seed of an nkey'],
  ['host=db password=hunter2 dbname=klines', 'assigns a password or secret'],
  ['jdbc:mysql://db.example.com/k?user=u&passwd=hunter2', 'assigns a password or secret'],
  ['Server=db;Uid=u;Pwd=hunter2;', 'assigns a password or secret'],
  ['{"password": "hunter2"}', 'assigns a password or secret'],
  ['clientSecret: hunter2', 'assigns a password or secret'],
  ['https://example.com/?api_key=abc', 'assigns a password or secret'],
  ['Authorization=Basic dTpw', 'assigns a password or secret'],
  ['https://example.com/?auth_token=abc', 'assigns a password or secret'],
  ['https://example.com/?a=b&token=abc', 'assigns a password or secret'],
  ['[{"name": "DB_PASSWORD", "value": "hunter2"}]', 'assigns a password or secret'],
  ['xoxb-123456789012-abc', 'holds an access token'],
  ['AKIA0123456789ABCDEF', 'holds an access token'],
  ['github_pat_0123456789abcdef', 'holds an access token'],
  ['ghp_0123456789abcdef', 'holds an access token'],
])('%j is seen as a credential', (value, what) => {
  expect(credentialIn('KEY', value)).toBe(what);
});

test.each([
  'https://fapi.binance.com',
  'https://medium.com/@petrosa',
  'http://localhost:8080/@fs/x',
  'ops@example.com',
  'mailto:ops@example.com',
  'nginx:1.25@sha256:0123abc',
  '-----BEGIN CERTIFICATE-----\nMII',
  '-----BEGIN RSA PUBLIC KEY-----\nMII',
  'password=$(DB_PASSWORD)',
  'password: ${DB_PASSWORD}',
  'require_password=true',
  'passwordless login',
  'Authorization: Bearer ${TOKEN}',
  'authorization: enabled',
  'password:true;secret:mask',
  'AKIAIOSFODNN7EXAMPLE',
  'ghp_xxxxxxxxxxxxxxxxxxxx',
  'glpat-token',
  '{ name: DB_PASSWORD, value: $(OTHER) }',
  'first pass: done',
  'secretName: petrosa-sensitive-credentials',
  '-0.7',
  '',
])('%j is no credential', value => {
  expect(credentialIn('KEY', value)).toBeUndefined();
});

test.each(['DB_PASSWORD', 'mysql-passwd', 'BINANCE_API_SECRET', 'JWT_SECRET_KEY', 'BINANCE_API_KEY', 'tls.private-key', 'apiKey', 'AWS_SECRET_ACCESS_KEY', 'NATS_PASS', 'DB_PWD', 'pass'])(
  'the key %s names a credential', key => {
    expect(credentialIn(key, 'x')).toBe('is a credential by the name of its key');
  });

test.each([['DB_PASSWORD', ''], ['REQUIRE_PASSWORD', 'true'], ['REQUIRE_PASSWORD', 'true\n'], ['REQUIRE_PASSWORD', 'True'], ['PASSWORD_MIN_LENGTH', '8'], ['SECRET_NAME', 'x'], ['PWD', '/app'], ['BYPASS', 'x'], ['LDAP_PASSWORD', 'off'], ['ALLOW_EMPTY_PASSWORD', 'sure'], ['allowEmptyPassword', 'sure'], ['RANDOM_ROOT_PASSWORD', '1']])('%s: %j is no credential', (key, value) => {
  expect(credentialIn(key, value)).toBeUndefined();
});

const word = fc.stringMatching(/^[a-zA-Z0-9]{3,20}$/).filter(text => !/^(true|false|null|none|yes|no)/i.test(text));

test('a password in the user info of a URL is seen, whatever scheme and text are around it', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z][a-z0-9+.-]{0,8}$/), word, word, fc.stringMatching(/^[ ,;="]{0,3}$/), (scheme, user, password, before) =>
    credentialIn('KEY', `${before}${scheme}://${user}:${password}@db.example.com/x`) !== undefined));
});

test('an assigned password is seen in any spelling of the assignment', () => {
  fc.assert(fc.property(fc.constantFrom('password', 'PASSWD', 'Pwd', 'secret'), fc.constantFrom('=', ': ', '": "', ' = '), word, (name, assign, password) =>
    credentialIn('KEY', `x ${name}${assign}${password}`) !== undefined));
});

const CREDENTIAL_NAMES = [
  'DB_PASSWORD', 'NATS_TOKEN', 'NATS_USER_SEED', 'nkey', 'user.creds', 'GITHUB_PAT', 'PIN',
  'API_KEYS', 'SIGNING_KEY', 'APP_SECRETS', 'DB_PASSWORDS', 'TOKENS', 'CREDENTIALS', 'NATS_USER_PW', 'COOKIE_SALT', 'BASIC_AUTH',
];

test.each(CREDENTIAL_NAMES)('%s may be the name of a credential', name => {
  expect(isCredentialName(name)).toBe(true);
});

test.each(['NATS_URL', 'TOKEN_TTL', 'SPIN', 'PASSWORD_FILE', 'PATH', 'KEYS', ''])('%j is no name of a credential', name => {
  expect(isCredentialName(name)).toBe(false);
});
