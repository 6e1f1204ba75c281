import { object, reviewed } from './support/reviewed';

describe('what is new', () => {
  test('says whether the cluster holds one already', () => {
    const two = object('ConfigMap', 'a', '') + object('ConfigMap', 'b', '');
    expect(reviewed('', two, object('ConfigMap', 'b', '')).added.map(({ name, inCluster, line }) => [name, inCluster, line])).toEqual([['a', false, 3], ['b', true, 8]]);
  });
});
