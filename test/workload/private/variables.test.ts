import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Variables } from '../../../src/workload/private/variables';

const literal = (value: string) => kplus.EnvValue.fromValue(value);
const fromConfig = (name: string, key: string) => kplus.EnvValue.fromConfigMap({ name } as kplus.IConfigMap, key);
const fromSecret = (name: string, key: string) => kplus.EnvValue.fromSecretValue({ secret: { name } as kplus.ISecret, key });

function setUp(name = 'bot') {
  const container = new kplus.Container({ name, image: 'x' });
  return { variables: new Variables(Testing.chart()), container, present: () => Object.keys(container.env.variables) };
}

test('what was wired before a container was added reaches it, before its own', () => {
  const { variables, container, present } = setUp();
  variables.wire({ name: 'A', value: literal('a') });
  variables.addContainer(container);
  variables.addOwn(container, { B: literal('b') });
  variables.wire({ name: 'C', value: literal('c') });
  expect(present()).toEqual(['A', 'B', 'C']);
});

test('what is wired reaches every container', () => {
  const { variables, container, present } = setUp();
  const second = new kplus.Container({ name: 'second', image: 'x' });
  variables.addContainer(container);
  variables.addContainer(second);
  variables.wire({ name: 'A', value: literal('a') });
  expect([present(), Object.keys(second.env.variables)]).toEqual([['A'], ['A']]);
});

test('a container that was not added gets its own variables only', () => {
  const { variables, container, present } = setUp();
  variables.wire({ name: 'A', value: literal('a') });
  variables.addOwn(container, { B: literal('b') });
  expect(present()).toEqual(['B']);
  expect(variables.overwritten()).toEqual([]);
});

test('the same value twice is taken', () => {
  const { variables, container } = setUp();
  variables.addContainer(container);
  variables.wire({ name: 'A', value: fromConfig('c', 'A') });
  expect(() => variables.wire({ name: 'A', value: fromConfig('c', 'A') })).not.toThrow();
  expect(() => variables.addOwn(container, { A: fromConfig('c', 'A') })).not.toThrow();
});

test.each(['constructor', 'toString', 'valueOf'])('a variable may be named %s, as what every object has', (name) => {
  const { variables, container, present } = setUp();
  variables.addContainer(container);
  variables.wire({ name, value: literal('x') });
  expect([present(), variables.overwritten()]).toEqual([[name], []]);
});

test('a variable named __proto__, which would vanish, throws', () => {
  const { variables, container } = setUp();
  expect(() => variables.addOwn(container, { ['__proto__']: literal('x') }))
    .toThrow('test: a variable named __proto__ would vanish from the object that holds the variables; give it another name (env, rename)');
});

test.each<[string, kplus.EnvValue, kplus.EnvValue, string]>([
  ['another key', fromConfig('c', 'A'), fromConfig('c', 'B'), 'is key A of ConfigMap c already and cannot be key B of ConfigMap c'],
  ['another ConfigMap', fromConfig('c', 'A'), fromConfig('d', 'A'), 'is key A of ConfigMap c already and cannot be key A of ConfigMap d'],
  ['a Secret', fromConfig('c', 'A'), fromSecret('c', 'A'), 'is key A of ConfigMap c already and cannot be key A of Secret c'],
  ['a literal', literal('x'), fromSecret('c', 'A'), 'is a literal already and cannot be key A of Secret c'],
  ['another literal', literal('x'), literal('y'), 'is a literal already and cannot be a literal'],
  ['a field', kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_IP), literal('x'), 'is a field of the pod already and cannot be a literal'],
])('a variable of another value throws: %s', (_, first, second, message) => {
  const { variables, container } = setUp();
  variables.addContainer(container);
  variables.wire({ name: 'A', value: first });
  expect(() => variables.wire({ name: 'A', value: second })).toThrow(`test: variable A of container bot ${message}; remove one of them, or give one another name (env, rename)`);
});

test('an own variable against a wired one throws', () => {
  const { variables, container } = setUp();
  variables.wire({ name: 'A', value: fromConfig('c', 'A') });
  variables.addContainer(container);
  expect(() => variables.addOwn(container, { A: literal('x') })).toThrow('variable A of container bot is key A of ConfigMap c already');
});

test('a literal is never shown, since it may be a credential', () => {
  const { variables, container } = setUp();
  variables.addContainer(container);
  variables.wire({ name: 'A', value: literal('hunter2') });
  expect(() => variables.wire({ name: 'A', value: literal('hunter3') })).not.toThrow(/hunter/);
});

test('a wired variable that is overwritten later is told', () => {
  const { variables, container } = setUp();
  variables.addContainer(container);
  variables.wire({ name: 'A', value: fromConfig('c', 'A') });
  expect(variables.overwritten()).toEqual([]);
  container.env.addVariable('A', literal('x'));
  expect(variables.overwritten()).toEqual([
    'variable A of container bot is wired to key A of ConfigMap c and was overwritten with a literal; remove the addVariable',
  ]);
});

test.each(['nats url', '1ST', 'A-B', 'a.b', ''])('%j is no name of a variable, wired or own', name => {
  const { variables, container } = setUp();
  expect(() => variables.wire({ name, value: literal('x') })).toThrow(`"${name}" is no name of a variable; write letters, digits and underscores`);
  expect(() => variables.addOwn(container, { [name]: literal('x') })).toThrow(`"${name}" is no name of a variable`);
});

test.each(['A', '_a', 'A_1'])('%s is a name of a variable', name => {
  const { variables, container } = setUp();
  expect(() => variables.addOwn(container, { [name]: literal('x') })).not.toThrow();
});
