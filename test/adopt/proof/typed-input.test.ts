import { typedInput } from '../../../src/adopt/proof/typed-input';
import { ManifestSet, readText } from '../../../src/manifest';
import { Verification, verify } from '../../../src/verify';
import { proven } from '../support/proven';

const STATE = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: prices, namespace: shop }\ndata: { DEPTH: 7 }\n';

/** What the verifier says of a ConfigMap, beside another one of the cluster. */
function verified(data: string, metadata = ''): Verification {
  const text = `# of all feeds\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: feed, namespace: shop, ${metadata} }\ndata: { ${data} }\n`;
  return verify(new ManifestSet({ files: readText('a.yaml', text).documents, state: readText('state.yaml', STATE).documents }));
}

const dataOf = (data: string, metadata = '') => typedInput(verified(data, metadata)).input.facts.objects.map(object => object.get('data'));

test.each([
  ['a number is its digits', 'DEPTH: 5', { DEPTH: '5' }],
  ['a switch is its word', 'OPEN: true', { OPEN: 'true' }],
  ['what YAML 1.1 reads as something else is as it is written', 'OPEN: on, DEPTH: 010, VERSION: 1.0', { OPEN: 'on', DEPTH: '010', VERSION: '1.0' }],
  ['a list is left', 'DEPTH: [5]', { DEPTH: [5] }],
])('where a text has to stand, %s', (_, data, expected) => {
  expect(dataOf(data)).toEqual([expected]);
});

describe('null in a map of texts', () => {
  const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop, labels: { tier: ~ } }
spec:
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates }, annotations: { note: ~ } }
    spec: { containers: [{ name: api, image: "shop/rates:1", command: null }] }
`;
  const OTHERS = `apiVersion: v1
kind: Secret
metadata: { name: keys, namespace: shop }
stringData: { token: ~ }
---
apiVersion: example.com/v1
kind: Widget
metadata: { name: w, namespace: shop, labels: { tier: ~ } }
data: { size: ~ }
`;
  const changed = (text: string) => typedInput(verify(new ManifestSet({ files: readText('a.yaml', text).documents }))).fixes.map(({ field }) => field!.path);

  it('is the empty text', () => {
    expect(dataOf('DEPTH: ~')).toEqual([{ DEPTH: '' }]);
  });

  it('is said to be', () => {
    expect(typedInput(verified('DEPTH: ~')).fixes.map(({ field, explanation }) => [field, explanation]))
      .toEqual([[{ path: 'data.DEPTH', before: null, after: '' }, { kind: 'deliberate', reason: 'null in a map of texts is the empty text, as the API server stores it' }]]);
  });

  it('is changed in metadata wherever they are, and no other field of a structure is', () => {
    expect(changed(WORKLOAD)).toEqual(['metadata.labels.tier', 'spec.template.metadata.annotations.note']);
  });

  it('is changed in a Secret, and in kinds of somebody else in the metadata alone', () => {
    expect(changed(OTHERS)).toEqual(['stringData.token', 'metadata.labels.tier']);
  });

  it.each([['a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: feed, namespace: shop }\ndata: { DEPTH: ~, MODE: fast }\n'], ['a workload', WORKLOAD], ['others', OTHERS]])('is proven: %s', (_, text) => {
    const { proof } = proven(text);
    expect([proof.unexplained, proof.newFindings]).toEqual([[], []]);
  });

  it('costs a ConfigMap no construct', () => {
    expect(proven('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: feed, namespace: shop }\ndata: { DEPTH: ~, MODE: fast }\n').proof.app.kept).toEqual([]);
  });
});

test('what nobody wants to be told is left', () => {
  expect(dataOf('DEPTH: 5', 'annotations: { petrosa-nats/ignore.OBJ503: "the pipeline quotes it" }')).toEqual([{ DEPTH: 5 }]);
});

test('what other rules correct is left', () => {
  const input = verified('NATS_URL: "nats://10.1.2.3:4222"');
  const told = verify(input.facts.set, [], { server: { name: 'bus', namespace: 'shop' } });
  expect([told.corrections.size, typedInput(told).fixes]).toEqual([1, []]);
});

test('what tells which object it is stays', () => {
  expect(typedInput(verified('DEPTH: 5', 'labels: { a: 1 }')).fixes.map(({ field }) => field!.path)).toEqual(['metadata.labels.a', 'data.DEPTH']);
  expect(typedInput(verify(new ManifestSet({ files: readText('a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: 17 }\n').documents }))).fixes).toEqual([]);
});

test('each value is a fix of the rule that says so', () => {
  const { fixes } = typedInput(verified('DEPTH: 5, OPEN: on'));
  expect(fixes.map(({ before, after, field, explanation }) => [before!.get('data'), after!.get('data'), field, explanation])).toEqual([
    [{ DEPTH: 5, OPEN: true }, { DEPTH: '5', OPEN: 'on' }, { path: 'data.DEPTH', before: 5, after: '5' },
      { kind: 'fix', code: 'OBJ503', reason: 'data.DEPTH is a whole number, and must be a text' }],
    [{ DEPTH: 5, OPEN: true }, { DEPTH: '5', OPEN: 'on' }, { path: 'data.OPEN', before: true, after: 'on' },
      { kind: 'fix', code: 'FILE008', reason: 'YAML reads on in data.OPEN as true, and Kubernetes wants a text' }],
  ]);
});

test('lines, comments and the state of the cluster are as they were', () => {
  const { facts: { objects: [feed], set } } = typedInput(verified('DEPTH: 5')).input;
  expect([feed.position(['data', 'DEPTH']).line, feed.document.text.split('\n')[0], set.find('ConfigMap', 'shop', 'prices')!.get('data')])
    .toEqual([5, '# of all feeds', { DEPTH: 7 }]);
});

test('an input whose values all have their types is the input', () => {
  const input = verified('DEPTH: "5"');
  expect(typedInput(input)).toEqual({ input, fixes: [] });
});

describe('a workload with values of other types', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop, labels: { version: 1.0, canary: y } }
spec:
  replicas: 1
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec:
      containers:
        - name: api
          image: shop/rates:1
          args: [--depth, 5, --open, on]
          env: [{ name: Y, value: x }, { name: PORT, value: 8080 }, { name: NATS_ENABLED, value: true }, { name: MODE, value: null }]
`;
  const { proof } = proven(text);

  it('is a construct, and each difference is explained', () => {
    expect([proof.app.kept, proof.unexplained, proof.newFindings]).toEqual([[], [], []]);
  });

  it.each([
    ["labels: { version: '1.0', canary: 'y' }"],
    ["args: ['--depth', '5', '--open', 'on']"],
    ["Y: kplus.EnvValue.fromValue('x')"],
    ["PORT: kplus.EnvValue.fromValue('8080')"],
    ["MODE: kplus.EnvValue.fromValue('')"],
    ["data: { NATS_ENABLED: 'true' }"],
  ])('has %s', (code) => {
    expect([...proof.files.values()].join('')).toContain(code);
  });

  it('has a fix for each of them', () => {
    const fixes = proof.explained.flatMap(({ explanation, field }) => explanation.kind === 'fix' ? [`${explanation.code} ${field!.path}`] : []);
    expect(fixes).toEqual([
      'FILE008 metadata.labels.version',
      'FILE008 metadata.labels.canary',
      'OBJ503 spec.template.spec.containers[0].args[1]',
      'FILE008 spec.template.spec.containers[0].args[3]',
      'FILE008 spec.template.spec.containers[0].env[0].name',
      'OBJ503 spec.template.spec.containers[0].env[1].value',
      'OBJ503 spec.template.spec.containers[0].env[2].value',
    ]);
  });
});
