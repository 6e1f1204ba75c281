import { isProven } from '../../../src/adopt';
import { adopted, body } from '../support/adopted';
import { proven } from '../support/proven';

/** A Deployment with containers, each by its variables. */
function deployment(...containers: readonly string[]): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  replicas: 1
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec:
      containers:
${containers.map((env, i) => `        - { name: c${i}, image: "shop/rates:1", env: [${env}] }`).join('\n')}
`;
}

const CONFIG = (data: string): string => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: rates-config, namespace: shop }
data: { ${data} }
`;

/** A server that the manifests know. */
const SERVER = (name: string, namespace = 'shop'): string => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Namespace
metadata: { name: ${namespace} }
`;

const fromMap = (variable: string, key = variable): string => `{ name: ${variable}, valueFrom: { configMapKeyRef: { name: rates-config, key: ${key} } } }`;
const URL_OF_ORDERS = '{ name: ORDERS_URL, value: "http://orders.shop.svc.cluster.local" }';
const line = (text: string, state?: string): string => body(text, { state }).replace(/\n\s*/g, ' ').replace(/,(?= [}\])])/g, '').replace(/kplus\./g, '');

test('a container without references is not wired', () => {
  expect(line(CONFIG('MODE: fast') + deployment(fromMap('MODE'), ''))).toContain("wiredContainers: ['c0'],");
});

test('what all wired containers have is wired once', () => {
  const code = line(CONFIG('MODE: fast') + deployment(fromMap('MODE'), fromMap('MODE')));
  expect(code.match(/MODE/g)).toHaveLength(2);
});

test('a literal that all wired containers have stays in each of them', () => {
  const code = line(CONFIG('MODE: fast') + deployment(`${fromMap('MODE')}, { name: DEPTH, value: "5" }`, `${fromMap('MODE')}, { name: DEPTH, value: "5" }`));
  expect(code.match(/envVariables: \{ DEPTH: EnvValue.fromValue\('5'\) \}/g)).toHaveLength(2);
});

test('what one wired container has otherwise is its own', () => {
  const code = line(CONFIG('MODE: fast, OTHER: slow') + deployment(fromMap('MODE'), fromMap('MODE', 'OTHER')));
  expect(code).toContain("{ name: 'c1', image: 'shop/rates:1', envVariables: { MODE: EnvValue.fromConfigMap(settings, 'OTHER') }");
});

test('a key that the ConfigMap lacks is a patch', () => {
  expect(line(CONFIG('MODE: fast') + deployment(fromMap('DEPTH')))).toContain("JsonPatch.add('/spec/template/spec/containers/0/env', [{ name: 'DEPTH'");
});

test.each([
  ['a name that is no text', '{ name: N, value: x }', 'container c0 has a variable whose name is false and no text'],
  ['no name', '{ value: x }', 'container c0 has a variable without a name'],
  ['no fields', 'null', 'container c0 has a variable without a name'],
])('a workload whose variable has %s is kept whole, and the reason is given', (_, env, why) => {
  const { kept } = adopted(deployment(`{ name: MODE, value: fast }, ${env}`));
  expect(kept.map(each => each.why)).toEqual([why]);
});

test.each([
  ['no value', '{ name: MODE }'],
  ['a null', '{ name: MODE, value: null }'],
])('a variable with %s is an empty text', (_, env) => {
  expect(line(deployment(env))).toContain("MODE: EnvValue.fromValue('')");
});

test('a patch adds to the variables that props give', () => {
  expect(line(deployment('{ name: MODE, value: fast }, { name: PASSWORD, value: hunter2hunter2 }'))).toContain("JsonPatch.add('/spec/template/spec/containers/0/env/-', {");
});

describe('a variable that refers to another', () => {
  const envOf = (code: string) => [...code.matchAll(/env\/-', \{ name: '(\w+)'/g)].map(([, name]) => name);
  const PASSWORD = '{ name: PASSWORD, value: hunter2hunter2 }';
  const literalOf = (name: string, value: string) => `{ name: ${name}, value: "${value}" }`;

  it.each([
    ['of a ConfigMap', fromMap('MODE')],
    ['of a Secret', '{ name: MODE, valueFrom: { secretKeyRef: { name: db, key: mode } } }'],
  ])('%s stands below it, by a patch', (_, mode) => {
    expect(envOf(line(CONFIG('MODE: fast') + deployment(`${mode}, ${literalOf('FULL', 'x.$(MODE)')}`)))).toEqual(['FULL']);
  });

  it('which is a credential, stands below it, and what refers to it too', () => {
    const code = line(deployment([literalOf('HOST', 'db'), PASSWORD, literalOf('DSN', 'db $(PASSWORD)'), literalOf('ALL', '$(HOST) $(DSN)')].join()));
    expect(envOf(code)).toEqual(['PASSWORD', 'DSN', 'ALL']);
  });

  it.each([
    ['is a literal', `${literalOf('HOST', 'db')}, ${literalOf('DSN', 'at $(HOST)')}`],
    ['stands below it', `${literalOf('DSN', 'at $(PASSWORD)')}, ${PASSWORD}`],
    ['is not there', literalOf('DSN', 'at $(GONE)')],
    ['is none, since the sign is written twice', `${PASSWORD}, ${literalOf('DSN', 'at $$(PASSWORD)')}`],
  ])('which %s, is a prop', (_, env) => {
    expect(line(deployment(env))).toMatch(/DSN: EnvValue.fromValue\('at /);
  });
});

test('a key that is read under two names takes two calls', () => {
  const code = line(CONFIG('MODE: fast') + deployment(`${fromMap('MODE')}, ${fromMap('SPEED', 'MODE')}`));
  expect(code).toContain("rates.useConfig(settings, { keys: ['MODE'] }); rates.useConfig(settings, { keys: ['MODE'], rename: { MODE: 'SPEED' } });");
});

describe('an address that is wrong and that nobody can correct', () => {
  const near = 'apiVersion: v1\nkind: Service\nmetadata: { name: near, namespace: shop }\nspec: { selector: { app: near }, ports: [{ port: 80 }] }\n';

  it.each([
    ['stays a literal, and a comment says which rule finds it wrong', 'ORDERS_URL', 'http://missing:8000', '// A literal as it was, since URL111 does not tell the right address'],
    ['is one of several that need a patch, and a password needs no such comment', 'DB_PASSWORD', 'hunter2hunter2', "env', [{ name: 'DB_PASSWORD'"],
  ])('%s', (_, name, value, code) => {
    expect(line(deployment(`{ name: ${name}, value: "${value}" }`), near)).toContain(code);
  });
});

describe('a setting of NATS that Kubernetes expands', () => {
  const POD = '{ name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } } }';

  it.each([
    ['a variable', 'rates-$(POD)'],
    ['a sign that is written twice', 'a$$b'],
  ])('for %s stays a literal, and a comment says why', (_, value) => {
    expect(body(deployment(`${POD}, { name: NATS_CLIENT, value: "${value}" }`))).toContain(`env/-', {
  // A literal, since Kubernetes expands no value of a ConfigMap
  name: 'NATS_CLIENT',
  value: '${value}',
})`);
  });

  it('stays one in a list of its own', () => {
    expect(body(deployment('{ name: NATS_CLIENT, value: "$(POD)" }'))).toContain(`env', [
  // A literal, since Kubernetes expands no value of a ConfigMap
  { name: 'NATS_CLIENT', value: '$(POD)' },
]`);
  });

  it('costs no construct', () => {
    const { proof } = proven(deployment(`${POD}, { name: NATS_CLIENT, value: "rates-$(POD)" }`));
    expect([isProven(proof), proof.app.kept]).toEqual([true, []]);
  });

  it('is another one than a subject that begins with the sign', () => {
    expect(line(deployment('{ name: NATS_PREFIX, value: "$JS.API" }'))).toContain("data: { NATS_PREFIX: '$JS.API' }");
  });
});

test('a literal that is no text is a patch', () => {
  expect(line(deployment('{ name: NATS_PORTS, value: [80] }'))).toContain("containers/0/env', [{ name: 'NATS_PORTS', value: [80] }]");
});

test('a variable that is asked for as it is is a patch, in each container', () => {
  const patched = { object: 'Deployment rates', path: 'spec.template.spec.containers[c0].env[MODE].valueFrom', before: 'x' };
  const code = body(CONFIG('MODE: fast, DEPTH: "5"') + deployment(`${fromMap('MODE')}, ${fromMap('DEPTH')}`, `${fromMap('MODE')}, ${fromMap('DEPTH')}`), { patched });
  expect([code.match(/env\/-', \{\n? *name: 'MODE'/g)?.length, /keys: \['DEPTH'\]/.test(code)]).toEqual([2, true]);
});

describe('sources of variables', () => {
  const sources = (...all: readonly string[]) => CONFIG('MODE: fast') + deployment('').replace('env: []', `envFrom: [${all.join()}]`);
  const [MAP, SECRET, OPTIONAL] = ['{ configMapRef: { name: rates-config } }', '{ secretRef: { name: users } }', '{ secretRef: { name: db, optional: true } }'];

  it('which may be absent stand behind the others by a patch', () => {
    const code = line(sources(MAP, SECRET, OPTIONAL));
    expect(code).toContain('envFrom: [Env.fromConfigMap(settings), Env.fromSecret(usersSecret)]');
    expect(code).toContain("envFrom/-', { secretRef: { name: 'db', optional: true } })");
  });

  it.each([
    ['before another one', [OPTIONAL, MAP]],
    ['between others', [SECRET, OPTIONAL, MAP]],
  ])('of which one may be absent %s are a patch as a whole, and no constant is left over', (_, all) => {
    const code = line(sources(...all));
    expect([/envFrom', \[ ?\{/.test(code), /const (?!rates)/.test(code)]).toEqual([true, false]);
  });
});

describe('an address that is a literal', () => {
  it('goes into the ConfigMap that there is', () => {
    expect(line(CONFIG('MODE: fast') + deployment(URL_OF_ORDERS))).toContain("rates.connectTo(ServiceEndpoint.http({ service: 'orders', namespace: 'shop', port: 80 }), { env: 'ORDERS_URL', config: settings });");
  });

  it('is a departure of that ConfigMap', () => {
    expect(adopted(CONFIG('MODE: fast') + deployment(URL_OF_ORDERS)).departures.map(({ path, why }) => [path, why])).toContainEqual(['data.ORDERS_URL', 'a workload had the value as a literal']);
  });

  it('is read from the ConfigMap that has the same', () => {
    const { departures } = adopted(CONFIG('ORDERS_URL: "http://orders.shop.svc.cluster.local:80"') + deployment(URL_OF_ORDERS));
    expect(departures.map(({ path }) => path).filter(path => path !== 'spec.replicas')).toEqual(['spec.template.spec.containers[c0].env[ORDERS_URL]']);
  });

  it('goes into a new ConfigMap where that of the workload has another', () => {
    const code = line(CONFIG('ORDERS_URL: "http://users.shop.svc.cluster.local"') + deployment(URL_OF_ORDERS));
    expect(code).toContain("port: 80 }), { env: 'ORDERS_URL', config: ratesAddresses });");
  });

  it('goes into a ConfigMap of each workload where they have others under the name', () => {
    const other = deployment(URL_OF_ORDERS.replace('//orders', '//users')).replaceAll('rates', 'quotes');
    expect(line(deployment(URL_OF_ORDERS) + other)).toMatch(/config: ratesConfig \}\);.* config: quotesConfig \}\);/);
  });

  it('stays where a connection would close the way to a server that is not known', () => {
    const code = line(deployment(`${URL_OF_ORDERS}, { name: MYSQL_URI, valueFrom: { secretKeyRef: { name: db, key: uri } } }`));
    expect(code).toContain("JsonPatch.add('/spec/template/spec/containers/0/env/-', { name: 'ORDERS_URL'");
  });

  it('stays where it is wrong and nothing says what is right', () => {
    const code = line(deployment('{ name: ORDERS_URL, value: "http://gone.shop.svc.cluster.local" }'), SERVER('orders'));
    expect(code).toContain("containers/0/env', [ // A literal as it was, since URL111 does not tell the right address { name: 'ORDERS_URL', value: 'http://gone.shop.svc.cluster.local' } ])");
  });

  it('is a fix of the rule that corrects it', () => {
    const { departures } = adopted(deployment('{ name: NATS_URL, value: "nats://bus.shop.svc:4222" }'), { state: SERVER('bus').replace('port: 80', 'port: 4222') });
    expect(departures.filter(({ path }) => path.endsWith('env[NATS_URL]')).map(({ code }) => code)).toEqual([expect.stringMatching(/^URL\d+$/)]);
  });

  it('is read from the shared ConfigMap that has it under the same name', () => {
    const state = `apiVersion: v1
kind: ConfigMap
metadata: { name: petrosa-common-config, namespace: shop }
data: { NATS_ENABLED: "true", NATS_URL: "nats://bus.nats.svc.cluster.local:4222", ORDERS_URL: "http://orders.shop.svc.cluster.local:80" }
`;
    expect(line(deployment(URL_OF_ORDERS), state)).toContain("rates.connectTo(commonConfig.endpoint('ORDERS_URL'));");
  });
});

const READER = deployment(`${fromMap('NATS_ENABLED')}, ${fromMap('NATS_URL')}`).replaceAll('rates', 'quotes');
const SHARED = `${CONFIG('NATS_ENABLED: "true", NATS_URL: "nats://bus.nats.svc.cluster.local:4222"')}${READER}`
  .replace(/(rates|quotes)-config/g, 'common');

describe('a value that a ConfigMap of the namespace has', () => {
  const STREAM = '{ name: NATS_STREAM, value: RATES }';
  const URL = '{ name: BUS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }';
  const map = (data: string, name = 'common') => CONFIG(data).replace('rates-config', name);
  const DATA = 'NATS_STREAM: RATES, BUS_URL: "nats://bus.nats.svc.cluster.local:4222"';
  const reader = (name: string) => deployment(fromMap('MODE').replace('rates-config', name)).replaceAll('rates', 'quotes');

  it.each([
    ['as a setting', STREAM, "rates.useConfig(settings, { keys: ['NATS_STREAM'] });"],
    ['as an address', URL, "rates.connectTo(settings.endpoint('BUS_URL'));"],
  ])('%s is read from there', (_, env, code) => {
    expect(line(map(`${DATA}, MODE: fast`) + reader('common') + deployment(env))).toContain(code);
  });

  it('is read from one that has nothing else, though nobody reads it', () => {
    expect(line(map('NATS_STREAM: RATES') + deployment(STREAM))).toContain("rates.useConfig(settings, { keys: ['NATS_STREAM'] });");
  });

  it.each([
    ['which nobody reads, and which has more', map(DATA) + deployment(STREAM)],
    ['which is called like another workload', map(`${DATA}, MODE: fast`, 'quotes-config') + reader('quotes-config') + deployment(STREAM)],
    ['under the name of other values too', map(`${DATA}, MODE: fast`) + reader('common') + deployment(STREAM) + deployment(STREAM.replace('RATES', 'NONE')).replaceAll('name: rates', 'name: users')],
    ['of another namespace', map(`${DATA}, MODE: fast`).replace('shop', 'other') + reader('common').replace('shop', 'other') + deployment(STREAM)],
    ['with another value', map('NATS_STREAM: OTHER, MODE: fast') + reader('common') + deployment(STREAM)],
  ])('%s, is read from a new one', (_, text) => {
    expect(adopted(text).added.length).toBeGreaterThan(0);
  });
});

describe('a switch of NATS beside the address that the shared ConfigMap has', () => {
  const URL = '{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }';
  const own = (value: string, url = URL) => `${SHARED}${deployment(`{ name: NATS_ENABLED, value: "${value}" }, ${url}`)}`;
  const keptIn = (text: string) => {
    const { proof } = proven(text);
    return [isProven(proof), proof.app.kept.map(({ why }) => why)];
  };

  it('comes from there too', () => {
    expect(line(own('true'))).toContain("replicas: 1, config: commonConfig, containers: [{ name: 'c0', image: 'shop/rates:1', securityContext");
  });

  it.each([
    ['the same', own('true')],
    ['another one', own('false')],
    ['without that address', own('true', '{ name: OTHER, value: "1" }')],
    ['from the ConfigMap', `${SHARED}${deployment(`${fromMap('NATS_ENABLED').replace('rates-config', 'common')}, ${URL}`)}`],
  ])('costs no construct: %s', (_, text) => {
    expect(keptIn(text)).toEqual([true, []]);
  });

  it('is a setting of its own where it is another one', () => {
    expect(line(own('false'))).toContain("data: { NATS_ENABLED: 'false' }");
  });
});

describe('a literal that two containers share comes from a ConfigMap in both of them, and the app is proven:', () => {
  const URL_OF_BUS = '{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }';

  it.each([
    ['the address of a server', '', URL_OF_BUS],
    ['an address that is not whole', SERVER('orders').replace('selector: { app: orders }, ', ''), '{ name: ORDERS_URL, value: "http://orders" }, { name: NATS_STREAM, value: RATES }'],
    ['a setting of NATS', '', '{ name: NATS_STREAM, value: RATES }'],
    ['the address that the shared ConfigMap has', SHARED, URL_OF_BUS],
  ])('%s', (_, others, env) => {
    const { proof } = proven(others + deployment(env, env));
    expect([isProven(proof), proof.app.kept.map(({ why }) => why)]).toEqual([true, []]);
  });
});

test('an address of the shared ConfigMap is a fix in each container, of the rule about the value and not of one about the variable', () => {
  const env = '{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }';
  expect(adopted(SHARED + deployment(env, env)).departures.filter(({ path }) => path.endsWith('env[NATS_URL]')).map(({ path, code }) => [path, code])).toEqual([
    ['spec.template.spec.containers[c0].env[NATS_URL]', 'CFG240'],
    ['spec.template.spec.containers[c1].env[NATS_URL]', 'CFG240'],
  ]);
});
