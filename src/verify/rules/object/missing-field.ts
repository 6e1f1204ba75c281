import { formatPath } from '../../../manifest';
import { rule } from '../../rule';
import { schemaFaults } from '../../schema/schema-faults';

export const missingField = rule({
  code: 'OBJ504',
  title: 'A field is missing without which the API server refuses the object',
  severity: 'error',
  reads: ['objects'],
  why: 'An apply of several objects goes on after a refused one: the others are there, and the one that lacks the field is not.',
  repair: 'Add the field.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  *check({ objects }) {
    for (const object of objects) {
      for (const fault of schemaFaults(object)) {
        if (fault.fault !== 'missing') continue;
        yield {
          at: object.at(...fault.path),
          message: `${fault.path.length === 0 ? `the ${object.kind}` : formatPath(fault.path)} has no ${fault.field}`,
          fix: `add ${fault.field}`,
        };
      }
    }
  },
});
