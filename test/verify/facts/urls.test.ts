import { formatPath } from '../../../src/manifest';
import { configObject, deployment, FactsParts, factsOf } from '../../support/facts';

/** The addresses as `HOLDER NAME SHOWN by WORKLOADS`. */
function urls(text: string, parts: FactsParts = {}): string[] {
  return factsOf(text, parts).urls.map(({ holder, name, shown, workloads }) => `${holder} ${name} ${shown} by ${workloads.map(workload => workload.name).join()}`);
}

test('a literal is held by its workload', () => {
  expect(urls(deployment('orders', 'env: [{ name: NATS_URL, value: "nats://bus:4222" }]'))).toEqual(['env NATS_URL nats://bus:4222 by orders']);
});

test('a key of a ConfigMap is held by those who take it by env, envFrom or a volume', () => {
  const users = deployment('a', 'env: [{ name: X, valueFrom: { configMapKeyRef: { name: c, key: URL } } }]') + deployment('b', 'envFrom: [{ configMapRef: { name: c } }]')
    + deployment('c', 'image: x', 'volumes: [{ name: v, configMap: { name: c } }],') + deployment('d', 'image: x', 'volumes: [{ name: v, configMap: { name: c, items: [{ key: OTHER }] } }],');
  expect(urls(configObject('ConfigMap', 'c', '{ URL: "nats://bus:4222" }') + users)).toEqual(['configMap URL nats://bus:4222 by a,b,c']);
});

test('a ConfigMap that nobody is known to use is searched', () => {
  expect(urls(configObject('ConfigMap', 'c', '{ URL: "nats://bus:4222" }'))).toEqual(['configMap URL nats://bus:4222 by ']);
});

test('what linted workloads take from the state stands at the first reference, once', () => {
  const state = configObject('ConfigMap', 'c', '{ URL: "nats://bus:4222", OTHER: "nats://other:4222" }');
  const linted = ['a', 'b'].map(name => deployment(name, 'env: [{ name: X, valueFrom: { configMapKeyRef: { name: c, key: URL } } }]')).join('');
  const [use, ...others] = factsOf(linted, { state }).urls;
  expect([use.inState?.key, use.place.object.name, formatPath(use.place.path), use.workloads.map(({ name }) => name), others]).toEqual([
    'URL', 'a', 'spec.template.spec.containers[0].env[0]', ['a', 'b'], [],
  ]);
});

test('a ConfigMap of the state that no linted workload uses is not searched', () => {
  const state = configObject('ConfigMap', 'c', '{ URL: "nats://bus:4222" }') + deployment('old', 'envFrom: [{ configMapRef: { name: c } }]');
  expect(urls('', { state })).toEqual([]);
});

test('parts of a URL that come from variables are expanded, and those of Secrets stay', () => {
  const env = '{ name: PW, valueFrom: { secretKeyRef: { name: s, key: k } } }, { name: NATS_HOST, value: bus }';
  const [use] = factsOf(deployment('orders', `env: [${env}, { name: NATS_URL, value: "nats://app:$(PW)@$(NATS_HOST):4222" }]`)).urls;
  expect([use.text, use.shown, use.host]).toEqual(['nats://app:$(PW)@bus:4222', 'nats://…@bus:4222', 'bus']);
});

test('host and port in two variables are one address', () => {
  const [use] = factsOf(deployment('orders', 'env: [{ name: CACHE_HOST, value: cache }, { name: CACHE_PORT, value: "6379" }]')).urls;
  expect([use.scheme, use.host, use.port, use.name]).toEqual(['redis', 'cache', 6379, 'CACHE_HOST']);
});

test.each(['ALLOWED_HOST', 'PUBLIC_HOST', 'BIND_HOST'])('%s is no server', (name) => {
  expect(urls(deployment('orders', `env: [{ name: ${name}, value: shop }, { name: ${name.replace('HOST', 'PORT')}, value: "80" }]`))).toEqual([]);
});

test.each([
  ['an IPv4 address', '10.0.0.5', '"6379"', ['10.0.0.5:6379']], ['what is no host', '"two words"', '"6379"', []], ['a port that is none, of no known server', 'x', 'http', []],
])('host and port in two variables: %s', (_, host, port, expected) => {
  const name = port === 'http' ? 'OTHER' : 'CACHE';
  const { urls: found } = factsOf(deployment('orders', `env: [{ name: ${name}_HOST, value: ${host} }, { name: ${name}_PORT, value: ${port} }]`));
  expect(found.map(use => `${use.host}:${use.port}`)).toEqual(expected);
});

test('a host without a port is an address where its name says which port', () => {
  expect(urls(deployment('orders', 'env: [{ name: MYSQL_HOST, value: db }, { name: OTHER_HOST, value: x }]'))).toEqual(['env MYSQL_HOST db by orders']);
});

test('words of command and args are searched, with the flag as the name', () => {
  expect(urls(deployment('orders', 'args: ["--nats-url", "nats://bus:4222", "--api=http://api", "-ec", "curl http://x"]'))).toEqual([
    'word nats-url nats://bus:4222 by orders', 'word api http://api by orders', 'word args http://x by orders',
  ]);
});

test('a word is expanded with all variables of the container', () => {
  expect(urls(deployment('orders', 'args: ["--nats=$(U)"], env: [{ name: U, value: "nats://bus:4222" }]'))).toEqual([
    'word nats nats://bus:4222 by orders', 'env U nats://bus:4222 by orders',
  ].reverse());
});

test('other kinds are searched, and descriptions are not', () => {
  const stream = '{ apiVersion: a/v1, kind: Stream, metadata: { name: s, annotations: { x: "nats://a:4222" } }, spec: { servers: ["nats://bus:4222"], description: "nats://b:4222" } }';
  expect(urls(stream)).toEqual(['field servers nats://bus:4222 by ']);
});

test('an entry of name and value is called by its name', () => {
  expect(urls('{ apiVersion: a/v1, kind: Component, metadata: { name: s }, spec: { metadata: [{ name: natsURL, value: "bus:4222" }] } }')).toEqual(['field natsURL bus:4222 by ']);
});

test.each(['Secret', 'CustomResourceDefinition', 'NetworkPolicy', 'Ingress'])('a %s is not searched', (kind) => {
  expect(urls(`{ apiVersion: v1, kind: ${kind}, metadata: { name: s }, stringData: { URL: "nats://bus:4222" } }`)).toEqual([]);
});

test('the place of a URL in a file points at it', () => {
  const [{ place }] = factsOf('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata:\n  app.yaml: |\n    nats:\n      url: nats://bus:4222\n').urls;
  expect(place.object.position(place.path, place)).toMatchObject({ line: 7, column: 12, endColumn: 27 });
});

test('user info, path and query are not shown', () => {
  const env = '[{ name: A, value: "mysql://u:p@x@db:3306/shop?password=y" }, { name: B, value: "http://hooks/T0/secret" }]';
  expect(factsOf(deployment('orders', `env: ${env}`)).urls.map(({ shown }) => shown)).toEqual(['mysql://…@db:3306/…', 'http://hooks/…']);
});

test('an address that stands in a text again is one, with all its places', () => {
  const [{ place, again }, ...others] = factsOf(configObject('ConfigMap', 'c', '{ run.sh: "a nats://bus:4222; b nats://bus:4222" }')).urls;
  expect([[place, ...again].map(({ offset, length }) => [offset, length]), others]).toEqual([[[2, 15], [21, 15]], []]);
});

test('an address that is put together from variables stands nowhere else', () => {
  const uses = factsOf(deployment('orders', 'env: [{ name: B, value: bus }, { name: RUN, value: "a nats://$(B):4222; b nats://$(B):4222" }], args: ["a nats://$(B):4222; b nats://$(B):4222"]')).urls;
  expect(uses.map(({ place, again }) => [place.offset, again])).toEqual([[undefined, []], [undefined, []]]);
});

test('an address that is cut within its user info in one of its places is hidden', () => {
  const [{ shown }] = factsOf(configObject('ConfigMap', 'c', '{ run.sh: "a nats://app:4222 b nats://app:4222|word@bus:4222" }')).urls;
  expect(shown).toBe('nats://…');
});
