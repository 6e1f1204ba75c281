import { configObject, deployment, factsOf } from '../../support/facts';

/** The variables of the only container, `undefined` where the value is not known. */
function values(container: string, objects = ''): Record<string, string | undefined> {
  const facts = factsOf(deployment('orders', container) + objects);
  return Object.fromEntries(facts.variables(facts.workloads[0].containers[0]).map(({ name, value }) => [name, value]));
}

test('of two entries with one name the last wins', () => {
  expect(values('env: [{ name: A, value: "1" }, { name: A, value: "2" }]')).toEqual({ A: '2' });
});

test('env wins over envFrom, and a later envFrom over an earlier', () => {
  const objects = configObject('ConfigMap', 'one', '{ A: one, B: one, C: one }') + configObject('ConfigMap', 'two', '{ B: two, C: two }');
  const container = 'envFrom: [{ configMapRef: { name: one } }, { configMapRef: { name: two } }], env: [{ name: C, value: own }]';
  expect(values(container, objects)).toEqual({ A: 'one', B: 'two', C: 'own' });
});

test('what a variable replaces is kept', () => {
  const facts = factsOf(deployment('orders', 'env: [{ name: A, value: "1" }, { name: A, value: "2" }, { name: A, value: "3" }]'));
  const [variable] = facts.variables(facts.workloads[0].containers[0]);
  expect(variable.replaces.map(({ value }) => value)).toEqual(['1', '2']);
});

test('envFrom leaves out keys that are no names of variables', () => {
  expect(values('envFrom: [{ configMapRef: { name: one } }]', configObject('ConfigMap', 'one', '{ A: x, 1A: x, "..b": x, "a.b": x, "a/b": x }'))).toEqual({ 'A': 'x', 'a.b': 'x' });
});

test('a prefix makes a name of a key that is none', () => {
  expect(values('envFrom: [{ prefix: X_, configMapRef: { name: one } }]', configObject('ConfigMap', 'one', '{ 1: x }'))).toEqual({ X_1: 'x' });
});

test('the keys of a Secret are known and its values are not', () => {
  expect(values('envFrom: [{ secretRef: { name: one } }]', configObject('Secret', 'one', '{ A: eA== }'))).toEqual({ A: undefined });
});

test.each([
  ['$(A):$(B)', '1:2'],
  ['$$(A)', '$(A)'],
  ['$(LATER)', '$(LATER)'],
  ['$(NOBODY)', '$(NOBODY)'],
  ['$(A', '$(A'],
  ['$(SECRET)', undefined],
  ['$(NATS_SERVICE_HOST)', undefined],
])('%s is expanded as the kubelet does', (text, expected) => {
  const secret = '{ name: SECRET, valueFrom: { secretKeyRef: { name: s, key: k } } }';
  expect(values(`env: [{ name: A, value: "1" }, { name: B, value: "2" }, ${secret}, { name: X, value: "${text}" }, { name: LATER, value: "3" }]`).X).toBe(expected);
});

test('a name that an unknown envFrom may set is not known', () => {
  expect(values('envFrom: [{ configMapRef: { name: unknown } }], env: [{ name: X, value: $(A) }]').X).toBeUndefined();
});

test('the namespace of the pod is known where the workload has one', () => {
  expect(values('env: [{ name: NS, valueFrom: { fieldRef: { fieldPath: metadata.namespace } } }, { name: X, value: nats.$(NS) }]').X).toBe('nats.shop');
});

test('a literal is known as far as its parts are', () => {
  const facts = factsOf(deployment('orders', 'env: [{ name: S, valueFrom: { secretKeyRef: { name: s, key: k } } }, { name: P, value: "1" }, { name: X, value: "$(S):$(P)" }]'));
  expect(facts.variables(facts.workloads[0].containers[0]).at(-1)?.literal).toBe('$(S):1');
});
