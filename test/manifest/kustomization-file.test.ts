import { ManifestSet, readText } from '../../src/manifest';

const typeIn = (file: string, text: string): readonly string[] =>
  new ManifestSet({ files: readText(file, text).documents }).objects.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);

test.each(['k8s/kustomization.yaml', 'k8s/kustomization.yml', 'k8s/Kustomization'])('a document without a kind is a Kustomization in %s', (file) => {
  expect(typeIn(file, 'resources: [a.yaml]\n')).toEqual(['kustomize.config.k8s.io/v1beta1 Kustomization']);
});

test('what it says itself counts more than the name of its file', () => {
  expect(typeIn('kustomization.yaml', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n')).toEqual(['kustomize.toolkit.fluxcd.io/v1 Kustomization']);
});

test.each([
  ['in another file', 'resources.yaml', 'resources: [a.yaml]\n'],
  ['that is no map', 'kustomization.yaml', '[a.yaml]\n'],
])('a document %s is no object', (_, file, text) => {
  expect(typeIn(file, text)).toEqual([]);
});
