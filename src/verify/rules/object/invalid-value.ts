import { formatPath, ManifestObject } from '../../../manifest';
import { rule } from '../../rule';
import { SchemaFault } from '../../schema/schema-fault';
import { schemaFaults } from '../../schema/schema-faults';
import { isConfigObject } from '../private/config-object';

const LONGEST_SHOWN = 80;

export const invalidValue = rule({
  code: 'OBJ505',
  title: 'The API server refuses the value of a field',
  severity: 'error',
  reads: ['objects'],
  why: 'Names, labels, ports and words such as `IfNotPresent` follow rules of their own. A capital letter, an underscore or a port beyond 65535 is refused with the whole object.',
  repair: 'Write a value that the field takes; the fix names the rule.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  *check({ objects, options }) {
    for (const object of objects) {
      for (const fault of schemaFaults(object)) {
        if (fault.fault !== 'value' || isConfigKey(object, fault)) continue;
        const { path, part, value, expected } = fault;
        const text = `${value}`;
        if (options.placeholders.some(placeholder => placeholder.test(text))) continue;
        const where = formatPath(part === 'key' ? path.slice(0, -1) : path);
        yield {
          at: { ...object.at(...path), part },
          message: `${where} ${part === 'key' ? 'has the key' : 'is'} ${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : `'${text}'`}, which the API server refuses`,
          fix: `write ${expected}`,
        };
      }
    }
  },
});

/** Whether it is a key of a ConfigMap or Secret, which CFG213 reports. */
function isConfigKey(object: ManifestObject, fault: SchemaFault): boolean {
  return fault.fault === 'value' && fault.part === 'key' && fault.path[0] !== 'metadata' && isConfigObject(object);
}
