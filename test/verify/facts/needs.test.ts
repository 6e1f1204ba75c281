import { configObject, deployment, FactsParts, factsOf } from '../../support/facts';

/** The needs as `WHAT NAME HOST:PORT`. */
function needs(container: string, objects = '', parts: FactsParts = {}): string[] {
  return factsOf(deployment('orders', container) + objects, parts).needs.map(({ what, name, host, port }) => `${what} ${name} ${host}:${port}`);
}

const secret = (name: string): string => `{ name: ${name}, valueFrom: { secretKeyRef: { name: s, key: ${name}, optional: true } } }`;

test.each([
  ['NATS_URL', 'nats://bus', 'NATS NATS_URL bus:4222'],
  ['DB', 'mysql://db/shop', 'MySQL DB db:3306'],
  ['DB', 'mongodb+srv://cluster0.example.net/x', 'MongoDB DB cluster0.example.net:27017'],
  ['API', 'https://api.example.com', 'HTTPS API api.example.com:443'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector:4318', 'OTLP OTEL_EXPORTER_OTLP_ENDPOINT collector:4318'],
  ['BACKEND_ADDR', 'auth:50051', 'TCP BACKEND_ADDR auth:50051'],
])('%s=%s is a need', (name, value, expected) => {
  expect(needs(`env: [{ name: ${name}, value: "${value}" }]`)).toEqual([expected]);
});

test.each([
  ['HTTP_PROXY', 'http://proxy:3128'], ['CORS_ORIGINS', 'http://web'], ['OAUTH_CALLBACK_URL', 'http://web/cb'], ['LOCAL', 'http://localhost:80'], ['LOCAL', 'http://127.0.0.1'],
  ['BIND', 'http://0.0.0.0:80'], ['XSD', 'http://www.w3.org/2001/XMLSchema'], ['TILES', 's3://tiles'], ['HOSTED', 'http://${HOST}:80'],
])('%s=%s is none', (name, value) => {
  expect(needs(`env: [{ name: ${name}, value: "${value}" }]`)).toEqual([]);
});

test('DATABASE_URL is no base URL', () => {
  expect(needs('env: [{ name: DATABASE_URL, value: "postgres://db/shop" }]')).toEqual(['PostgreSQL DATABASE_URL db:5432']);
});

test('an endpoint that several variables name is one need, of the first', () => {
  expect(needs('env: [{ name: A, value: "http://api" }, { name: B, value: "http://api:80/x" }]')).toEqual(['HTTP A api:80']);
});

test('each server of a list is a need', () => {
  expect(needs('env: [{ name: NATS_URL, value: "nats://a:4222,nats://b:4223" }]')).toEqual(['NATS NATS_URL a:4222', 'NATS NATS_URL b:4223']);
});

test.each(['NATS_ENABLED', 'ENABLE_NATS'])('%s: false switches the need off', (name) => {
  expect(needs(`env: [{ name: ${name}, value: "false" }, { name: NATS_URL, value: "nats://bus:4222" }]`)).toEqual([]);
});

test('a variable of a Secret is a need by its name, with an unknown host', () => {
  expect(needs(`env: [${secret('MYSQL_URI')}, ${secret('OTHER')}]`)).toEqual(['MySQL MYSQL_URI undefined:3306']);
});

test('the table of names is configurable', () => {
  expect(needs(`env: [${secret('LEDGER_DSN')}]`, '', { dependencies: [{ pattern: 'LEDGER_*', what: 'Ledger', port: 7000 }] })).toEqual(['Ledger LEDGER_DSN undefined:7000']);
});

test('a password beside a known address is no second need, an address is', () => {
  const env = (name: string): string => `env: [{ name: MYSQL_HOST, value: db }, ${secret(name)}]`;
  expect(needs(env('MYSQL_PASSWORD'))).toEqual(['MySQL MYSQL_HOST db:3306']);
  expect(needs(env('MYSQL_URI'))).toEqual(['MySQL MYSQL_HOST db:3306', 'MySQL MYSQL_URI undefined:3306']);
});

test('an address from a ConfigMap that is not known is a need by its name', () => {
  expect(needs('env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, valueFrom: { configMapKeyRef: { name: c, key: k } } }]')).toEqual([
    'OTLP OTEL_EXPORTER_OTLP_ENDPOINT undefined:4317',
  ]);
});

test('an optional reference to a Secret that does not exist is no need', () => {
  expect(needs(`env: [${secret('MYSQL_URI')}]`, '', { closedWorld: true })).toEqual([]);
});

test('a URL in a mounted file is a need, at the volume', () => {
  const text = deployment('orders', 'image: x', 'volumes: [{ name: v, configMap: { name: c } }],') + configObject('ConfigMap', 'c', '{ app.yaml: "url: http://api\\n" }');
  expect(factsOf(text).needs.map(({ host, place }) => [host, place.path.join('.')])).toEqual([['api', 'spec.template.spec.volumes.0.configMap']]);
});

test('workloads of the state need nothing', () => {
  expect(factsOf('', { state: deployment('orders', 'env: [{ name: A, value: "http://api" }]') }).needs).toEqual([]);
});
