import { deployment, object, reviewed } from './support/reviewed';

describe('values', () => {
  const config = (data: string, kind = 'ConfigMap') => object(kind, 'settings', `data: ${data}`);
  const reader = deployment('api', 'envFrom: [{ configMapRef: { name: settings } }, { secretRef: { name: settings } }]');
  const values = (before: string, after: string, state?: string) => reviewed(before, after, state).values;

  test('of a ConfigMap come with those who read them', () => {
    expect(values(config('{ LEVEL: info }') + reader, config('{ LEVEL: debug }') + reader)).toEqual([
      { change: 'changed', name: 'LEVEL', where: 'ConfigMap shop/settings', before: 'info', after: 'debug', workloads: ['shop/api[Deployment]'] },
    ]);
  });

  test('of a Secret are never shown', () => {
    expect(values(config('{ KEY: aHVudGVyMg== }', 'Secret') + reader, config('{ KEY: aHVudGVyMw==, OTHER: eA== }', 'Secret') + reader)).toEqual([
      { change: 'changed', name: 'KEY', where: 'Secret shop/settings', workloads: ['shop/api[Deployment]'] },
      { change: 'new', name: 'OTHER', where: 'Secret shop/settings', workloads: ['shop/api[Deployment]'] },
    ]);
  });

  test.each([
    ['by its name', 'DB_PASSWORD', 'hunter2'],
    ['by its form', 'DB_URL', 'mysql://root:hunter2@db:3306'],
  ])('that hold a credential, %s, are not shown, nor is the other side', (_, name, value) => {
    const text = JSON.stringify(reviewed(config(`{ ${name}: "" }`) + reader, config(`{ ${name}: "${value}" }`) + reader));
    expect([text.includes('hunter2'), text.includes('"before"')]).toEqual([false, false]);
  });

  test('of several lines are only said to have changed', () => {
    expect(values(config('{ app.yaml: "a\\nb" }'), config('{ app.yaml: "a\\nc" }'))).toEqual([
      { change: 'changed', name: 'app.yaml', where: 'ConfigMap shop/settings', workloads: [] },
    ]);
  });

  const variable = (entry: string) => deployment('api', `env: [${entry}]`);

  test('of variables come with the source that they have now', () => {
    expect(values(variable('{ name: LEVEL, value: info }') + config('{ LEVEL: info }'),
      variable('{ name: LEVEL, valueFrom: { configMapKeyRef: { name: settings, key: LEVEL } } }') + config('{ LEVEL: info }'))).toEqual([
      { change: 'changed', name: 'LEVEL', where: 'env', before: 'info', after: 'info (ConfigMap settings, key LEVEL)', workloads: ['shop/api[Deployment]'] },
    ]);
  });

  test.each([
    ['a Secret', '{ name: A, valueFrom: { secretKeyRef: { name: keys, key: a } } }', 'Secret keys, key a'],
    ['a field', '{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.name } } }', 'a field of the pod'],
    ['nothing', '{ name: A }', ''],
  ])('of a new variable from %s', (_, entry, after) => {
    expect(values(deployment('api'), variable(entry))).toMatchObject([{ change: 'new', name: 'A', after }]);
  });

  test('of a variable that is gone', () => {
    expect(values(variable('{ name: A, value: x }'), deployment('api'))).toMatchObject([{ change: 'gone', name: 'A', before: 'x' }]);
  });

  test('of a credential are not shown', () => {
    const [change] = values(variable('{ name: DB_PASSWORD, value: one-secret }'), variable('{ name: DB_PASSWORD, value: two-secret }'));
    expect([change.name, change.before, change.after]).toEqual(['DB_PASSWORD', undefined, undefined]);
  });

  test('that several workloads change alike are one', () => {
    const two = (value: string) => ['api', 'web'].map(name => deployment(name, `env: [{ name: A, value: ${value} }]`)).join('');
    expect(values(two('x'), two('y')).map(({ workloads }) => workloads)).toEqual([['shop/api[Deployment]', 'shop/web[Deployment]']]);
  });

  test('of a new container, and against the state, are none', () => {
    const second = deployment('api').replace('containers: [', 'containers: [{ name: side, image: "example/side:1", env: [{ name: A, value: x }] }, ');
    expect([...values(deployment('api'), second), ...values('', variable('{ name: A, value: x }'), deployment('api'))]).toEqual([]);
  });
});
