import { AdoptedApp, AdoptOptions, isProven, Proof, prove } from '../../../src/adopt';
import { call, Expression, imported, instance, literal, name, Statement } from '../../../src/adopt/code';
import { Json, JsonObject, ManifestObject, ManifestSet, readText } from '../../../src/manifest';
import { formatAdoption } from '../../../src/report';
import { Verification, verify } from '../../../src/verify';
import { TOOLCHAIN } from '../support/toolchain';

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: feed, namespace: shop }\ndata: { LEVEL: info }\n';
const NOTHING: AdoptedApp = { charts: [], covered: [], kept: [], departures: [], added: [], decisions: [] };
const setOf = (yaml: string) => new ManifestSet({ files: readText('in.yaml', yaml).documents });

type Code = (object: ManifestObject, asked: AdoptOptions) => Expression | undefined;

/** The proof of an app with what is written for each object. */
function proofOf(yaml: string, code: Code, parts: Partial<AdoptedApp> = {}): Proof {
  const input = verify(setOf(yaml));
  const write = (_: Verification, asked: AdoptOptions): AdoptedApp => {
    const statements = input.facts.objects.flatMap((object): Statement[] => {
      const value = asked.raw?.has(object) ? apiObject(object.value, object.name) : code(object, asked);
      return value ? [{ kind: 'expression', value }] : [];
    });
    const kept = [...asked.raw ?? []].map(([object, why]) => ({ object, why }));
    const chart = { className: 'Shop', id: 'shop', constants: [], statements };
    return { charts: [chart], covered: input.facts.objects, kept, departures: [], added: [], decisions: [], ...parts };
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
  expect(proof.app.kept.map(({ why }) => why)).toEqual(['its construct would render another data.LEVEL']);
});

test('what differs in many fields is kept as it is at once', () => {
  const data = Object.fromEntries([...'abcdefghij'].map(key => [key, 'x']));
  const proof = proofOf(CONFIG, object => changed(object, { LEVEL: 'info', ...data }));
  expect(proof.app.kept.map(({ why }) => why)).toEqual(['its construct would render another data.a, data.b, data.c, 7 more fields']);
});

test('an object that is not rendered is kept as it is', () => {
  expect(proofOf(CONFIG, () => undefined).app.kept.map(({ why }) => why)).toEqual(['its construct would not render it']);
});

test('a lost object is not explained by a finding that goes with it', () => {
  const text = CONFIG.replace('LEVEL: info', '"NATS_URL": "nats://10.0.0.1:4222"');
  const input = verify(setOf(text));
  const write = (): AdoptedApp => ({
    charts: [{ className: 'Shop', id: 'shop', constants: [], statements: [] }], covered: [], kept: [], departures: [], added: [], decisions: [],
  });
  const proof = prove({ input, write, setOf, toolchain: TOOLCHAIN });
  expect([input.findings.length > 0, isProven(proof), report(proof)])
    .toEqual([true, false, expect.stringContaining('ConfigMap shop/feed is not rendered')]);
});

test('an object that its construct refuses is kept as it is, with the error', () => {
  const refused = (object: ManifestObject): Expression => object.name === 'feed'
    ? call(imported('cdk8s-petrosa', 'HttpsApi'), 'of', literal('not a host'))
    : apiObject(object.value, object.name);
  const proof = proofOf(`${CONFIG}---\n${CONFIG.replace('feed', 'other')}`, refused);
  expect(proof.app.kept.map(({ object, why }) => [object.name, why])).toEqual([['feed', expect.stringContaining('its construct refuses it: ')]]);
});

test('each of several refused objects is kept with its own error', () => {
  const refused = (object: ManifestObject): Expression => object.name === 'feed'
    ? call(imported('cdk8s-petrosa', 'HttpsApi'), 'of', literal('not a host'))
    : call(imported('cdk8s-petrosa', 'JobSchedule'), 'expression', literal('never'));
  const proof = proofOf(`${CONFIG}---\n${CONFIG.replace('feed', 'other')}`, refused);
  expect(proof.app.kept.map(({ object, why }) => [object.name, why])).toEqual([
    ['feed', expect.stringContaining('not a host')],
    ['other', expect.stringContaining('never')],
  ]);
});

test('code that cannot run is no refusal of a construct', () => {
  const missing = (object: ManifestObject): Expression => apiObject(object.value, object.name);
  const broken: Code = (object) => object.name === 'feed' ? call(name('missing'), 'of') : missing(object);
  expect(() => proofOf(`${CONFIG}---\n${CONFIG.replace('feed', 'other')}`, broken)).toThrow('missing is not defined');
});

test('an error that no object is to blame for is thrown', () => {
  const chart = { className: 'Shop', id: 'Not A Name', constants: [] };
  const statements: Statement[] = [{ kind: 'expression', value: call(imported('cdk8s', 'Size'), 'nothing') }];
  expect(() => proofOf(CONFIG, () => undefined, { charts: [{ ...chart, statements }] })).toThrow('nothing is not a function');
});

test('an object that only the app has is not explained', () => {
  const other = apiObject({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'other', namespace: 'shop' }, stringData: { PASSWORD: 'hunter2' } }, 'other');
  const chart = { className: 'Shop', id: 'shop', constants: [] };
  const own = apiObject(setOf(CONFIG).objects[0].value, 'feed');
  const statements: Statement[] = [own, other].map(value => ({ kind: 'expression', value }));
  const proof = proofOf(CONFIG, () => undefined, { charts: [{ ...chart, statements }] });
  expect([isProven(proof), report(proof)]).toEqual([false, expect.stringContaining('error Secret shop/other is rendered and not in the input')]);
});

test('a departure explains its field', () => {
  const input = verify(setOf(CONFIG.replace('LEVEL: info', 'PRICES_URL: "http://prices:80/all"')));
  const [own] = input.facts.objects;
  const statements: Statement[] = [{ kind: 'expression', value: changed(own, { PRICES_URL: 'http://prices.shop.svc.cluster.local:80/all' }) }];
  const chart = { className: 'Shop', id: 'shop', constants: [], statements };
  const departures = [{ object: own, path: 'data.PRICES_URL', why: 'the full name is what we want' }];
  const proof = prove({ input, write: () => ({ ...NOTHING, charts: [chart], departures }), setOf, toolchain: TOOLCHAIN });
  expect(proof.explained.map(({ explanation }) => explanation)).toEqual([{ kind: 'deliberate', reason: 'the full name is what we want' }]);
});

test('a departure that names a rule explains nothing where the finding stays', () => {
  const input = verify(setOf(CONFIG));
  const [own] = input.facts.objects;
  const statements: Statement[] = [{ kind: 'expression', value: changed(own, { LEVEL: 'debug' }) }];
  const chart = { className: 'Shop', id: 'shop', constants: [], statements };
  const departures = [{ object: own, path: 'data.LEVEL', code: 'URL101' }];
  const proof = prove({ input, write: () => ({ ...NOTHING, charts: [chart], departures }), setOf, toolchain: TOOLCHAIN });
  expect(report(proof)).toContain('error in.yaml:1:1 ConfigMap shop/feed: data.LEVEL is "info" in the input and "debug" in what is rendered');
});

test('a value of a Secret is not printed', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: feed, namespace: shop }\nstringData: { LEVEL: hunter2 }\n';
  const input = verify(setOf(secret));
  const statements: Statement[] = [{ kind: 'expression', value: apiObject({ ...input.facts.objects[0].value, stringData: { LEVEL: 'hunter3' } }, 'feed') }];
  const chart = { className: 'Shop', id: 'shop', constants: [], statements };
  const proof = prove({ input, write: () => ({ ...NOTHING, charts: [chart] }), setOf, toolchain: TOOLCHAIN });
  expect(report(proof)).toMatch(/^(?![^]*hunter)[^]*stringData\.LEVEL is \(not shown/);
});

test('a finding that the input does not have is an error', () => {
  const input = verify(setOf(CONFIG));
  const statements: Statement[] = [{ kind: 'expression', value: changed(input.facts.objects[0], { LEVEL: 'info', NATS_URL: 'nats://10.0.0.1:4222' }) }];
  const chart = { className: 'Shop', id: 'shop', constants: [], statements };
  const proof = prove({ input, write: () => ({ ...NOTHING, charts: [chart] }), setOf, toolchain: TOOLCHAIN });
  expect([isProven(proof), report(proof)]).toEqual([false, expect.stringMatching(/error ConfigMap shop\/feed data\.NATS_URL: URL\d+ .*, which the input does not have/)]);
});

test('an app is not proven that has nothing but a new finding', () => {
  const proof = proofOf(CONFIG, object => apiObject(object.value, 'feed'));
  const [finding] = verify(setOf(CONFIG.replace('LEVEL: info', 'NATS_URL: "nats://10.0.0.1:4222"'))).findings;
  expect([isProven(proof), isProven({ ...proof, newFindings: [finding] })]).toEqual([true, false]);
});

test.each([
  ['a server that nobody needs', 'bank', false],
  ['the server of its URL', 'shop', true],
])('a new policy for a workload that opens %s', (_, namespace, expected) => {
  const env = [{ name: 'API_URL', value: 'http://prices.shop.svc.cluster.local:80' }];
  const template = { metadata: { labels: { app: 'feed' } }, spec: { containers: [{ name: 'main', image: 'docker.io/shop/feed:1', env }] } };
  const spec = { selector: { matchLabels: { app: 'feed' } }, template };
  const workload = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'feed', namespace: 'shop' }, spec };
  const peer = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } };
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'feed', namespace: 'shop' },
    spec: { podSelector: { matchLabels: { app: 'feed' } }, policyTypes: ['Egress'], egress: [{ to: [peer], ports: [{ port: 80, protocol: 'TCP' }] }] },
  };
  const statements = [workload, policy].map((value): Statement => ({ kind: 'expression', value: apiObject(value, value.kind) }));
  const chart = { className: 'Shop', id: 'shop', constants: [], statements };
  const input = verify(setOf(JSON.stringify(workload)));
  const proof = prove({ input, write: () => ({ ...NOTHING, charts: [chart] }), setOf, toolchain: TOOLCHAIN });
  expect(proof.unexplained.length === 0).toBe(expected);
});

test('a policy that stays beside the one of a construct costs its workload the construct, and no other object', () => {
  const workload = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: feed, namespace: shop }\nspec: { selector: { matchLabels: { app: feed } }, '
    + 'template: { metadata: { labels: { app: feed } }, spec: { containers: [{ name: main, image: "docker.io/shop/feed:1" }] } } }\n';
  const policy = (port: number): JsonObject => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'feed', namespace: 'shop' },
    spec: { podSelector: { matchLabels: { app: 'feed' } }, policyTypes: ['Ingress'], ingress: [{ ports: [{ port }] }] },
  });
  const input = verify(setOf(`${workload}---\n${JSON.stringify(policy(80))}\n---\n${CONFIG}`));
  const write = (_: Verification, { raw }: AdoptOptions): AdoptedApp => {
    const own = input.facts.objects.map(object => apiObject(object.value, object.kind));
    const derived = raw?.has(input.facts.objects[0]) ? [] : [apiObject(policy(80), 'derived'), apiObject(policy(81), 'other')];
    const statements = [...derived, ...own].map((value): Statement => ({ kind: 'expression', value }));
    const kept = [...raw ?? []].map(([object, why]) => ({ object, why }));
    const chart = { className: 'Shop', id: 'shop', constants: [], statements };
    return { charts: [chart], covered: input.facts.objects, kept, departures: [], added: [], decisions: [] };
  };
  expect(prove({ input, write, setOf, toolchain: TOOLCHAIN }).app.kept.map(({ object }) => object.kind)).toEqual(['NetworkPolicy', 'Deployment']);
});

/** The proof of an app with ConfigMaps, and a Service too many unless some of them are written as they are. */
function proofWithService(isThere: (raw: readonly string[]) => boolean): { readonly proof: Proof; readonly trials: number } {
  const input = verify(setOf([...'abcdefghijklmpqr'].map(letter => CONFIG.replace('feed', letter)).join('---\n')));
  const other = apiObject({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'other', namespace: 'shop' } }, 'other');
  let trials = 0;
  const write = (_: Verification, { raw = new Map<ManifestObject, string>() }: AdoptOptions): AdoptedApp => {
    trials++;
    const own = input.facts.objects.map(object => apiObject(object.value, object.name));
    const statements = [...own, ...isThere([...raw.keys()].map(({ name: one }) => one)) ? [other] : []].map((value): Statement => ({ kind: 'expression', value }));
    const chart = { className: 'Shop', id: 'shop', constants: [], statements };
    const kept = [...raw].map(([object, why]) => ({ object, why }));
    return { charts: [chart], covered: input.facts.objects, kept, departures: [], added: [], decisions: [] };
  };
  return { proof: prove({ input, write, setOf, toolchain: TOOLCHAIN }), trials };
}

const keptOf = ({ app }: Proof): string[] => app.kept.map(({ object, why }) => `${object.name}: ${why}`);

describe('what constructs bring that is theirs by nothing that can be seen', () => {
  it('costs the one that brings it its construct, and no other', () => {
    expect(keptOf(proofWithService(raw => !raw.includes('k')).proof)).toEqual(['k: its construct would bring Service shop/other']);
  });

  it('costs the first of two either of which is enough', () => {
    expect(keptOf(proofWithService(raw => !raw.includes('k') && !raw.includes('c')).proof)).toEqual(['c: its construct would bring Service shop/other']);
  });

  it('costs both of two that bring it together', () => {
    expect(keptOf(proofWithService(raw => !raw.includes('k') || !raw.includes('c')).proof).map(text => text[0])).toEqual(['k', 'c']);
  });

  it('is found in few trials', () => {
    expect(proofWithService(raw => !raw.includes('k')).trials).toBeLessThan(10);
  });

  it('costs nothing where no construct brings it', () => {
    const { proof } = proofWithService(() => true);
    expect([keptOf(proof), isProven(proof)]).toEqual([[], false]);
  });
});

test('what a workload becomes is given up last', () => {
  const workload = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: feed, namespace: shop }\nspec: { selector: { matchLabels: { app: feed } }, '
    + 'template: { metadata: { labels: { app: feed } }, spec: { containers: [{ name: main, image: "docker.io/shop/feed:1" }] } } }\n';
  const input = verify(setOf(`${workload}---\n${CONFIG}`));
  const other = apiObject({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'other', namespace: 'shop' } }, 'other');
  const write = (_: Verification, { raw }: AdoptOptions): AdoptedApp => {
    const own = input.facts.objects.map(object => apiObject(object.value, object.kind));
    const statements = [...own, ...raw?.size ? [] : [other]].map((value): Statement => ({ kind: 'expression', value }));
    const kept = [...raw ?? []].map(([object, why]) => ({ object, why }));
    return { ...NOTHING, charts: [{ className: 'Shop', id: 'shop', constants: [], statements }], covered: input.facts.objects, kept };
  };
  expect(prove({ input, write, setOf, toolchain: TOOLCHAIN }).app.kept.map(({ object }) => object.kind)).toEqual(['ConfigMap']);
});
