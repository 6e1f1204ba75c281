import * as fc from 'fast-check';
import { leakedCredential } from '../../../../src/verify/rules/private/leaked-credential';

test.each([
  ['DB_URL', 'postgres://orders:Winter2024@db:5432/orders', 'holds a URL with user info'],
  ['NATS_URL', 'nats://t0ken@broker:4222', 'holds a URL with user info'],
  ['DSN', 'host=db password=Winter2024', 'assigns a password or secret'],
  ['DB_PASSWORD', 'Winter2024', 'is a credential by its name'],
  ['api-key', 'q8Zt4xLm', 'is a credential by its name'],
  ['GITHUB_TOKEN', 'q8Zt4xLm', 'is a token by its name'],
  ['NATS_TOKEN', 'q8Zt4x', 'is a token by its name'],
  ['GITHUB_PAT', 'ghp_0123456789abcdef', 'holds an access token'],
  ['NATS_PASS', 'Winter2024', 'is a credential by its name'],
  ['JWT_SECRET_KEY', 'my-own-secret', 'is a credential by its name'],
  ['DB_PASSWORD', 'password', 'is a credential by its name'],
  ['START', 'export NATS_TOKEN=q8Zt4x; exec orders', 'assigns a password or secret'],
  ['tls.key', '-----BEGIN RSA PRIVATE KEY-----\nMII', 'holds a private key or NATS credentials'],
  ['app.ini', '[db]\nurl = mysql://orders:Winter2024@db/orders', 'holds a URL with user info'],
])('%s: %j is certain', (key, value, what) => {
  expect(leakedCredential(key, value)).toMatchObject({ what, certain: true });
});

test.each([
  ['app.yaml', 'database:\n  password: Winter2024'],
  ['app.json', '{\n  "client_secret": "q8Zt4xLm",\n  "debug": false\n}'],
  ['run.sh', 'set -e\nexport API_KEY=q8Zt4xLm # the key'],
  ['run.sh', 'set -e\nexport NATS_TOKEN=q8Zt4xLm && exec orders'],
  ['app.yaml', 'nats:\n  auth_token: q8Zt4xLm'],
  ['nats.conf', 'authorization { token: "q8Zt4xLm" }'],
  ['nats.conf', 'port: 4222\naccounts {\n  SHOP { users = [ {user: a, password: Winter2024} ] }\n}'],
])('%s seems to assign one', (key, value) => {
  expect(leakedCredential(key, value)).toMatchObject({ what: 'assigns a password or secret', certain: false });
});

test.each([
  ['DB_URL', 'postgres://orders:$(DB_PASSWORD)@db/orders'],
  ['DB_URL', 'postgres://$(DB_USER):$(DB_PASSWORD)@db/orders'],
  ['DB_URL', 'postgres://${DB_USER}:${DB_PASSWORD}@db/orders'],
  ['DB_URL', 'postgres://{{ user }}:{{ password }}@db/orders'],
  ['DB_URL', 'postgres://<user>:<password>@db/orders'],
  ['DB_URL', 'postgres://orders:***@db/orders'],
  ['DB_URL', 'postgres://orders@db/orders'],
  ['REPOSITORY', 'ssh://git@git.example.com/orders'],
  ['DSN', 'host=db password=$DB_PASSWORD'],
  ['DB_PASSWORD', ''],
  ['DB_PASSWORD', '$(OTHER)'],
  ['DB_PASSWORD', 'CHANGE_ME'],
  ['DB_PASSWORD', '/run/secrets/password'],
  ['DB_PASSWORD', 'vault:secret/data/orders#password'],
  ['DB_PASSWORD', 'none'],
  ['PASSWORD_FILE', '/run/secrets/password'],
  ['SECRET_NAME', 'orders-credentials'],
  ['HEADER', 'Authorization: Bearer ${TOKEN}'],
  ['HEADER', 'Authorization: Bearer $(cat /var/run/secrets/token)'],
  ['JWT_SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:1:secret:jwt'],
  ['VAULT', 'secret:shop/app'],
  ['APP_SECRET_REF', 'shop/secret:app'],
  ['CLIENT_SECRET_KEY', 'clientSecret'],
  ['EXTERNAL_SECRET', 'shop-db'],
  ['DB_PASSWORD', '$(FIRST)$(SECOND)'],
  ['DSN', 'u:$(PW)@tcp(mysql:3306)/db'],
  ['DSN', 'host=db password=$(FIRST)-$(SECOND)'],
  ['nats.conf', 'authorization {\n  token: $NATS_TOKEN\n  users: [ {user: a, password: "$2a$11$abcdef"} ]\n}'],
  ['app.js', 'login({ user, password: req.body.password });\npassword = req.body.password'],
  ['TOKEN_URL', 'https://login.example.com/token'],
  ['BASE_TOKEN', 'USDT'],
  ['AUTH_TOKEN', 'short'],
  ['IMAGE_PULL_SECRET', 'registry-login'],
  ['TLS_SECRET', 'orders-certificate'],
  ['PRIVATE_KEY', './tls.key'],
  ['PASSWORD', '8'],
  ['run.sh', 'PASSWORD=$(echo "$URL" | sed -n \'s|.*://[^:]*:\\([^@]*\\)@.*|\\1|p\')\necho done'],
  ['run.sh', '# mysql://user:password@host/db\necho done'],
  ['app.yaml', 'a: 1\npassword: ""\nb: 2'],
  ['app.yaml', 'a: 1\npassword: ${DB_PASSWORD}'],
  ['app.yaml', 'a: 1\njwt_secret: your-secret'],
  ['app.yaml', 'a: 1\nsecret: orders-credentials'],
  ['app.yaml', 'a: 1\nrequire_password: true'],
  ['run.sh', 'set -e\necho "password: hidden in the log"'],
])('%s: %j holds none', (key, value) => {
  expect(leakedCredential(key, value)).toBeUndefined();
});

test('in a text of several lines the line is given that holds it', () => {
  const text = '\n  a: 1\r\n  password: Winter2024\r\n';
  const { offset, length } = leakedCredential('app.yaml', text)!;
  expect(text.slice(offset, offset! + length!)).toBe('password: Winter2024');
});

test('what is certain comes before what is not', () => {
  expect(leakedCredential('app.yaml', 'password: Winter2024\nurl: mysql://orders:Winter2024@db/orders')).toMatchObject({ certain: true, offset: 21 });
});

// bench/patterns.ts measures how the time grows.
test.each(['a', 'a.', 'a-', '://', '://a:', 'password', '$(', '<a', ' a:', '$((', '****', '{token ', 'export a=b;', ' \n', 'u:$('])('100 kB of %j hold none', (unit) => {
  expect(leakedCredential('KEY', unit.repeat(100_000 / unit.length))).toBeUndefined();
});

test('100 kB of assignments hold one', () => {
  expect(leakedCredential('KEY', 'password='.repeat(11_000))).toEqual({ what: 'assigns a password or secret', certain: true });
});

test('user info that is made of references alone is never a credential', () => {
  const reference = fc.constantFrom('$(A)', '${B}', '{{ c }}', '<d>', '%(e)s', '****');
  fc.assert(fc.property(fc.constantFrom('postgres', 'nats', 'amqp+ssl'), reference, reference, (scheme, user, password) =>
    leakedCredential('URL', `${scheme}://${user}:${password}@db.example.com/x`) === undefined));
});
