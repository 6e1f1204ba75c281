import { HttpsApi } from '../../src/address/https-api';
import { KnownSecret } from '../../src/address/known-secret';
import { NatsServer } from '../../src/address/nats-server';
import { ServiceEndpoint } from '../../src/address/service-endpoint';
import { ValueSource } from '../../src/address/value-source';
import { ConfiguredEndpoint, ConfiguredEndpointProps } from '../../src/config';

const config = { configMapName: 'settings', keys: ['NATS_ENABLED', 'NATS_URL', 'ENGINE', 'API', 'api_endpoint'] };
const nats = NatsServer.of({ service: 'nats-server', namespace: 'nats', podPort: 14222 });
const engine = ServiceEndpoint.http({ service: 'engine', namespace: 'apps', port: 80 });

function variables(props: Omit<ConfiguredEndpointProps, 'config'>): (string | undefined)[][] {
  const { variables: all } = ConfiguredEndpoint.of({ config, ...props });
  return all.map(({ name, source }) => [name, source.config?.configMapName, source.key ?? source.secret?.key]);
}

test('it has the egress, the description and the place of its endpoint', () => {
  const { egress, description, inCluster, needsDns } = ConfiguredEndpoint.of({ config, endpoint: nats, key: 'NATS_URL' });
  expect({ egress, description, inCluster, needsDns })
    .toEqual({ egress: nats.egress, description: nats.description, inCluster: true, needsDns: true });
});

test('an external endpoint stays external', () => {
  expect(ConfiguredEndpoint.of({ config, endpoint: HttpsApi.of('fapi.binance.com'), key: 'API' }).inCluster).toBe(false);
});

test('the keys before stand before that of the URL', () => {
  expect(variables({ endpoint: nats, key: 'NATS_URL', keysBefore: ['NATS_ENABLED'] }))
    .toEqual([['NATS_ENABLED', 'settings', 'NATS_ENABLED'], ['NATS_URL', 'settings', 'NATS_URL']]);
});

test('the variable of the URL has the name that the endpoint gives it', () => {
  const named = ServiceEndpoint.http({ service: 'engine', namespace: 'apps', port: 80, env: 'API_ENDPOINT' });
  expect(variables({ endpoint: named, key: 'api_endpoint' })).toEqual([['API_ENDPOINT', 'settings', 'api_endpoint']]);
});

test('without a name of its own it has that of the key', () => {
  expect(variables({ endpoint: engine, key: 'ENGINE' })).toEqual([['ENGINE', 'settings', 'ENGINE']]);
});

test('credentials of the endpoint follow', () => {
  const token = KnownSecret.of({ name: 'nats', keys: ['token'] }).key('token');
  const secured = NatsServer.of({ service: 'nats-server', namespace: 'nats', credentials: { token } });
  expect(variables({ endpoint: secured, key: 'NATS_URL' })).toEqual([['NATS_URL', 'settings', 'NATS_URL'], ['NATS_TOKEN', undefined, 'token']]);
});

test('the variable of the URL is the one that holds the address', () => {
  const { variables: all } = ConfiguredEndpoint.of({ config, endpoint: nats, key: 'NATS_URL', keysBefore: ['NATS_ENABLED'] });
  expect(all.filter(variable => variable.holdsAddress).map(variable => variable.name)).toEqual(['NATS_URL']);
});

test('of the endpoint\'s variables in any order, that of the URL goes first and literals and credentials follow', () => {
  const secret = KnownSecret.of({ name: 'engine', keys: ['token'] }).key('token');
  const endpoint = {
    ...engine,
    variables: [
      { name: 'MODE', source: ValueSource.literal('fast') },
      { name: 'TOKEN', source: ValueSource.secretKey(secret) },
      { name: 'ENGINE_URL', source: ValueSource.endpointUrl() },
    ],
  };
  expect(variables({ endpoint, key: 'ENGINE' }).map(([name]) => name)).toEqual(['ENGINE_URL', 'MODE', 'TOKEN']);
});

test('a key before replaces the endpoint\'s variable of its name', () => {
  const endpoint = { ...engine, variables: [{ name: 'NATS_ENABLED', source: ValueSource.literal('false') }] };
  expect(variables({ endpoint, key: 'ENGINE', keysBefore: ['NATS_ENABLED'] }).map(([name]) => name)).toEqual(['NATS_ENABLED', 'ENGINE']);
});

test('an endpoint that another config holds is wired by this one alone', () => {
  const endpoint = ConfiguredEndpoint.of({ config: { configMapName: 'common', keys: ['COMMON'] }, endpoint: engine, key: 'COMMON' });
  expect(variables({ endpoint, key: 'ENGINE' })).toEqual([['ENGINE', 'settings', 'ENGINE']]);
});

test('the URL has the path', () => {
  expect(ConfiguredEndpoint.of({ config, endpoint: engine, key: 'ENGINE', path: '/trade' }).url).toBe('http://engine.apps.svc.cluster.local:80/trade');
});

test('a key that the ConfigMap lacks is refused', () => {
  expect(() => ConfiguredEndpoint.of({ config, endpoint: engine, key: 'ENGINES' }).variables).toThrow('ConfigMap settings has no key');
});
