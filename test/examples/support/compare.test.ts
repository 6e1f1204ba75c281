import { compareObjects } from './compare';
import { realManifests } from './platform';
import { Manifest } from '../../support/manifests';
import { describeWithShared } from '../../support/shared';

function object(kind: string, body: object, name = 'a'): Manifest {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'n' }, ...body };
}

describe('objects', () => {
  test('an object that is not rendered is dropped', () => {
    expect(compareObjects([object('Secret', {})], [])).toEqual({ differences: [], compared: [], dropped: [{ kind: 'Secret', namespace: 'n', name: 'a' }], added: [] });
  });

  test('an object that only the rendered set has is added', () => {
    expect(compareObjects([], [object('Secret', {})]).added).toEqual([{ kind: 'Secret', namespace: 'n', name: 'a' }]);
  });

  test('the order of objects means nothing', () => {
    const [a, b] = [object('Secret', {}), object('Secret', {}, 'b')];
    expect(compareObjects([a, b], [b, a])).toMatchObject({ differences: [], dropped: [], added: [] });
  });

  test('another namespace is another object', () => {
    const elsewhere = { ...object('Secret', {}), metadata: { name: 'a', namespace: 'm' } };
    expect(compareObjects([object('Secret', {})], [elsewhere])).toMatchObject({ dropped: [{ namespace: 'n' }], added: [{ namespace: 'm' }] });
  });

  test('a renamed object is compared with its new self', () => {
    const result = compareObjects([object('Secret', { type: 'x' })], [object('Secret', { type: 'y' }, 'b')], [{ kind: 'Secret', name: 'a', renamed: 'b' }]);
    expect(result).toMatchObject({ differences: [{ kind: 'Secret', namespace: 'n', name: 'b', path: 'type', real: 'x', rendered: 'y' }], dropped: [], added: [] });
  });

  test('two objects of one name in a set throw', () => {
    expect(() => compareObjects([], [object('Secret', {}), object('Secret', {})])).toThrow('two rendered objects are Secret n/a');
  });
});

describeWithShared('the real manifests', () => {
  test('do not differ from themselves', () => {
    expect(compareObjects(realManifests(), realManifests())).toMatchObject({ differences: [], dropped: [], added: [] });
  });
});
