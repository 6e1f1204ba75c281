import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { NatsServer } from '../../src/address/nats-server';
import { ServiceEndpoint } from '../../src/address/service-endpoint';
import { Warnings } from '../../src/app';
import { AppConfig, Config } from '../../src/config';

const READ_BY_TESTS = { 'petrosa.io/read-by': 'tests' };
const chartIn = (namespace?: string) => new Chart(new App(), 'test', { namespace });
const owned = (data: { [key: string]: string } = {}, chart = chartIn('apps')) => new AppConfig(chart, 'config', { name: 'settings', data, readBy: 'tests' });
const imported = (keys: string[], chart = chartIn('apps')) => AppConfig.fromConfigMapName(chart, 'config', { name: 'settings', keys });
const rendered = (config: Config) => Testing.synth(Chart.of(config)).filter(object => object.kind === 'ConfigMap');
const nats = NatsServer.of({ service: 'nats-server', namespace: 'nats' });
const engine = ServiceEndpoint.http({ service: 'engine', namespace: 'apps', port: 80 });

describe('what is rendered', () => {
  test('an owned config renders one ConfigMap with its data', () => {
    expect(rendered(owned({ KEY: 'value', EMPTY: '' }))).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'apps', annotations: READ_BY_TESTS }, data: { KEY: 'value', EMPTY: '' } },
    ]);
  });

  test('who else reads it stands in an annotation', () => {
    const config = new AppConfig(chartIn('apps'), 'settings', { name: 'settings', readBy: 'the dashboards' });
    expect(rendered(config)[0].metadata.annotations).toEqual({ 'petrosa.io/read-by': 'the dashboards' });
  });

  test('an imported config renders nothing', () => {
    expect(rendered(imported(['KEY']))).toEqual([]);
  });

  test('it says which resource it is, as RBAC rules need it', () => {
    const { apiGroup, apiVersion, kind, resourceType, resourceName } = owned();
    expect([apiGroup, apiVersion, kind, resourceType, resourceName]).toEqual(['', 'v1', 'ConfigMap', 'configmaps', 'settings']);
  });

  test('a name that is no text is refused', () => {
    const name = undefined as unknown as string;
    expect(() => new AppConfig(chartIn(), 'config', { name })).toThrow('undefined is no name of a ConfigMap; write a DNS name');
  });

  test('labels go to the ConfigMap', () => {
    const config = new AppConfig(chartIn(), 'config', { name: 'settings', labels: { app: 'a' } });
    expect(rendered(config)[0].metadata.labels).toEqual({ app: 'a' });
  });

  test('the namespace of the props goes before that of the chart', () => {
    const config = new AppConfig(chartIn('apps'), 'config', { name: 'settings', namespace: 'other' });
    expect([config.namespace, rendered(config)[0].metadata.namespace]).toEqual(['other', 'other']);
  });

  test('without any namespace, none is rendered', () => {
    const config = owned({}, chartIn());
    expect([config.namespace, rendered(config)[0].metadata]).toEqual([undefined, { name: 'settings', annotations: READ_BY_TESTS }]);
  });

  test('a number of an untyped caller becomes a string', () => {
    expect(rendered(owned({ PORT: 8080 as unknown as string }))[0].data).toEqual({ PORT: '8080' });
  });

  test('cdk8s-plus refers to it by its name', () => {
    const value = kplus.EnvValue.fromConfigMap(owned({ KEY: 'value' }), 'KEY');
    expect(value.valueFrom).toEqual({ configMapKeyRef: { name: 'settings', key: 'KEY' } });
  });
});

describe('names', () => {
  test.each(['Settings', 'settings_1', '', 'a b'])('%j is refused as a name', name => {
    expect(() => new AppConfig(chartIn(), 'config', { name })).toThrow('test/config: ');
  });

  test('a name may have dots', () => {
    expect(new AppConfig(chartIn(), 'config', { name: 'kube-root-ca.crt' }).configMapName).toBe('kube-root-ca.crt');
  });

  test('a name may have a label of more than 63 characters', () => {
    expect(new AppConfig(chartIn(), 'config', { name: 'a'.repeat(253) }).configMapName).toHaveLength(253);
  });

  test('outside of a chart the namespace has to be given', () => {
    expect(() => AppConfig.fromConfigMapName(new App(), 'config', { name: 'settings', keys: [] })).toThrow('config: it lies in no chart whose namespace it could have; give it a namespace, or make it in a chart');
    expect(AppConfig.fromConfigMapName(new App(), 'config', { name: 'settings', namespace: 'apps', keys: [] }).namespace).toBe('apps');
  });

  test('a namespace is a DNS label', () => {
    expect(() => new AppConfig(chartIn(), 'config', { name: 'settings', namespace: 'a.b' })).toThrow("'a.b' is no name of a namespace; write a DNS label in lower case, such as petrosa-apps");
  });

  test('two owned configs of one name are refused', () => {
    const chart = chartIn('apps');
    owned({}, chart);
    expect(() => new AppConfig(chart, 'again', { name: 'settings' })).toThrow('test/again: ConfigMap settings is rendered by test/config as well');
  });
});

describe('keys', () => {
  test('keys are sorted, whenever they came', () => {
    const config = owned({ B: '1' });
    config.addData('A', '2');
    expect(config.keys).toEqual(['A', 'B']);
  });

  test('an imported key counts once', () => {
    expect(imported(['B', 'A', 'B']).keys).toEqual(['A', 'B']);
  });

  test('a key that the config lacks is refused with the nearest one, at the path of who asks', () => {
    const config = owned({ NATS_TOPIC: 'a' });
    expect(() => config._requireKey(Chart.of(config), 'NATS_TOPICS')).toThrow('test: ConfigMap settings has no key NATS_TOPICS; did you mean NATS_TOPIC?');
  });

  test('a key that it has is accepted', () => {
    expect(() => imported(['KEY'])._requireKey(chartIn(), 'KEY')).not.toThrow();
  });

  test.each([['owned', () => owned({ 'bad key!': 'x' })], ['imported', () => imported(['bad key!'])]])('a key that Kubernetes refuses is refused in an %s config', (_, make) => {
    expect(make).toThrow('test/config: "bad key!" is no key of a ConfigMap');
  });

  test('every valid key is rendered', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[A-Z][A-Z0-9_.-]{0,20}$/).map(key => `X${key}X`), fc.constantFrom('', 'a', '1', 'true')), data => {
      const config = owned(data);
      expect(config.keys).toEqual(Object.keys(data).sort());
      expect(rendered(config)[0].data ?? {}).toEqual(data);
    }), { numRuns: 30 });
  });
});

describe('values', () => {
  test('the value of an owned key is known', () => {
    expect(owned({ KEY: 'value' })._value('KEY')).toBe('value');
  });

  test('the value of an imported key is not', () => {
    expect(imported(['KEY'])._value('KEY')).toBeUndefined();
  });

  test('the same value may be put twice', () => {
    const config = owned({ KEY: 'value' });
    config.addData('KEY', 'value');
    expect(rendered(config)[0].data).toEqual({ KEY: 'value' });
  });

  test('a second value of a key is refused, at the path of who puts it', () => {
    const config = owned({ KEY: 'one' });
    expect(() => config._put(Chart.of(config), 'KEY', 'two')).toThrow("test: key KEY of ConfigMap settings holds 'one', not 'two'; give it one value");
  });

  test('a value is said of a key that an imported config has', () => {
    const config = imported(['KEY']);
    config.addData('KEY', 'value');
    expect(config._value('KEY')).toBe('value');
    expect(() => config.addData('KEY', 'other')).toThrow("holds 'value', not 'other'; declare what it holds");
  });

  test('an imported config takes no value for a key that it lacks', () => {
    expect(() => imported(['KEY']).addData('KEYS', 'value')).toThrow('has no key KEYS; did you mean KEY?');
  });

  test('a wrapped value is a warning, once', () => {
    const config = owned({ ENVIRONMENT: '"production"' });
    config.addData('ENVIRONMENT', '"production"');
    expect(Warnings.all(config)).toEqual(['test/config: the value of key ENVIRONMENT is wrapped in quotation marks, which the program gets as well']);
  });

  test('values of 1 MiB together are accepted, as Kubernetes does, whatever the keys have', () => {
    expect(() => owned({ A: 'x'.repeat(1024 * 1024 - 1), ['B'.repeat(253)]: 'x' })).not.toThrow();
  });

  test('a byte more is refused', () => {
    expect(() => owned({ A: 'x'.repeat(1024 * 1024 - 1), B: 'ü' })).toThrow('test/config: ConfigMap settings with key B has 1048577 bytes, more than the 1 MiB that Kubernetes takes; mount large files from a volume or split the ConfigMap');
  });
});

describe('endpoints', () => {
  test('a key holds the URL of its endpoint', () => {
    const config = owned();
    config.addEndpoint('NATS_URL', nats);
    expect(rendered(config)[0].data).toEqual({ NATS_URL: 'nats://nats-server.nats.svc.cluster.local:4222' });
  });

  test('a key may hold a path below the URL', () => {
    const config = owned();
    config.addEndpoint('API_ENDPOINT', engine, { path: '/trade/signal' });
    expect(config._value('API_ENDPOINT')).toBe('http://engine.apps.svc.cluster.local:80/trade/signal');
  });

  test('the endpoint of a key is wired by the key', () => {
    const config = owned();
    config.addEndpoint('ENGINE', engine);
    const [{ name, source }] = config.endpoint('ENGINE').variables;
    expect([name, source.config, source.key]).toEqual(['ENGINE', config, 'ENGINE']);
  });

  test('a key without an endpoint is refused with the nearest that has one', () => {
    const config = owned({ KEY: 'value' });
    config.addEndpoint('ENGINE', engine);
    expect(() => config.endpoint('ENGINES')).toThrow('test/config: no endpoint is declared for key ENGINES; did you mean ENGINE?');
  });

  test('an endpoint without a URL is refused at the path of the config', () => {
    expect(() => owned().addEndpoint('DB', { ...engine, description: 'mysql', url: undefined })).toThrow('test/config: key DB cannot hold the URL of mysql');
  });

  test('an endpoint with a NATS URL that is no full name is refused at the path of the config', () => {
    expect(() => owned().addEndpoint('NATS_URL', { ...nats, url: 'nats://10.0.0.5:4222' }))
      .toThrow('test/config: the endpoint of key NATS_URL has no NATS URL by a full name');
  });

  test('a key of an imported config may mean an endpoint', () => {
    const config = imported(['ENGINE']);
    expect(config.addEndpoint('ENGINE', engine).egress).toEqual(engine.egress);
  });

  test('an imported config that lacks the key of an endpoint is refused', () => {
    expect(() => imported(['KEY']).addEndpoint('ENGINE', engine)).toThrow('has no key ENGINE; it holds KEY');
  });

  test('one key means one endpoint', () => {
    const config = owned();
    config.addEndpoint('URL', engine);
    expect(() => config.addEndpoint('URL', nats)).toThrow('key URL of ConfigMap settings holds');
  });

  test('a key before that of the URL must exist', () => {
    expect(() => owned()._putEndpoint('NATS_URL', nats, { keysBefore: ['NATS_ENABLED'] })).toThrow('has no key NATS_ENABLED');
  });
});

describe('who can read it', () => {
  test('a reader of another namespace is refused, with both', () => {
    const config = owned();
    expect(() => config._requireNamespace(Chart.of(config), 'nats')).toThrow(
      'test: it runs in namespace nats and cannot read ConfigMap settings of namespace apps; a pod reads ConfigMaps of its own namespace only: make or import one there');
  });

  test.each([['apps', 'apps'], ['apps', undefined], [undefined, 'apps'], [undefined, undefined]])('a ConfigMap of %s is readable in %s', (of, reader) => {
    const config = owned({}, chartIn(of));
    expect(() => config._requireNamespace(config, reader)).not.toThrow();
  });
});

describe('the checksum', () => {
  test('it has 16 hexadecimal digits', () => {
    expect(owned({ KEY: 'value' })._checksum()).toMatch(/^[0-9a-f]{16}$/);
  });

  test('an imported config has none', () => {
    expect(imported(['KEY'])._checksum()).toBeUndefined();
  });

  test('it does not depend on the order of the keys', () => {
    expect(owned({ A: '1', B: '2' })._checksum()).toBe(owned({ B: '2', A: '1' })._checksum());
  });

  test('it is not that of swapped values', () => {
    expect(owned({ A: '1', B: '2' })._checksum()).not.toBe(owned({ A: '2', B: '1' })._checksum());
  });

  test('it does not depend on name, namespace, labels and path', () => {
    const other = new AppConfig(new Chart(new App(), 'elsewhere'), 'id', { name: 'other', labels: { a: 'b' }, data: { A: '1' } });
    expect(other._checksum()).toBe(owned({ A: '1' })._checksum());
  });

  test('it sees data that is added later', () => {
    const config = owned({ A: '1' });
    const before = config._checksum();
    config.addData('B', '2');
    expect(config._checksum()).toBe(owned({ A: '1', B: '2' })._checksum());
    expect(config._checksum()).not.toBe(before);
  });

  test('it sees a JSON patch, whatever order it leaves', () => {
    const config = owned({ B: '2' });
    ApiObject.of(config).addJsonPatch(JsonPatch.add('/data/A', '1'));
    expect(config._checksum()).toBe(owned({ A: '1', B: '2' })._checksum());
  });

  test('it sees binary data', () => {
    const config = owned({ A: '1' });
    ApiObject.of(config).addJsonPatch(JsonPatch.add('/binaryData', { LOGO: 'AA==' }));
    expect(config._checksum()).not.toBe(owned({ A: '1' })._checksum());
  });
});

describe('finding', () => {
  test('a config is found by namespace and name', () => {
    const config = owned();
    expect(Config._find(Chart.of(config), 'apps', 'settings')).toBe(config);
  });

  test.each([['apps', undefined], [undefined, 'apps']])('a config of namespace %s is found by a reader of namespace %s in its chart', (namespace, readers) => {
    const config = owned({}, chartIn(namespace));
    expect(Config._find(config, readers, 'settings')).toBe(config);
  });

  test('an import is found from another chart where no chart owns the config', () => {
    const config = imported(['KEY']);
    const elsewhere = new Chart(config.node.root as App, 'elsewhere');
    expect(Config._find(elsewhere, 'apps', 'settings')).toBe(config);
  });

  test('a config of another namespace or app is not found', () => {
    const config = owned();
    expect(Config._find(config, 'nats', 'settings')).toBeUndefined();
    expect(Config._find(chartIn(), 'apps', 'settings')).toBeUndefined();
  });

  test.each(['owned first', 'imported first'])('the owned one is found where both are there: %s', order => {
    const chart = chartIn('apps');
    const makers = [() => owned({}, chart), () => AppConfig.fromConfigMapName(chart, 'import', { name: 'settings', keys: [] })];
    const made = (order === 'owned first' ? makers : makers.reverse()).map(make => make());
    expect(Config._find(chart, 'apps', 'settings')).toBe(made.find(config => config.owned));
  });

  test('where two charts own one each, each finds its own', () => {
    const app = Testing.app();
    const [staging, production] = ['staging', 'production'].map(id => owned({ STAGE: id }, new Chart(app, id, { namespace: 'apps' })));
    expect([staging, production].map(config => Config._find(config, 'apps', 'settings'))).toEqual([staging, production]);
  });

  test('a chart that imports a config finds its import before the one that another chart owns', () => {
    const app = Testing.app();
    owned({}, new Chart(app, 'theirs', { namespace: 'apps' }));
    const mine = AppConfig.fromConfigMapName(new Chart(app, 'mine', { namespace: 'apps' }), 'import', { name: 'settings', keys: [] });
    expect(Config._find(mine, 'apps', 'settings')).toBe(mine);
  });

  test.each(['owned first', 'imported first'])('a chart without the config finds the owned one of another chart before an import: %s', order => {
    const app = Testing.app();
    const chart = (id: string) => new Chart(app, id, { namespace: 'apps' });
    const makers = [() => owned({}, chart('theirs')), () => imported([], chart('others'))];
    const made = (order === 'owned first' ? makers : makers.reverse()).map(make => make());
    expect(Config._find(chart('mine'), 'apps', 'settings')).toBe(made.find(config => config.owned));
  });
});
