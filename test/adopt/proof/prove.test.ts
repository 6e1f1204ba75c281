import { AdoptedApp, AdoptOptions, isProven, Proof, prove } from '../../../src/adopt';
import { call, Expression, imported, instance, literal, name, Statement } from '../../../src/adopt/code';
import { Json, JsonObject, ManifestObject, ManifestSet, readText } from '../../../src/manifest';
import { formatAdoption } from '../../../src/report';
import { verify } from '../../../src/verify';
import { TOOLCHAIN } from '../support/toolchain';

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: feed, namespace: shop }\ndata: { LEVEL: info }\n';
const setOf = (yaml: string) => new ManifestSet({ files: readText('in.yaml', yaml).documents });

type Code = (object: ManifestObject, asked: AdoptOptions) => Expression | undefined;

/** The proof of an app with what is written for each object. */
function proofOf(yaml: string, code: Code, parts: Partial<AdoptedApp> = {}): Proof {
  const input = verify(setOf(yaml));
  const write = (asked: AdoptOptions): AdoptedApp => {
    const statements = input.facts.objects.flatMap((object): Statement[] => {
      const value = asked.raw?.has(object) ? apiObject(object.value, object.name) : code(object, asked);
      return value ? [{ kind: 'expression', value }] : [];
    });
    const kept = [...asked.raw ?? []].map(([object, why]) => ({ object, why }));
    const chart = { className: 'Shop', id: 'shop', comments: [], constants: [], parameters: [], args: [], statements, methods: [] };
    return { charts: [chart], kept, departures: [], added: [], decisions: [], ...parts };
  };
  return prove({ input, write, setOf, toolchain: TOOLCHAIN });
}

function apiObject(value: JsonObject, id: string): Expression {
  return instance(imported('cdk8s', 'ApiObject'), name('this'), literal(id), literal(value as Json));
}

function changed(object: ManifestObject, data: JsonObject): Expression {
  return apiObject({ ...object.value, data }, object.name);
}

const report = (proof: Proof): string => formatAdoption({ folder: 'app', files: ['main.ts'], proof });

test('an app that renders the input is proven', () => {
  expect(isProven(proofOf(CONFIG, object => apiObject(object.value, 'feed')))).toBe(true);
});

test('what differs is asked for as a patch first', () => {
  const proof = proofOf(CONFIG, (object, { patches }) => changed(object, patches?.has(object) ? { LEVEL: 'info' } : { LEVEL: 'debug' }));
  expect([isProven(proof), proof.app.kept]).toEqual([true, []]);
});

test('the patches name the fields', () => {
  const asked: unknown[] = [];
  proofOf(CONFIG, (object, { patches }) => {
    if (patches?.has(object)) asked.push(patches.get(object));
    return changed(object, { LEVEL: 'debug' });
  });
  expect(asked[0]).toEqual([{ path: 'data.LEVEL', before: 'info', after: 'debug' }]);
});

test('what patches do not repair is kept as it is, with the field', () => {
  const proof = proofOf(CONFIG, object => changed(object, { LEVEL: 'debug' }));
  expect(proof.app.kept.map(({ why }) => why)).toEqual(['its construct renders another data.LEVEL']);
});

test('what differs in many fields is kept as it is at once', () => {
  const data = Object.fromEntries([...'abcdefghij'].map(key => [key, 'x']));
  const proof = proofOf(CONFIG, object => changed(object, { LEVEL: 'info', ...data }));
  expect(proof.app.kept.map(({ why }) => why)).toEqual(['its construct renders another data.a, data.b, data.c, 7 more fields']);
});

test('an object that is not rendered is kept as it is', () => {
  expect(proofOf(CONFIG, () => undefined).app.kept.map(({ why }) => why)).toEqual(['its construct does not render it']);
});

test('an object that its construct refuses is kept as it is, with the error', () => {
  const refused = (object: ManifestObject): Expression => object.name === 'feed'
    ? call(imported('cdk8s-petrosa', 'HttpsApi'), 'of', literal('not a host'))
    : apiObject(object.value, object.name);
  const proof = proofOf(`${CONFIG}---\n${CONFIG.replace('feed', 'other')}`, refused);
  expect(proof.app.kept.map(({ object, why }) => [object.name, why])).toEqual([['feed', expect.stringContaining('its construct refuses it: ')]]);
});

test('an error that no object is to blame for is thrown', () => {
  const chart = { className: 'Shop', id: 'Not A Name', comments: [], constants: [], parameters: [], args: [], methods: [] };
  const statements: Statement[] = [{ kind: 'expression', value: call(imported('cdk8s', 'Size'), 'nothing') }];
  expect(() => proofOf(CONFIG, () => undefined, { charts: [{ ...chart, statements }] })).toThrow('nothing is not a function');
});

test('an object that only the app has is not explained', () => {
  const other = apiObject({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'other', namespace: 'shop' }, stringData: { PASSWORD: 'hunter2' } }, 'other');
  const chart = { className: 'Shop', id: 'shop', comments: [], constants: [], parameters: [], args: [], methods: [] };
  const own = apiObject(setOf(CONFIG).objects[0].value, 'feed');
  const statements: Statement[] = [own, other].map(value => ({ kind: 'expression', value }));
  const proof = proofOf(CONFIG, () => undefined, { charts: [{ ...chart, statements }] });
  expect([isProven(proof), report(proof)]).toEqual([false, expect.stringContaining('error Secret shop/other is rendered and not in the input')]);
});

test('a departure explains its field', () => {
  const [object] = setOf(CONFIG).objects;
  const input = verify(setOf(CONFIG));
  const [own] = input.facts.objects;
  const statements: Statement[] = [{ kind: 'expression', value: changed(object, { LEVEL: 'debug' }) }];
  const chart = { className: 'Shop', id: 'shop', comments: [], constants: [], parameters: [], args: [], statements, methods: [] };
  const departures = [{ object: own, path: 'data.LEVEL', why: 'debug is what we want' }];
  const proof = prove({ input, write: () => ({ charts: [chart], kept: [], departures, added: [], decisions: [] }), setOf, toolchain: TOOLCHAIN });
  expect(proof.explained.map(({ explanation }) => explanation)).toEqual([{ kind: 'deliberate', reason: 'debug is what we want' }]);
});

test('a departure that names a rule explains nothing where the finding stays', () => {
  const input = verify(setOf(CONFIG));
  const [own] = input.facts.objects;
  const statements: Statement[] = [{ kind: 'expression', value: changed(own, { LEVEL: 'debug' }) }];
  const chart = { className: 'Shop', id: 'shop', comments: [], constants: [], parameters: [], args: [], statements, methods: [] };
  const departures = [{ object: own, path: 'data.LEVEL', code: 'URL101' }];
  const proof = prove({ input, write: () => ({ charts: [chart], kept: [], departures, added: [], decisions: [] }), setOf, toolchain: TOOLCHAIN });
  expect(report(proof)).toContain('error in.yaml:1:1 ConfigMap shop/feed: data.LEVEL is "info" in the input and "debug" in what is rendered');
});

test('a value of a Secret is not printed', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: feed, namespace: shop }\nstringData: { LEVEL: hunter2 }\n';
  const input = verify(setOf(secret));
  const statements: Statement[] = [{ kind: 'expression', value: apiObject({ ...input.facts.objects[0].value, stringData: { LEVEL: 'hunter3' } }, 'feed') }];
  const chart = { className: 'Shop', id: 'shop', comments: [], constants: [], parameters: [], args: [], statements, methods: [] };
  const proof = prove({ input, write: () => ({ charts: [chart], kept: [], departures: [], added: [], decisions: [] }), setOf, toolchain: TOOLCHAIN });
  expect(report(proof)).toMatch(/^(?![^]*hunter)[^]*stringData\.LEVEL is \(not shown/);
});

test('a finding that the input does not have is an error', () => {
  const input = verify(setOf(CONFIG));
  const statements: Statement[] = [{ kind: 'expression', value: changed(input.facts.objects[0], { LEVEL: 'info', NATS_URL: 'nats://10.0.0.1:4222' }) }];
  const chart = { className: 'Shop', id: 'shop', comments: [], constants: [], parameters: [], args: [], statements, methods: [] };
  const proof = prove({ input, write: () => ({ charts: [chart], kept: [], departures: [], added: [], decisions: [] }), setOf, toolchain: TOOLCHAIN });
  expect([isProven(proof), report(proof)]).toEqual([false, expect.stringMatching(/error ConfigMap shop\/feed data\.NATS_URL: URL\d+ .*, which the input does not have/)]);
});

test('all objects are kept as they are where that alone renders nothing else', () => {
  const input = verify(setOf(CONFIG));
  const own = apiObject(input.facts.objects[0].value, 'feed');
  const other = apiObject({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'other', namespace: 'shop' } }, 'other');
  const write = ({ raw }: AdoptOptions): AdoptedApp => {
    const statements = (raw?.size ? [own] : [own, other]).map((value): Statement => ({ kind: 'expression', value }));
    const chart = { className: 'Shop', id: 'shop', comments: [], constants: [], parameters: [], args: [], statements, methods: [] };
    return { charts: [chart], kept: [], departures: [], added: [], decisions: [] };
  };
  expect(isProven(prove({ input, write, setOf, toolchain: TOOLCHAIN }))).toBe(true);
});
