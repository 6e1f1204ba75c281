import { hasReadOnlyRoot, isNonRootAnyway } from '../../../src/adopt/proof/default-conditions';
import { Json, ManifestSet, readText } from '../../../src/manifest';

const PATH = 'spec.template.spec.containers[main].securityContext.runAsNonRoot';

/** Whether it changes nothing for a pod that a field says so. */
function changesNothing(podSpec: string, value: Json = true, path = PATH): boolean {
  const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: stock }\nspec: { template: { spec: ${podSpec} } }\n`;
  const [before] = new ManifestSet({ files: readText('a.yaml', text).documents }).objects;
  return isNonRootAnyway({ path, value }, { before, after: before, field: { path, after: value } });
}

test.each<[string, string, boolean]>([
  ['a container of a user', '{ containers: [{ name: main, securityContext: { runAsUser: 1000 } }] }', true],
  ['a pod of a user', '{ securityContext: { runAsUser: 1000 }, containers: [{ name: main }] }', true],
  ['a container of root in a pod of a user', '{ securityContext: { runAsUser: 1000 }, containers: [{ name: main, securityContext: { runAsUser: 0 } }] }', false],
  ['a container of root', '{ containers: [{ name: main, securityContext: { runAsUser: 0 } }] }', false],
  ['a container of which nobody says the user', '{ containers: [{ name: main }] }', false],
  ['another container than that of a user', '{ containers: [{ name: other, securityContext: { runAsUser: 1000 } }, { name: main }] }', false],
])('whether that %s is not root changes nothing', (_, podSpec, expected) => {
  expect(changesNothing(podSpec)).toBe(expected);
});

test('that it may be root is something else', () => {
  expect(changesNothing('{ containers: [{ name: main, securityContext: { runAsUser: 1000 } }] }', false)).toBe(false);
});

test('another field is something else', () => {
  expect(changesNothing('{ containers: [{ name: main, securityContext: { runAsUser: 1000 } }] }', true, PATH.replace('runAsNonRoot', 'readOnlyRootFilesystem'))).toBe(false);
});

test.each<[string, string, boolean]>([
  ['whose root is read-only', 'main', true],
  ['whose root is not, beside one', 'other', false],
])('a place to write is for a container %s', (_, container, expected) => {
  const text = `apiVersion: v1
kind: Pod
metadata: { name: stock }
spec: { containers: [{ name: main, securityContext: { readOnlyRootFilesystem: true } }, { name: other }] }
`;
  const [after] = new ManifestSet({ files: readText('a.yaml', text).documents }).objects;
  expect(hasReadOnlyRoot({ path: `spec.containers[${container}].volumeMounts[/tmp].mountPath`, value: '/tmp' }, { after })).toBe(expected);
});
