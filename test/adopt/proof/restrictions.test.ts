import { Explanation, restrictionsOf } from '../../../src/adopt';
import { Json, ManifestSet, readText } from '../../../src/manifest';

const [before] = new ManifestSet({ files: readText('a.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: stock }\n').documents }).objects;

/** What is said to be added where a field is added to a workload. */
function added(path: string, after: Json, kind: Explanation['kind'] = 'default'): readonly string[] {
  const explanation: Explanation = kind === 'fix' ? { kind, code: 'OBJ532', reason: 'so' } : { kind, reason: 'so' };
  return restrictionsOf([{ before, after: before, field: { path, after }, explanation }]).flatMap(restriction => restriction.added.map(field => `${field.path} ${field.value}`));
}

const MAIN = 'spec.template.spec.containers[main]';

test.each<[string, string, Json, string[]]>([
  ['limits', `${MAIN}.resources`, { limits: { memory: '256Mi' }, requests: { memory: '64Mi' } }, ['containers[main].resources.limits.memory 256Mi']],
  ['probes', `${MAIN}.livenessProbe`, { failureThreshold: 6, tcpSocket: { port: 80 } }, ['containers[main].livenessProbe.tcpSocket.port 80']],
  ['capabilities', `${MAIN}.securityContext.capabilities`, { drop: { '[ALL]': 'ALL' } }, ['containers[main].securityContext.capabilities.drop ALL']],
  ['the user', `${MAIN}.securityContext`, { runAsNonRoot: true, privileged: false }, ['containers[main].securityContext.runAsNonRoot true']],
  ['the image', `${MAIN}.imagePullPolicy`, 'Always', ['containers[main].imagePullPolicy Always']],
  ['a key that has to be there', `${MAIN}.env[NATS_ENABLED].valueFrom.configMapKeyRef`, { name: 'stock-config', key: 'NATS_ENABLED' }, ['containers[main].env[NATS_ENABLED].valueFrom.configMapKeyRef.name stock-config']],
  ['the pods of a CronJob', 'spec.jobTemplate.spec.template.spec.automountServiceAccountToken', false, ['automountServiceAccountToken false']],
])('what limits %s is named with its value', (_, path, value, expected) => {
  expect(added(path, value)).toEqual(expected);
});

test.each<[string, string, Json]>([
  ['a root that can be written', `${MAIN}.securityContext.readOnlyRootFilesystem`, false],
  ['the user of a pod, whose containers say their own', 'spec.template.spec.securityContext.runAsNonRoot', true],
  ['a part of a probe that is there', `${MAIN}.livenessProbe.httpGet.scheme`, 'HTTP'],
  ['what limits nothing', `${MAIN}.imagePullPolicy`, 'IfNotPresent'],
])('%s is not', (_, path, value) => {
  expect(added(path, value)).toEqual([]);
});

test('what is no default of the library stands elsewhere', () => {
  expect(added(`${MAIN}.resources.limits.memory`, '256Mi', 'fix')).toEqual([]);
});

test.each([
  ['that is not root anyway', 1000, []],
  ['that is root today', 0, ['containers[main].securityContext.runAsNonRoot']],
])('to forbid root limits no container %s', (_, user, expected) => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: stock }
spec: { template: { spec: { containers: [{ name: main, securityContext: { runAsUser: ${user} } }] } } }
`;
  const [object] = new ManifestSet({ files: readText('a.yaml', text).documents }).objects;
  const field = { path: `${MAIN}.securityContext.runAsNonRoot`, after: true };
  const found = restrictionsOf([{ before: object, after: object, field, explanation: { kind: 'default', reason: 'so' } }]);
  expect(found.flatMap(restriction => restriction.added.map(({ path }) => path))).toEqual(expected);
});
