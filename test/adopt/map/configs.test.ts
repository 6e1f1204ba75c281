import { adopted, body } from '../support/adopted';
import { proven } from '../support/proven';

/** A ConfigMap with some data. */
function configMap(data: string, { name = 'rates-config', metadata = 'namespace: shop', rest = '' } = {}): string {
  return `---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, ${metadata} }
data: { ${data} }
${rest}
`;
}

/** A Deployment with the variables of one container. */
function deployment(env: string, { name = 'rates', namespace = 'shop' } = {}): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: "shop/${name}:1", env: [${env}] }] }
`;
}

const fromMap = (variable: string, map: string, key = variable): string => `{ name: ${variable}, valueFrom: { configMapKeyRef: { name: ${map}, key: ${key} } } }`;
const line = (text: string, state?: string): string => body(text, { state }).replace(/\n\s*/g, ' ').replace(/,(?= [}\])])/g, '').replace(/kplus\./g, '');

const COMMON = 'NATS_ENABLED: "true", NATS_URL: "nats://bus.nats.svc.cluster.local:4222"';
const ORDERS = 'http://orders.shop.svc.cluster.local:80';

describe('settings of NATS that a workload has as literals', () => {
  it('go into a ConfigMap of their own', () => {
    expect(line(deployment('{ name: NATS_STREAM, value: RATES }'))).toContain("const settings = new AppConfig(this, 'config', { name: 'rates-config', data: { NATS_STREAM: 'RATES' } });");
  });

  it('go into the ConfigMap that there is', () => {
    expect(line(configMap('MODE: fast') + deployment('{ name: NATS_STREAM, value: RATES }'))).toContain("data: { MODE: 'fast', NATS_STREAM: 'RATES' }");
  });

  it('are a departure of that ConfigMap, and of the workload', () => {
    const { departures } = adopted(configMap('MODE: fast') + deployment('{ name: NATS_STREAM, value: RATES }'));
    expect(departures.map(({ path, why }) => [path, why])).toEqual([
      ['data.NATS_STREAM', 'a workload had the value as a literal'],
      ['spec.template.spec.containers[main].env[NATS_STREAM]', 'settings of NATS come from a ConfigMap'],
    ]);
  });

  it('are read from the ConfigMap that has the same', () => {
    const code = line(configMap('NATS_STREAM: RATES') + deployment('{ name: NATS_STREAM, value: RATES }'));
    expect(code).toContain("data: { NATS_STREAM: 'RATES' } }); const rates");
  });

  it.each([
    ['that is called like the workload', configMap('NATS_STREAM: OTHER') + deployment('{ name: NATS_STREAM, value: RATES }'), 'rates-addresses'],
    ['whose keys the workload reads', configMap('MODE: fast, NATS_STREAM: OTHER', { name: 'modes' })
      + deployment(`${fromMap('MODE', 'modes')}, { name: NATS_STREAM, value: RATES }`), 'rates-config'],
  ])('go into a new ConfigMap where the one %s has something else', (_, text, made) => {
    expect(line(text)).toContain(`name: '${made}', data: { NATS_STREAM: 'RATES' }`);
  });

  it('stay where each ConfigMap that is made for them has something else', () => {
    const [first, second, third] = ['RATES', 'QUOTES', 'ORDERS'].map(value => deployment(`{ name: NATS_STREAM, value: ${value} }`));
    const code = line(first + second.replace('kind: Deployment', 'kind: DaemonSet') + third.replace('kind: Deployment', 'kind: StatefulSet'));
    expect([...code.matchAll(/NATS_STREAM: '(\w+)'|'NATS_STREAM', value: '(\w+)'/g)].map(([, made, patched]) => made ?? `literal ${patched}`))
      .toEqual(['RATES', 'QUOTES', 'literal ORDERS']);
  });

  it('stay where a config would refuse them', () => {
    expect(line(deployment('{ name: NATS_PASSWORD, value: hunter2hunter2 }'))).not.toContain('AppConfig');
  });

  it('go into a ConfigMap of another name where that of the workload lies elsewhere', () => {
    expect(line(deployment('{ name: NATS_STREAM, value: RATES }'), configMap('MODE: fast', { metadata: 'namespace: other' }))).toContain("name: 'rates-addresses'");
  });

  it('go into a ConfigMap of a third name where both lie elsewhere', () => {
    const state = ['rates-config', 'rates-addresses'].map(name => configMap('MODE: fast', { name, metadata: 'namespace: other' })).join('');
    expect(line(deployment('{ name: NATS_STREAM, value: RATES }'), state)).toContain("name: 'rates-addresses-of-servers'");
  });

  it('go into one ConfigMap beside others that are not of the workload', () => {
    const state = configMap('MODE: fast', { metadata: 'namespace: other' });
    const others = configMap('MODE: fast', { name: 'modes' }) + configMap('DEPTH: "5"', { name: 'depths' });
    expect(line(others + deployment('{ name: NATS_STREAM, value: RATES }, { name: NATS_DOMAIN, value: hub }'), state))
      .toContain("name: 'rates-addresses', data: { NATS_STREAM: 'RATES', NATS_DOMAIN: 'hub' }");
  });

  it('go into the ConfigMap whose keys the workload reads, however it is called', () => {
    const code = line(configMap('MODE: fast', { name: 'modes' }) + deployment(`${fromMap('MODE', 'modes')}, { name: NATS_STREAM, value: RATES }`));
    expect(code).toContain("name: 'modes', data: { MODE: 'fast', NATS_STREAM: 'RATES' }");
  });

  const NATS_STREAM = '{ name: NATS_STREAM, value: RATES }';
  const quotes = (env: string): string => deployment(env, { name: 'quotes' });
  const mounted = (text: string, map: string): string => text.replace('spec: { containers:', `spec: { volumes: [{ name: v, configMap: { name: ${map} } }], containers:`);
  const whole = (text: string, map: string): string => text.replace('env: [', `envFrom: [{ configMapRef: { name: ${map} } }], env: [`);

  it.each([
    ['one that only another workload reads', configMap('MODE: fast', { name: 'modes' }) + quotes(fromMap('MODE', 'modes')) + deployment(NATS_STREAM)],
    ['one that nothing reads', configMap('MODE: fast', { name: 'modes' }) + quotes('') + deployment(NATS_STREAM)],
    ['one that is files of the workload', configMap('MODE: fast', { name: 'modes' }) + quotes('') + mounted(deployment(NATS_STREAM), 'modes')],
    ['one that is files of another workload', configMap('MODE: fast', { name: 'modes' }) + mounted(quotes(''), 'modes') + deployment(`${fromMap('MODE', 'modes')}, ${NATS_STREAM}`)],
    ['one that another workload takes whole', configMap('MODE: fast', { name: 'modes' }) + whole(quotes(''), 'modes') + deployment(`${fromMap('MODE', 'modes')}, ${NATS_STREAM}`)],
  ])('do not go into %s', (_, text) => {
    expect(line(text)).toContain("new AppConfig(this, 'shop-config', { name: 'shop-config', data: { NATS_STREAM: 'RATES' } });");
  });

  it('go into the ConfigMap that the workload takes whole', () => {
    expect(line(configMap('MODE: fast', { name: 'modes' }) + whole(deployment(NATS_STREAM), 'modes'))).toContain("data: { MODE: 'fast', NATS_STREAM: 'RATES' }");
  });

  describe('beside a container that takes a ConfigMap whole', () => {
    const beside = (env: string, list = 'containers', side = ''): string => deployment(env)
      .replace('containers: [', list === 'containers' ? 'containers: [SIDE, ' : `${list}: [SIDE], containers: [`)
      .replace('SIDE', `{ name: side, image: "shop/side:1"${side} }`);
    const TAKES = ', envFrom: [{ configMapRef: { name: rates-config } }]';
    const BUS = `{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }, ${NATS_STREAM}`;

    it.each([
      ['of the same pod', configMap('MODE: fast') + beside(BUS, 'containers', TAKES)],
      ['that runs before', configMap('MODE: fast') + beside(BUS, 'initContainers', TAKES)],
      ['which is made elsewhere', beside(BUS, 'containers', TAKES)],
    ])('go into another: one %s', (_, text) => {
      const { app } = proven(text).proof;
      expect([app.added.filter(({ id }) => id.includes('ConfigMap')).map(({ id }) => id), app.kept]).toEqual([['shop/ConfigMap/rates-addresses'], []]);
    });

    it('go into that one where the container has them all the same', () => {
      const both = configMap('MODE: fast') + beside(NATS_STREAM, 'containers', `, env: [${NATS_STREAM}]${TAKES}`);
      expect(line(both)).toContain("data: { MODE: 'fast', NATS_STREAM: 'RATES' }");
    });

    it('go into another where the container would have them under a second name', () => {
      const prefixed = TAKES.replace('[{', '[{ prefix: OLD_,');
      expect(line(configMap('MODE: fast') + beside(NATS_STREAM, 'containers', `, env: [${NATS_STREAM}]${prefixed}`))).toContain("data: { MODE: 'fast' }");
    });
  });

  it('of several workloads go into one ConfigMap, which is called like the system', () => {
    const { added } = adopted(deployment(NATS_STREAM) + quotes(`${NATS_STREAM}, { name: NATS_DOMAIN, value: hub }`));
    expect(added.map(({ id }) => id)).toEqual(['shop/ConfigMap/shop-config']);
  });

  describe('of which others have other values', () => {
    const rates = deployment(NATS_STREAM);
    const others = quotes('{ name: NATS_STREAM, value: QUOTES }');

    it.each([['first', rates + others], ['last', others + rates]])('go into a ConfigMap of the workload itself: it stands %s', (_, text) => {
      expect(line(text)).toContain("const ratesConfig = new AppConfig(this, 'rates-config', { name: 'rates-config', data: { NATS_STREAM: 'RATES' } });");
    });

    it('do not go into a ConfigMap that others read too', () => {
      const modes = (env: string) => `${fromMap('MODE', 'modes')}, ${env}`;
      const text = configMap('MODE: fast', { name: 'modes' }) + deployment(modes(NATS_STREAM)) + quotes(modes('{ name: NATS_STREAM, value: QUOTES }'));
      expect(line(text)).toContain("name: 'rates-config', data: { NATS_STREAM: 'RATES' }");
    });

    it('go into a ConfigMap that it alone reads', () => {
      const text = configMap('MODE: fast', { name: 'modes' }) + deployment(`${fromMap('MODE', 'modes')}, ${NATS_STREAM}`) + others;
      expect(line(text)).toContain("name: 'modes', data: { MODE: 'fast', NATS_STREAM: 'RATES' }");
    });

    it('are corrected before they are compared', () => {
      const url = (name: string, value: string) => deployment(`{ name: NATS_URL, value: "${value}" }`, { name });
      const state = 'apiVersion: v1\nkind: Service\nmetadata: { name: bus, namespace: nats }\nspec: { ports: [{ port: 4222 }] }\n';
      expect(line(url('rates', 'nats://bus.nats:4222') + url('quotes', 'nats://bus.nats.svc.cluster.local:4222'), state)).not.toContain('quotes-config');
    });
  });

  it('lie in the namespace of their workload', () => {
    const others = ['rates', 'orders'].map(name => deployment('', { name })).join('');
    expect(line(NOWHERE + others + deployment(NATS_STREAM, { namespace: 'lab' }))).toContain("new AppConfig(this, 'config', { name: 'rates-config', namespace: 'lab', data: {");
  });
});

describe('the shared ConfigMap of the platform', () => {
  it('is one of the chart that nothing names', () => {
    expect(line(configMap(COMMON, { name: 'petrosa-common-config' }))).toMatch(/^new PetrosaCommonConfig\(/);
  });

  it('is one of the chart, switched off, with endpoints of its own', () => {
    const data = `${COMMON.replace('true', 'false')}, DATA_MANAGER_URL: "${ORDERS}", FEED_URL: "nats://feed.nats.svc.cluster.local:4222", MODE: fast`;
    expect(line(configMap(data, { name: 'petrosa-common-config' }))).toContain("const commonConfig = new PetrosaCommonConfig(this, 'common-config', { natsEnabled: false, "
      + "data: { MODE: 'fast' }, nats: NatsServer.of({ service: 'bus', namespace: 'nats' }), dataManager: ServiceEndpoint.http({ service: 'orders', namespace: 'shop', port: 80 }) });"
      + " commonConfig.addEndpoint('FEED_URL', NatsServer.of({ service: 'feed', namespace: 'nats' }));");
  });

  it('gives the endpoint of a prop and one by its key', () => {
    const state = configMap(`${COMMON}, DATA_MANAGER_URL: "${ORDERS}", FEED_URL: "nats://feed.nats.svc.cluster.local:4222"`, { name: 'petrosa-common-config' });
    const code = line(deployment(['DATA_MANAGER_URL', 'FEED_URL'].map(key => fromMap(key, 'petrosa-common-config')).join(', ')), state);
    expect(code).toContain("rates.connectTo(commonConfig.dataManager); rates.connectTo(commonConfig.endpoint('FEED_URL'));");
  });

  it('tells its keys where workloads read others than those of the platform', () => {
    const code = line(deployment(fromMap('DEPTH', 'petrosa-common-config')), configMap(`${COMMON}, DEPTH: "5"`, { name: 'petrosa-common-config' }));
    expect(code).toContain("keys: ['DEPTH', 'NATS_ENABLED', 'NATS_URL'], nats: NatsServer.of(");
  });

  it('is known by its keys, whatever its name is', () => {
    const code = line(deployment(fromMap('NATS_URL', 'bus')), configMap(COMMON, { name: 'bus' }));
    expect(code).toContain("PetrosaCommonConfig.fromConfigMapName(this, 'common-config', { name: 'bus', nats:");
  });

  it('is known by its name, where it is not among the manifests', () => {
    expect(line(deployment(fromMap('NATS_URL', 'petrosa-common-config')))).toContain("PetrosaCommonConfig.fromConfigMapName(this, 'common-config', { "
      + "nats: NatsServer.of({ service: 'nats-server', namespace: 'nats' }) });");
  });

  it('wires its switch and its address together', () => {
    const code = line(deployment(['NATS_ENABLED', 'NATS_URL'].map(key => fromMap(key, 'petrosa-common-config')).join(', ')));
    expect(code).not.toContain('useConfig');
  });

  it('gives its switch alone as a key, which connects to nothing', () => {
    expect(line(deployment(fromMap('NATS_ENABLED', 'petrosa-common-config')))).toContain("rates.useConfig(commonConfig, { keys: ['NATS_ENABLED'] });");
  });
});

test('a ConfigMap of another namespace says so', () => {
  const code = line(configMap('MODE: fast') + deployment('') + configMap('MODE: slow', { name: 'quotes', metadata: 'namespace: other' }));
  expect(code).toContain("{ name: 'quotes', namespace: 'other', data: { MODE: 'slow' } }");
});

/** An object that leaves its namespace to `kubectl apply -n`, so that its chart has none. */
const NOWHERE = '---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: anywhere }\n';

test('an imported ConfigMap of another namespace than that of the chart says so', () => {
  const code = line(NOWHERE + deployment('') + deployment('', { name: 'users' }) + deployment(fromMap('MODE', 'modes'), { name: 'quotes', namespace: 'other' }));
  expect(code).toContain("AppConfig.fromConfigMapName(this, 'modes', { name: 'modes', keys: ['MODE'], namespace: 'other' })");
});

test('a value that a config refuses is a patch, as long as nobody reads it', () => {
  expect(line(configMap('MODE: fast, PASSWORD: hunter2hunter2'))).toContain("addJsonPatch(JsonPatch.add('/data/PASSWORD', 'hunter2hunter2'))");
});

test('a ConfigMap with a value that a config refuses is kept as it is where a workload reads that', () => {
  expect(line(configMap('MODE: fast, PASSWORD: hunter2hunter2') + deployment(fromMap('PASSWORD', 'rates-config')))).toContain("kind: 'ConfigMap'");
});

test('a ConfigMap without data is kept as it is', () => {
  expect(line(configMap('').replace('data: {  }', ''))).toContain("kind: 'ConfigMap'");
});

test.each([
  ['no data', configMap('').replace('data: {  }', '')],
  ['a number', configMap('MODE: 7')],
])('a key of an imported ConfigMap with %s is wired all the same', (_, state) => {
  expect(line(deployment(fromMap('MODE', 'rates-config')), state)).toContain("rates.useConfig(ratesConfig, { keys: ['MODE'] });");
});

test('a field of a ConfigMap beside its data is a patch', () => {
  expect(line(configMap('MODE: fast', { rest: 'immutable: true' }))).toContain("ApiObject.of(settings).addJsonPatch(JsonPatch.add('/immutable', true));");
});

test('an imported ConfigMap names those endpoints alone that are read', () => {
  const state = configMap(`ORDERS_URL: "${ORDERS}", USERS_URL: "http://users.shop.svc.cluster.local"`);
  expect(line(deployment(fromMap('ORDERS_URL', 'rates-config')), state)).not.toContain('users');
});
