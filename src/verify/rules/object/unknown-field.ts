import { formatPath, ManifestObject } from '../../../manifest';
import { rule } from '../../rule';
import { placeOfField } from '../../schema/field-place';
import { KubernetesSchema } from '../../schema/kubernetes-schema';
import { releaseOf } from '../../schema/later-fields';
import { nearField } from '../../schema/near-field';
import { schemaFaults } from '../../schema/schema-faults';

export const unknownField = rule({
  code: 'OBJ501',
  title: 'An object has a field that its kind does not know',
  severity: 'error',
  reads: ['objects'],
  why: '`kubectl apply` refuses the object. Tools that do not ask for strict validation apply it without the field: a deadline, a probe or a limit that stands one level too high is not there, '
    + 'and nothing says so.',
  repair: 'Move the field to the place where the kind has it, or correct its name; upper and lower case count.',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  *check({ objects }) {
    for (const object of objects) {
      for (const fault of schemaFaults(object)) {
        if (fault.fault !== 'unknown') continue;
        const field = `${fault.path.at(-1)}`;
        const added = releaseOf(fault.type, field);
        yield {
          at: { ...object.at(...fault.path), part: 'key' },
          severity: added ? 'warning' : undefined,
          message: `Kubernetes ${KubernetesSchema.instance.version} knows no field ${formatPath(fault.path)} of kind ${object.kind}${added ? `, which needs ${added}` : ''}`,
          fix: added ? `remove it, or apply it to clusters of ${added} and later only` : repairOf(object, field, fault.known),
        };
      }
    }
  },
});

function repairOf(object: ManifestObject, field: string, known: readonly string[]): string {
  const near = nearField(field, known);
  if (near?.toLowerCase() === field.toLowerCase()) return `write ${near}`;
  const place = placeOfField(KubernetesSchema.instance.typeOf(object.apiVersion, object.kind)!, field);
  if (place) return `move it to ${place}`;
  return near ? `write ${near}` : 'remove it';
}
