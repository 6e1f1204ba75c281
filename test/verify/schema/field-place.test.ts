import { placeOfField } from '../../../src/verify/schema/field-place';
import { KubernetesSchema } from '../../../src/verify/schema/kubernetes-schema';
import { nearField } from '../../../src/verify/schema/near-field';

function placeIn(apiVersion: string, kind: string, field: string): string | undefined {
  return placeOfField(KubernetesSchema.instance.typeOf(apiVersion, kind)!, field);
}

test('a field of a CronJob one level too high is found where it belongs', () => {
  expect(placeIn('batch/v1', 'CronJob', 'activeDeadlineSeconds')).toBe('spec.jobTemplate.spec.activeDeadlineSeconds');
});

test('a field of a container is found through the list', () => {
  expect(placeIn('apps/v1', 'Deployment', 'livenessProbe')).toBe('spec.template.spec.containers[].livenessProbe');
});

test('a field that no type has is nowhere', () => {
  expect(placeIn('v1', 'ConfigMap', 'replicas')).toBeUndefined();
});

test('upper and lower case make a near field', () => {
  expect(nearField('imagePullpolicy', ['image', 'imagePullPolicy'])).toBe('imagePullPolicy');
});

test('another word is no near field', () => {
  expect(nearField('replicas', ['template', 'selector'])).toBeUndefined();
});
