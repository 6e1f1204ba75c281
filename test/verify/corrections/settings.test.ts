import { correct, CorrectedParts } from '../../support/corrections';
import { configObject, deployment } from '../../support/facts';

const URL = 'nats://bus.messaging.svc.cluster.local:4222';
const SERVER = '---\napiVersion: v1\nkind: Service\nmetadata: { name: bus, namespace: messaging }\nspec: { selector: { app: bus }, ports: [{ port: 4222 }] }\n';

describe('a literal NATS setting', () => {
  const literal = (url: string, more = ''): string => deployment('web', `image: web:1.0.0,${more} env: [{ name: NATS_URL, value: "${url}" }]`);
  const config = (name: string, data: string): string => configObject('ConfigMap', name, data);
  const reader = (name: string, from: string): string => deployment(name, `image: ${name}:1.0.0, envFrom: [{ configMapRef: { name: ${from} } }]`);
  const reference = (name: string, key = 'NATS_URL'): string => literal('?').replace('value: "?"', `valueFrom: { configMapKeyRef: { name: ${name}, key: ${key} } }`);

  /** The Deployment web after the correction, or what is to decide. */
  function corrected(url: string, state: string, parts: CorrectedParts = {}): string {
    const { text, decisions } = correct('CFG240', literal(url), { state, ...parts });
    return decisions[0] ?? text;
  }

  test.each([
    ['of the name that people give it', URL, config('common-config', `{ NATS_URL: "${URL}" }`), 'common-config'],
    ['that two others read', URL, config('bus', `{ NATS_URL: "${URL}" }`) + reader('a', 'bus') + reader('b', 'bus'), 'bus'],
    ['that most others read', URL, ['bus', 'old'].map(name => config(name, `{ NATS_URL: "${URL}" }`)).join('') + reader('a', 'bus') + reader('b', 'bus') + reader('c', 'bus')
      + reader('d', 'old') + reader('e', 'old'), 'bus'],
    ['which holds the name of the address', 'nats://10.43.7.12:4222', SERVER + config('common', `{ NATS_URL: "${URL}" }`), 'common'],
    ['which holds the name of the address in disguise', 'nats://3232298749:4222', SERVER + config('common', `{ NATS_URL: "${URL}" }`), 'common'],
    ['which holds the same address', 'nats://10.43.7.12:4222', config('common', '{ NATS_URL: "nats://10.43.7.12:4222" }'), 'common'],
    ['which holds the full name of a short one', 'nats://bus.messaging', config('common', `{ NATS_URL: "${URL}" }`), 'common'],
  ])('is taken from the ConfigMap %s', (_, url, state, name) => {
    expect(corrected(url, state)).toBe(reference(name));
  });

  test('is taken from a ConfigMap that the workload reads already', () => {
    const both = 'env: [{ name: MODE, valueFrom: { configMapKeyRef: { name: web, key: MODE } } }, ';
    const text = literal(URL).replace('env: [', both);
    expect(correct('CFG240', text, { state: config('web', `{ NATS_URL: "${URL}", MODE: a }`) }).text).toBe(reference('web').replace('env: [', both));
  });

  test('is taken from a ConfigMap of the files as well', () => {
    const common = config('common', `{ NATS_URL: "${URL}" }`);
    expect(correct('CFG240', common + literal(URL)).text).toBe(common + reference('common'));
  });

  test('is taken from a key that differs by case and punctuation', () => {
    expect(corrected(URL, config('common', `{ nats-url: "${URL}" }`))).toBe(reference('common', 'nats-url'));
  });

  test('prefers the key of its own name', () => {
    expect(corrected(URL, config('common', `{ nats-url: "${URL}", NATS_URL: "${URL}" }`))).toBe(reference('common'));
  });

  test('goes where envFrom gives the same value', () => {
    const text = literal(URL, ' envFrom: [{ configMapRef: { name: common } }],');
    expect(correct('CFG240', text, { state: config('common', `{ NATS_URL: "${URL}" }`) }).text).toBe(text.replace(/\{ name: NATS_URL.*?\}/, ''));
  });

  test.each([
    ['where an envFrom behind may give another value', 'envFrom: [{ configMapRef: { name: common } }, { configMapRef: { name: other } }],'],
    ['where envFrom gives it another name', 'envFrom: [{ configMapRef: { name: common }, prefix: A_ }],'],
    ['where envFrom takes a Secret', 'envFrom: [{ secretRef: { name: common } }],'],
  ])('is a reference %s', (_, from) => {
    expect(correct('CFG240', literal(URL, ` ${from}`), { state: config('common', `{ NATS_URL: "${URL}" }`) }).text)
      .toBe(reference('common').replace(' env:', ` ${from} env:`));
  });

  test('other than the address is taken from it as well', () => {
    const text = literal('?').replace('NATS_URL, value: "?"', 'NATS_ENABLED, value: "true"');
    expect(correct('CFG240', text, { state: config('common', '{ NATS_ENABLED: "true" }') }).text)
      .toBe(text.replace('value: "true"', 'valueFrom: { configMapKeyRef: { name: common, key: NATS_ENABLED } }'));
  });

  test.each([
    ['no ConfigMap has the key', URL, config('common', '{ MODE: a }'), 'put NATS_URL into a ConfigMap that the programs of the namespace share: none holds such a key'],
    ['the one that has it is of another namespace', URL, config('common', `{ NATS_URL: "${URL}" }`).replace('shop', 'other'), 'put NATS_URL into a ConfigMap that the programs of the namespace share: none holds such a key'],
    ['the one that has it is nobody else\'s', URL, config('a', `{ NATS_URL: "${URL}" }`) + reader('a', 'a'), 'choose the ConfigMap to take NATS_URL from: a'],
    ['two have it and none is read more', URL, config('common-b', `{ NATS_URL: "${URL}" }`) + config('common-a', `{ NATS_URL: "${URL}" }`), 'choose the ConfigMap to take NATS_URL from: common-a or common-b'],
    ['two have it with two values', URL, config('common-b', `{ NATS_URL: "${URL}" }`) + config('common-a', '{ NATS_URL: "nats://x.y.svc.cluster.local:4222" }'),
      'choose the ConfigMap to take NATS_URL from: common-b holds this value, and common-a another one'],
    ['the shared one has another value', URL, config('common', '{ NATS_URL: "nats://x.y.svc.cluster.local:4222" }'), 'choose between this value of NATS_URL and the one of ConfigMap common'],
    ['the shared one has the name and the server is not known', 'nats://10.43.7.12:4222', config('common', `{ NATS_URL: "${URL}" }`), 'choose between this value of NATS_URL and the one of ConfigMap common'],
  ])('is to decide where %s', (_, url, state, expected) => {
    expect(corrected(url, state)).toBe(expected);
  });

  test('with a credential is to decide', () => {
    expect(corrected('nats://web:S3KRET99@bus.messaging.svc.cluster.local:4222', config('common', `{ NATS_URL: "${URL}" }`)))
      .toBe('move the credential into a Secret first, then take the URL without user info from a ConfigMap');
  });

  test('in a word of the command line is to decide', () => {
    const text = deployment('web', `image: web:1.0.0, args: ["--nats=${URL}"]`);
    expect(correct('CFG240', text, { state: config('common', `{ NATS_URL: "${URL}" }`) }).decisions)
      .toEqual(['choose a variable for the URL, take it by configMapKeyRef, and write $(NAME) here']);
  });
});

describe('NATS servers of a namespace that differ', () => {
  const NEW = ['orders', 'billing'].map(name => configObject('ConfigMap', name, `{ NATS_URL: "${URL}" }`)).join('');
  const other = (url: string): string => NEW + configObject('ConfigMap', 'stock', `{ NATS_URL: "${url}" }`);
  const old = 'nats://old.messaging.svc.cluster.local:4222';
  const told = { server: { namespace: 'messaging', name: 'bus' } };

  test('become the one that is told', () => {
    expect(correct('CFG241', other(old), told).text).toBe(other(URL));
  });

  test.each([
    ['no server is told', {}, 'confirm the NATS server with --server messaging/bus, or suppress CFG241 with the reason why there are two'],
    ['another server is told', { server: { namespace: 'messaging', name: 'old' } }, 'confirm the NATS server with --server messaging/bus, or suppress CFG241 with the reason why there are two'],
    ['the same name elsewhere is told', { server: { namespace: 'data', name: 'bus' } }, 'confirm the NATS server with --server messaging/bus, or suppress CFG241 with the reason why there are two'],
    ['the other one exists', { ...told, state: SERVER.replaceAll('bus', 'old') }, 'write the URL of messaging/bus if it is meant, else suppress CFG241 with the reason why there are two: both exist'],
  ])('are to decide where %s', (_, parts, expected) => {
    expect(correct('CFG241', other(old), parts).decisions).toEqual([expected]);
  });

  test('by their spelling alone become the full name, also where nobody knows the namespace', () => {
    expect(correct('CFG241', other('nats://bus.messaging:4222')).text).toBe(other(URL));
  });

  test('by their spelling alone become the full name', () => {
    expect(correct('CFG241', other('nats://bus.messaging.svc:4222')).text).toBe(other(URL));
  });

  test('stay where the usual spelling is not the full name', () => {
    const short = NEW.replaceAll(URL, 'nats://bus.messaging.svc:4222') + configObject('ConfigMap', 'stock', `{ NATS_URL: "${URL}" }`);
    expect(correct('CFG241', short)).toEqual({ text: short, decisions: [] });
  });
});

describe('an entry that stands twice in env', () => {
  const twice = (second: string): string => deployment('web', `image: web:1.0.0, env: [{ name: MODE, value: a }${second}]`);

  test('is removed where it is the same', () => {
    expect(correct('CFG205', twice(', { name: MODE, value: a }, { name: X, value: b }')).text).toBe(twice(', { name: X, value: b }'));
  });

  test('is to decide where it is another', () => {
    expect(correct('CFG205', twice(', { name: MODE, value: b }')).decisions).toEqual(['keep one of the two entries of MODE: the program gets the last one today']);
  });
});

describe('a key that the ConfigMap does not hold', () => {
  const reading = (key: string): string => deployment('web', `image: web:1.0.0, env: [{ name: MODE, valueFrom: { configMapKeyRef: { name: settings, key: ${key} } } }]`);
  const settings = (data: string): string => configObject('ConfigMap', 'settings', data);

  test('becomes the one that differs by case and punctuation alone', () => {
    expect(correct('CFG202', reading('run-mode'), { state: settings('{ RUN_MODE: a, RUN_MODES: b }') }).text).toBe(reading('RUN_MODE'));
  });

  test('becomes it in a volume as well', () => {
    const volume = (key: string): string => deployment('web', 'image: web:1.0.0', `volumes: [{ name: a, configMap: { name: settings, items: [{ key: ${key}, path: x }] } }],`);
    expect(correct('CFG202', volume('app.YAML'), { state: settings('{ app.yaml: a }') }).text).toBe(volume('app.yaml'));
  });

  test.each([
    ['nothing is like it', '{ OTHER: a }'],
    ['two are like it', '{ RUN_MODE: a, Run.Mode: b }'],
  ])('stays where %s', (_, data) => {
    expect(correct('CFG202', reading('run-mode'), { state: settings(data) })).toEqual({ text: reading('run-mode'), decisions: [] });
  });
});

describe('characters around a value', () => {
  const settings = (value: string, name = 'NATS_URL'): string => configObject('ConfigMap', 'settings', `\n  ${name}: ${value}`);

  test.each([
    ['quotes', '\'"nats://bus:4222"\'', '\'nats://bus:4222\''],
    ['white space', '" nats://bus:4222 "', '"nats://bus:4222"'],
    ['quotes within white space', '" \'nats://bus:4222 \' "', '"nats://bus:4222"'],
  ])('go: %s', (_, before, after) => {
    expect(correct('CFG210', settings(before)).text).toBe(settings(after));
  });

  test('stay in what is no setting of NATS', () => {
    expect(correct('CFG210', settings('" a "', 'MODE'))).toEqual({ text: settings('" a "', 'MODE'), decisions: [] });
  });

  test('stay in a Secret', () => {
    const secret = configObject('Secret', 'settings', '{ NATS_PREFIXED: IiBhICIK }');
    expect(correct('CFG210', secret)).toEqual({ text: secret, decisions: [] });
  });
});

describe('a value of the wrong type', () => {
  const config = (value: string): string => configObject('ConfigMap', 'settings', `{ MODE: ${value} }`);
  const pod = (port: string, tty: string): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: web, image: web, tty: ${tty}, ports: [{ containerPort: ${port} }] }] }\n`;

  test.each([
    ['FILE008', 'yes', '"yes"'],
    ['FILE008', '010', '"010"'],
    ['FILE008', '1.10', '"1.10"'],
    ['OBJ503', '8080', '"8080"'],
    ['OBJ503', 'true', '"true"'],
  ])('that has to be a text is quoted as it is written (%s, %s)', (code, before, after) => {
    expect(correct(code, config(before)).text).toBe(config(after));
  });

  test.each([
    ['a number', pod('"8080"', 'true'), pod('8080', 'true')],
    ['true or false', pod('8080', '"false"'), pod('8080', 'false')],
  ])('that has to be %s loses its quotes', (_, before, after) => {
    expect(correct('OBJ503', before).text).toBe(after);
  });

  test.each([
    ['a number', pod('"http"', 'true')],
    ['a number as a machine writes it', pod('"0x1f"', 'true')],
    ['true or false', pod('8080', '"maybe"')],
    ['a text', config('[a]')],
  ])('that is no %s stays', (_, text) => {
    expect(correct('OBJ503', text)).toEqual({ text, decisions: [] });
  });
});
