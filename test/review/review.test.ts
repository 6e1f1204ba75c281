import * as fc from 'fast-check';
import { CLIENT, CLOSED, REDIS, reviewed } from './support/reviewed';
import { ManifestSet, readText } from '../../src/manifest';
import { isUnchanged, review } from '../../src/review';
import { verify } from '../../src/verify';

describe('review', () => {
  test('of the same manifests says nothing', () => {
    expect(isUnchanged(reviewed(CLIENT + REDIS + CLOSED, CLIENT + REDIS + CLOSED))).toBe(true);
  });

  test('of manifests in another order and form says nothing', () => {
    expect(isUnchanged(reviewed(CLIENT + REDIS, REDIS + CLIENT.replace('apiVersion', '# the same\napiVersion')))).toBe(true);
  });
});

test('manifests of any shape are reviewed without an error', () => {
  const kinds = ['Deployment', 'Pod', 'CronJob', 'ConfigMap', 'Secret', 'Service', 'NetworkPolicy', 'StatefulSet', 'Role', 'Ingress'];
  const field = fc.constantFrom('template', 'spec', 'containers', 'env', 'data', 'ports', 'selector', 'volumes', 'rules', 'annotations', 'metadata', 'roleRef', 'tls');
  const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
    tree: fc.oneof({ depthSize: 'small' }, fc.jsonValue({ maxDepth: 1 }), fc.array(tie('tree'), { maxLength: 2 }), fc.dictionary(field, tie('tree'), { maxKeys: 4 })),
  }));
  const objects = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.dictionary(field, tree, { maxKeys: 4 })), { maxLength: 4 });
  const text = (list: readonly (readonly [string, object])[]) =>
    list.map(([kind, body]) => JSON.stringify({ ...body, apiVersion: 'v1', kind, metadata: { name: 'a', namespace: 'n' } })).join('\n---\n');
  const plain = (list: string) => verify(new ManifestSet({ files: readText('a.yaml', list).documents }), [], {}, []);
  fc.assert(fc.property(objects, objects, (a, b) => Array.isArray(review(plain(text(a)), plain(text(b))).added)), { numRuns: 50 });
});
