import { ExternalHost, HttpsApi, IEndpoint, KnownSecret, KubernetesApi, MySql, NatsServer, ServiceEndpoint } from '../../../src/address';
import { AppConfig } from '../../../src/config';
import { ConnectOptions } from '../../../src/workload';
import { endpointVariables } from '../../../src/workload/private/endpoint-variables';
import { appsChart, NATS } from '../support';

const SECRET = KnownSecret.of({ name: 'credentials', keys: ['uri', 'user', 'password'] });
const MYSQL = MySql.of({ host: 'db.example.com', uri: SECRET.key('uri') });
const API = ServiceEndpoint.http({ service: 'api', namespace: 'petrosa-apps', port: 80, env: 'API_URL' });
const NAMELESS = ServiceEndpoint.http({ service: 'api', namespace: 'petrosa-apps', port: 80 });
const API_URL = 'http://api.petrosa-apps.svc.cluster.local:80';

const chart = appsChart();
let configs = 0;

/** The variables by name: their config key, Secret key or literal. */
function variables(endpoint: IEndpoint, options: ConnectOptions = {}) {
  return endpointVariables(chart, endpoint, options).map(({ name, source: { key, secret, value } }) =>
    `${name}=${key ? `config ${key}` : secret ? `secret ${secret.secretName}.${secret.key}` : value}`);
}

function config(keys?: string[]): AppConfig {
  const name = `config-${configs++}`;
  return keys ? AppConfig.fromConfigMapName(chart, name, { name, keys }) : new AppConfig(chart, name, { name });
}

test('an endpoint that only opens egress needs no variable', () => {
  expect(variables(HttpsApi.of('a.example.com'))).toEqual([]);
});

test('an endpoint outside gives a literal', () => {
  expect(variables(HttpsApi.of('a.example.com', { env: 'API_URL' }))).toEqual(['API_URL=https://a.example.com']);
});

test('env names the variable of an endpoint that has a name for it', () => {
  expect(variables(HttpsApi.of('a.example.com', { env: 'API_URL' }), { env: 'OTHER' })).toEqual(['OTHER=https://a.example.com']);
});

test('env gives a variable to an endpoint that has none', () => {
  expect(variables(HttpsApi.of('a.example.com'), { env: 'API_URL' })).toEqual(['API_URL=https://a.example.com']);
});

test('a path follows the URL, with one slash between', () => {
  expect(variables(HttpsApi.of('a.example.com'), { env: 'API_URL', path: '/v1' })).toEqual(['API_URL=https://a.example.com/v1']);
  expect(variables(HttpsApi.of('a.example.com', { path: '/x/' }), { env: 'API_URL', path: '/v1' })).toEqual(['API_URL=https://a.example.com/x/v1']);
});

test('a key of a Secret stays one', () => {
  expect(variables(MYSQL)).toEqual(['MYSQL_URI=secret credentials.uri']);
  expect(variables(MYSQL, { env: 'DATABASE' })).toEqual(['DATABASE=secret credentials.uri']);
});

test('env renames the variable of the address and leaves the others', () => {
  const nats = NatsServer.of({
    service: 'nats', namespace: 'nats', credentials: { user: SECRET.key('user'), password: SECRET.key('password') },
  });
  expect(variables(nats, { env: 'BUS_URL', config: config() })).toEqual([
    'BUS_URL=config BUS_URL', 'NATS_USER=secret credentials.user', 'NATS_PASSWORD=secret credentials.password',
  ]);
});

test('the variable that is said to hold the address is the one renamed', () => {
  const [url] = API.variables;
  const endpoint = { ...plain(API), variables: [{ ...url, name: 'ENABLED' }, { ...url, holdsAddress: true }] };
  expect(variables({ ...endpoint, inCluster: false }, { env: 'X' })[1]).toBe(`X=${API_URL}`);
});

test('the URL of a Service goes into the config', () => {
  const settings = config();
  expect(variables(API, { config: settings })).toEqual(['API_URL=config API_URL']);
  expect(settings._value('API_URL')).toBe(API_URL);
});

test('key and path say where and what in the config', () => {
  const settings = config();
  expect(variables(API, { config: settings, key: 'api-url', path: '/v1' })).toEqual(['API_URL=config api-url']);
  expect(settings._value('api-url')).toBe(`${API_URL}/v1`);
});

test('an imported config must hold the key', () => {
  expect(variables(API, { config: config(['API_URL']) })).toEqual(['API_URL=config API_URL']);
  expect(() => variables(API, { config: config(['API_URI']) })).toThrow('API_URL; did you mean API_URI?');
});

test('the URL of a Service is never hard-coded', () => {
  expect(() => variables(API)).toThrow(
    `apps: the URL of ${API_URL} would be hard-coded in variable API_URL; give { config } with an AppConfig that holds it (rule book §10, item 2)`);
  expect(() => variables(NATS)).toThrow('would be hard-coded in variable NATS_URL');
});

test.each<[string, ConnectOptions]>([['config', { config: config() }], ['key', { key: 'X' }], ['path', { path: '/v1' }]])(
  '%s without a variable means nothing', (option, options) => {
    expect(() => variables(NAMELESS, options)).toThrow(`apps: ${API_URL} gives no variable for its address, so ${option} means nothing; name the variable with env`);
  });

test('env means nothing to an endpoint without URL', () => {
  const api = KubernetesApi.of({ rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] });
  expect(() => variables(api, { env: 'X' })).toThrow('so env means nothing');
});

test('a key without its ConfigMap throws', () => {
  expect(() => variables(API, { key: 'X' })).toThrow('apps: key X is given without its ConfigMap; give { config } as well');
});

test('the address that a Secret holds does not go into a ConfigMap', () => {
  expect(() => variables(MYSQL, { config: config() })).toThrow('is known to Secret credentials and must not go into ConfigMap');
});

test('nothing is appended to what a Secret holds', () => {
  expect(() => variables(MYSQL, { path: '/db' })).toThrow('the value of MYSQL_URI is taken as it is, so /db cannot be appended');
});

test('a host without URL gives no variable', () => {
  expect(() => variables(ExternalHost.of({ host: 'a.example.com', port: 9000 }), { env: 'X' })).toThrow('so env means nothing');
});

test('an own endpoint outside that promises a URL and has none throws', () => {
  const endpoint = { ...plain(API), inCluster: false, url: undefined };
  expect(() => variables(endpoint)).toThrow('has no URL for variable API_URL; leave out env, or declare the exact host');
});

function plain(endpoint: IEndpoint): IEndpoint {
  const { description, url, inCluster, needsDns, egress } = endpoint;
  return { description, url, inCluster, needsDns, egress, variables: endpoint.variables };
}
