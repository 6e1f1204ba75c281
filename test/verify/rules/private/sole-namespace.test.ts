import { ManifestSet, readText } from '../../../../src/manifest';
import { soleNamespace } from '../../../../src/verify/rules/private/sole-namespace';

function sole(...namespaces: (string | undefined)[]): string {
  const texts = namespaces.map((namespace, i) => JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `c${i}`, namespace } }));
  return soleNamespace(new ManifestSet({ files: readText('x.yaml', texts.join('\n---\n')).documents }).objects);
}

test('the one namespace that is named counts for all', () => {
  expect(sole('shop', undefined, 'shop')).toBe('shop');
});

test('of two namespaces none does', () => {
  expect(sole('shop', 'trial')).toBe('');
});

test('where none is named there is none', () => {
  expect(sole(undefined)).toBe('');
});
