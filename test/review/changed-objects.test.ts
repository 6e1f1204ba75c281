import { CLIENT, deployment, object, reviewed } from './support/reviewed';

describe('other changes', () => {
  const fields = (before: string, after: string) => reviewed(before, after).changed.flatMap(changed => changed.fields);

  test('have the values of a field', () => {
    expect(fields(deployment('api'), deployment('api').replace('spec: {', 'spec: { replicas: 3,'))).toEqual([
      { path: 'spec.replicas', change: 'added', before: undefined, after: '3' },
    ]);
  });

  test('leave out variables and config, which values tell', () => {
    expect(fields(CLIENT + object('ConfigMap', 'a', 'data: { A: x }'), CLIENT.replace('6379', '6380') + object('ConfigMap', 'a', 'data: { A: y }'))).toEqual([]);
  });

  test('of the data of another kind are told', () => {
    expect(fields(object('Any', 'a', 'data: { A: x }'), object('Any', 'a', 'data: {}'))).toEqual([{ path: 'data.A', change: 'removed', before: 'x', after: undefined }]);
  });

  test.each([
    ['a Secret', object('Secret', 'a', 'metadata: {}\ntype: hunter1'), object('Secret', 'a', 'metadata: {}\ntype: hunter2')],
    ['a kind that seals Secrets', object('SealedSecret', 'a', 'spec: { key: hunter1 }'), object('SealedSecret', 'a', 'spec: { key: hunter2 }')],
    ['a field that is a credential by its name', object('Any', 'a', 'spec: { password: hunter1 }'), object('Any', 'a', 'spec: { password: hunter2 }')],
    ['a list', deployment('api', 'args: [hunter1]'), deployment('api', 'args: [hunter2]')],
  ])('of %s show no value', (_, before, after) => {
    expect(JSON.stringify(reviewed(before, after))).not.toContain('hunter');
  });
});
