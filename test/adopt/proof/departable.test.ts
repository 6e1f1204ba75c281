import { isDepartable } from '../../../src/adopt/proof/departable';
import { ManifestSet, readText } from '../../../src/manifest';

const setOf = (text: string) => new ManifestSet({ files: readText('a.yaml', text).documents });
const [deployment] = setOf('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\n').objects;
const KUSTOMIZATION = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [k8s.yaml]\n';

test.each([
  'spec.template.spec.containers[main].env[NATS_URL].value',
  'data.NATS_URL',
  'spec.egress',
  'spec.template.spec.containers[main].livenessProbe.httpGet.port',
])('%s may be written in another way', (path) => {
  expect(isDepartable({ object: deployment, path, why: 'so' })).toBe(true);
});

test.each(['', 'spec', 'spec.selector', 'spec.template.spec.containers[main].image', 'spec.template.spec.containers[main].env'])('%j may not', (path) => {
  expect(isDepartable({ object: deployment, path, why: 'so' })).toBe(false);
});

test('a field may be what the correction of a rule makes of it', () => {
  expect(isDepartable({ object: deployment, path: 'spec.selector', code: 'OBJ501' })).toBe(true);
});

test.each([
  ['may be left out that lists files', '', true],
  ['may not that changes what is in them', 'namePrefix: prod-\n', false],
])('a Kustomization %s', (_, field, may) => {
  const [object] = setOf(KUSTOMIZATION + field).objects;
  expect(isDepartable({ object, path: '', why: 'so' })).toBe(may);
});
