import { ApiObject, App, Chart, IResolver, JsonPatch, Lazy, ResolutionContext } from 'cdk8s';
import * as fc from 'fast-check';
import { PlainObject } from '../../../src/app/private/plain-object';

const METADATA = { name: 'thing', labels: { app: 'web' } };

/** Values of manifests, some of them missing. */
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3 }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('b', 'a', '1', 'Z'), fc.option(tie('value'), { nil: undefined }), { noNullPrototype: true }),
  ),
}));

/** The same object by cdk8s and here, as an app renders them. */
function both(
  fields: { readonly [field: string]: unknown }, props = {}, change = (_: ApiObject): void => {},
): readonly [stock: string, plain: string] {
  const charts = ['stock', 'plain'].map(id => new Chart(new App(props), id, { namespace: 'apps' }));
  const lazy = Object.entries(fields).map(([field, content]) => [field, Lazy.any({ produce: () => content })]);
  const stock = new ApiObject(charts[0], 'thing', { apiVersion: 'v1', kind: 'Thing', metadata: METADATA, ...Object.fromEntries(lazy) });
  const producers = Object.entries(fields).map(([field, content]) => [field, () => content]);
  const plain = new PlainObject(charts[1], 'thing', { apiVersion: 'v1', kind: 'Thing', metadata: METADATA, fields: Object.fromEntries(producers) });
  return [stock, plain].map(object => {
    change(object);
    try {
      return JSON.stringify(object.toJson());
    } catch (error) {
      return String(error).replace(object.node.path, 'its path');
    }
  }) as [string, string];
}

test('it is rendered as cdk8s renders an object with the same fields', () => {
  fc.assert(fc.property(value, value, (spec, data) => {
    const [stock, plain] = both({ spec, data });
    expect(plain).toBe(stock);
  }));
});

test('patches are applied', () => {
  const [stock, plain] = both({ spec: { port: 80 } }, {}, object => object.addJsonPatch(JsonPatch.replace('/spec/port', 8080)));
  expect([plain, plain.includes('8080')]).toEqual([stock, true]);
});

test('labels that are added later are rendered', () => {
  const [stock, plain] = both({ spec: {} }, {}, object => object.metadata.addLabel('tier', 'front'));
  expect([plain, plain.includes('front')]).toEqual([stock, true]);
});

test('a resolver of the app is asked about each value', () => {
  class UpperCase implements IResolver {
    public resolve(context: ResolutionContext): void {
      if (context.value === 'word') context.replaceValue('WORD');
    }
  }
  const [stock, plain] = both({ spec: { text: 'word' } }, { resolvers: [new UpperCase()] });
  expect([plain, plain.includes('WORD')]).toEqual([stock, true]);
});

test('keys keep their order where cdk8s is told not to sort', () => {
  process.env.CDK8S_DISABLE_SORT = 'true';
  try {
    const [stock, plain] = both({ spec: { b: 1, a: 2 } });
    expect([plain, plain.includes('{"b":1,"a":2}')]).toEqual([stock, true]);
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});

test('a value of a field that is made when it is asked for is rendered', () => {
  const [stock, plain] = both({ spec: { port: Lazy.any({ produce: () => 8080 }) } });
  expect([plain, plain.includes('8080')]).toEqual([stock, true]);
});

test('an object whose resolvers are replaced one by one is rendered by them', () => {
  class Nothing implements IResolver {
    public resolve(): void {}
  }
  const [stock, plain] = both({ spec: { port: Lazy.any({ produce: () => 8080 }) } }, {}, (object) => {
    App.of(object).resolvers.splice(0, 1, new Nothing());
  });
  expect(plain).toBe(stock);
});

test.each<[string, (object: ApiObject) => void]>([
  ['a label that is no text', object => object.metadata.addLabel('at', new Date(0) as unknown as string)],
  ['a label that cannot be made', object => object.metadata.addLabel('at', Lazy.any({ produce: () => { throw new Error('not known yet'); } }))],
])('%s fails with the path of the object', (_, change) => {
  const [stock, plain] = both({ spec: {} }, {}, change);
  expect([plain, plain.includes('at path \'its path\'')]).toEqual([stock, true]);
});
