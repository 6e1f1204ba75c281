import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';
import { objectDefinedTwice } from '../../../src/verify/rules/config/object-defined-twice';

/** Severities of what is found where each file holds the same ConfigMap with another value, or what is given. */
function severities(...files: readonly (string | [file: string, text: string])[]): string[] {
  const texts = files.map((file, i) => {
    const [path, text] = typeof file === 'string' ? [file, `{ apiVersion: v1, kind: ConfigMap, metadata: { name: c }, data: { A: "${i}" } }`] : file;
    return readText(path, text);
  });
  const set = new ManifestSet({ files: texts.flatMap(({ documents }) => documents) });
  return verify(set, texts.flatMap(({ problems }) => problems), {}, [objectDefinedTwice]).findings.map(({ severity }) => severity);
}

test('two files of one folder that differ are an error', () => {
  expect(severities('k8s/a.yaml', 'k8s/b.yaml')).toEqual(['error']);
});

test('two files of different folders that differ are a warning', () => {
  expect(severities('orders/k8s/a.yaml', 'payments/k8s/a.yaml')).toEqual(['warning']);
});

test.each([['k8s/staging/a.yaml', 'k8s/prod/a.yaml'], ['k8s/a.yaml', 'k8s/overlays/eu/a.yaml'], ['base/a.yaml', 'k8s-dev/a.yaml']])(
  '%s and %s are variants', (a, b) => {
    expect(severities(a, b)).toEqual([]);
  });

test('a folder that both share makes no variants', () => {
  expect(severities('test/k8s/a.yaml', 'test/k8s/b.yaml')).toEqual(['error']);
});

test.each(['k8s/kustomization.yaml', 'kustomization.yml'])('%s decides what lies below it', (file) => {
  expect(severities('k8s/a.yaml', 'k8s/b.yaml', [file, 'resources: [a.yaml]'])).toEqual([]);
});

test('a kustomization elsewhere decides nothing', () => {
  expect(severities('k8s/a.yaml', 'k8s/b.yaml', ['other/kustomization.yaml', '{ apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization }'])).toEqual(['error']);
});
