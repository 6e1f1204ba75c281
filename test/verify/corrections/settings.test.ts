import { correct, CorrectedParts } from '../../support/corrections';
import { configObject, deployment } from '../../support/facts';

const URL = 'nats://bus.messaging.svc.cluster.local:4222';
const OTHER = 'refer to key NATS_URL of ConfigMap common by configMapKeyRef if the other value that it holds is right, else suppress CFG240 with the reason';
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
    expect(correct('CFG240', text, { state: config('common', `{ NATS_URL: "${URL}" }`) }).text).toBe(text.replace(/, env: .*?\]/, ''));
  });

  test('goes alone where env has another', () => {
    const text = literal(URL, ' envFrom: [{ configMapRef: { name: common } }],').replace('env: [', 'env: [{ name: MODE, value: a }, ');
    expect(correct('CFG240', text, { state: config('common', `{ NATS_URL: "${URL}" }`) }).text).toBe(text.replace(/, \{ name: NATS_URL.*?\}/, ''));
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
    ['two have it under two keys', URL, config('a', `{ nats-url: "${URL}" }`) + config('b', `{ NATS_URL: "${URL}" }`),
      'refer to key nats-url of ConfigMap a or key NATS_URL of ConfigMap b by configMapKeyRef'],
    ['the value of the ConfigMap ends in a line break', URL, config('common', `{ NATS_URL: "${URL}\\n" }`), OTHER],
    ['no ConfigMap has the key', URL, config('common', '{ MODE: a }'), 'put NATS_URL into a ConfigMap that the programs of the namespace share: none holds such a key'],
    ['the one that has it is of another namespace', URL, config('common', `{ NATS_URL: "${URL}" }`).replace('shop', 'other'), 'put NATS_URL into a ConfigMap that the programs of the namespace share: none holds such a key'],
    ['the one that has it is nobody else\'s', URL, config('a', `{ NATS_URL: "${URL}" }`) + reader('a', 'a'), 'refer to key NATS_URL of ConfigMap a by configMapKeyRef, if that ConfigMap is for this program too'],
    ['two have it and none is read more', URL, config('common-b', `{ NATS_URL: "${URL}" }`) + config('common-a', `{ NATS_URL: "${URL}" }`), 'refer to key NATS_URL of ConfigMap common-a or common-b by configMapKeyRef'],
    ['two have it with two values', URL, config('common-b', `{ NATS_URL: "${URL}" }`) + config('common-a', '{ NATS_URL: "nats://x.y.svc.cluster.local:4222" }'),
      'refer by configMapKeyRef to key NATS_URL of ConfigMap common-b, which holds this value, or to key NATS_URL of ConfigMap common-a, which holds another one'],
    ['the shared one has another value', URL, config('common', '{ NATS_URL: "nats://x.y.svc.cluster.local:4222" }'), OTHER],
    ['the shared one has the name and the server is not known', 'nats://10.43.7.12:4222', config('common', `{ NATS_URL: "${URL}" }`), OTHER],
  ])('is to decide where %s', (_, url, state, expected) => {
    expect(corrected(url, state)).toBe(expected);
  });

  test('is to decide where white space alone is another value', () => {
    const text = literal('?').replace('NATS_URL, value: "?"', 'NATS_STREAM, value: "orders"');
    expect(correct('CFG240', text, { state: config('common', '{ NATS_STREAM: "orders\\n" }') }).decisions).toEqual([OTHER.replace('NATS_URL', 'NATS_STREAM')]);
  });

  test('is taken once from a ConfigMap that two files define', () => {
    const common = config('common', `{ NATS_URL: "${URL}" }`);
    expect(correct('CFG240', common + common + literal(URL)).text).toBe(common + common + reference('common'));
  });

  test.each([
    ['7422', URL.replace('4222', '7422'), 'HUB_URL'],
    ['by its name', URL, 'LEAF_URL'],
  ])('for a link between servers means no server of clients (%s)', (_, url, name) => {
    const text = literal(url.replace('bus.messaging.svc.cluster.local', '10.43.7.12')).replace('NATS_URL', name);
    expect(correct('CFG240', text, { state: SERVER + config('common', `{ ${name}: "${URL}" }`) }).decisions).toEqual([OTHER.replace('NATS_URL', name)]);
  });

  describe('in a kustomization', () => {
    const common = config('common', `{ NATS_URL: "${URL}" }`);
    const kustomization = (resource: string): string => `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [${resource}]\n`;

    test.each([
      ['beside it', 'base/kustomization.yaml', 'x.yaml'],
      ['above it', 'kustomization.yaml', 'x.yaml'],
      ['beside it without a kind', 'base/kustomization.yml', ''],
      ['that takes its file in', 'overlays/prod.yaml', '../base/web.yaml'],
      ['that takes its folder in', 'overlays/kustomization.yaml', '../base'],
    ])('%s is to decide, because a patch may set the value', (_, file, resource) => {
      const decisions = correct('CFG240', literal(URL), { file: 'base/web.yaml', state: common, others: { [file]: resource && kustomization(resource) || 'resources: [web.yaml]\n' } }).decisions;
      expect(decisions).toEqual(['refer to key NATS_URL of ConfigMap common by configMapKeyRef here and in each patch of the kustomization: the API refuses a value beside it']);
    });

    test('that takes others in is none of its', () => {
      expect(correct('CFG240', literal(URL), { file: 'base/web.yaml', state: common, others: { 'apps/kustomization.yaml': kustomization('x.yaml, ../base/w') } }).text).toBe(reference('common'));
    });
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
  const env = (...entries: string[]): string => deployment('web', `image: web:1.0.0, env: [${entries.map(entry => `{ name: ${entry} }`).join(', ')}]`);

  /** The entries after the correction, or what is to decide. */
  function corrected(...entries: string[]): readonly string[] {
    const { text, decisions } = correct('CFG205', env(...entries));
    return decisions.length > 0 ? decisions : [...text.matchAll(/\{ name: ([A-Z]+, value: .*?) \}/g)].map(([, entry]) => entry);
  }

  const DIFFERENT = 'keep one of the two entries of MODE: the program gets the last one today';

  test('is removed where it is the same', () => {
    expect(corrected('MODE, value: a', 'MODE, value: a', 'X, value: b')).toEqual(['MODE, value: a', 'X, value: b']);
  });

  test('is to decide where it is another', () => {
    expect(corrected('MODE, value: a', 'MODE, value: b')).toEqual([DIFFERENT]);
  });

  test('keeps the last, which counts', () => {
    expect(corrected('MODE, value: a', 'X, value: b', 'MODE, value: a')).toEqual(['X, value: b', 'MODE, value: a']);
  });

  test('is compared with the one before it, not with the first', () => {
    expect(corrected('MODE, value: live', 'MODE, value: paper', 'MODE, value: live')).toEqual([DIFFERENT, DIFFERENT]);
  });

  test('keeps what the last one refers to', () => {
    expect(corrected('MODE, value: "$(B)"', 'B, value: x', 'MODE, value: "$(B)"')).toEqual(['B, value: x', 'MODE, value: "$(B)"']);
  });

  test.each([
    ['between them', 'TITLE', ['MODE, value: a', 'TITLE, value: "in $(MODE)"', 'MODE, value: a']],
    ['that is the last one', 'MODE', ['MODE, value: "$(MODE)a"', 'MODE, value: "$(MODE)a"']],
  ])('is to decide where one refers to the earlier, %s', (_, user, entries) => {
    expect(corrected(...entries)).toEqual([`keep the entry of MODE above ${user}, which refers to it, if the program is to get no other value of ${user}`]);
  });

  test('is removed where one behind both refers to it', () => {
    expect(corrected('MODE, value: a', 'MODE, value: a', 'TITLE, value: "$(MODE)"')).toEqual(['MODE, value: a', 'TITLE, value: "$(MODE)"']);
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
    ['of a variable', reading('run-mode').replace('run-mode', 'run-mode, optional: true'), 'MODE'],
    ['of a file', deployment('web', 'image: web:1.0.0', 'volumes: [{ name: a, configMap: { name: settings, optional: true, items: [{ key: run-mode, path: x }] } }],'), 'its file'],
  ])('is to decide where the reference %s is optional, since it would be switched on', (_, text, what) => {
    expect(correct('CFG202', text, { state: settings('{ RUN_MODE: a }') }).decisions)
      .toEqual([`write key RUN_MODE of ConfigMap settings if ${what} is to be given from now on: it is optional, and the program runs without it today`]);
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
