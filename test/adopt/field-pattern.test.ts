import { areRelated, coversField } from '../../src/adopt/field-pattern';
import { namedPath } from '../../src/adopt/named-path';
import { readText, ManifestSet } from '../../src/manifest';

test.each([
  ['spec.replicas', 'spec.replicas'],
  ['spec.strategy', 'spec.strategy.type'],
  ['**.spec.dnsPolicy', 'spec.template.spec.dnsPolicy'],
  ['**.containers[*].image', 'spec.containers[a.b].image'],
  ['spec.{a,b}.c', 'spec.b.c'],
  ['spec.{a,b.c}.d', 'spec.b.c.d'],
  ['{spec,**.spec}.x', 'a.spec.x'],
  ['**.volumes[{tmp,default-tmp}].{name,x}', 'spec.volumes[default-tmp].name'],
  ['**.env[NATS_*]', 'spec.template.spec.containers[api].env[NATS_URL].value'],
  ['metadata.annotations[petrosa.io/*]', 'metadata.annotations[petrosa.io/x]'],
])('%s covers %s', (pattern, path) => {
  expect(coversField(pattern, path)).toBe(true);
});

test.each([
  ['spec.replicas.x', 'spec.replicas'],
  ['spec.dnsPolicy', 'spec.template.spec.dnsPolicy'],
  ['spec.{a,b}.c', 'spec.d.c'],
  ['spec.{a,b.c}.d', 'spec.b.d'],
  ['a.b', 'a.xb'],
  ['a.b', 'a.bx'],
  ['a.*', 'b.c'],
  ['**.env[NATS_URL].valueFrom', 'spec.containers[api].env[NATS_URL].value'],
])('%s does not cover %s', (pattern, path) => {
  expect(coversField(pattern, path)).toBe(false);
});

test('a field is related to itself, to those above it and to those below it, and to no others', () => {
  expect(['a', 'a.b', 'a.b.c', 'a.c', 'ab'].map(path => areRelated('a.b', path))).toEqual([true, true, true, false, false]);
});

test('indexes become names', () => {
  const text = `\
apiVersion: v1
kind: Pod
metadata: { name: a, annotations: { "x.y/z": "" } }
spec: { containers: [{ name: main, args: [a], env: [{ name: A, value: b }] }] }
`;
  const [pod] = new ManifestSet({ files: readText('pod.yaml', text).documents }).objects;
  expect(['spec.containers[0].env[0].value', 'spec.containers[0].args[0]', 'metadata.annotations["x.y/z"]', 'spec.volumes[3]'].map(path => namedPath(pod, path)))
    .toEqual(['spec.containers[main].env[A].value', 'spec.containers[main].args[0]', 'metadata.annotations[x.y/z]', 'spec.volumes[3]']);
});
