import { isDeepStrictEqual } from 'util';
import { VariableEntry } from '../../../manifest';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';

export const duplicateVariable = rule({
  code: 'CFG205',
  title: 'A variable stands twice in the env of a container',
  severity: 'error',
  reads: ['workloads'],
  why: 'Names in `env` are the keys of its list. Server-side apply refuses the object (`duplicate entries for key`); a client-side apply passes at first, '
    + 'and later patches change the wrong entry or drop one. The container gets the last of them, whatever a reader takes the first for.',
  repair: 'Keep the entry that is meant and delete the other.',
  source: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy',
  check: function* ({ workloads }) {
    for (const container of containersOf(workloads)) {
      const earlier = new Map<string, VariableEntry>();
      for (const entry of container.variables) {
        const first = earlier.get(entry.name);
        if (!first) earlier.set(entry.name, entry);
        if (!first || entry.name === '') continue;
        const same = isDeepStrictEqual(valueOf(first), valueOf(entry));
        const { line } = first.place.object.position(first.place.path);
        yield {
          at: entry.place.object.at(...entry.place.path, 'name'),
          message: `container ${container.name} has ${entry.name} twice in its env, ${same ? 'both times with the same value' : 'with two values, of which the last one counts'}`,
          fix: same ? `delete one of the two entries (the other is in line ${line})` : `delete the entry that is not meant (the other is in line ${line})`,
          related: [{ at: first.place, message: `the first ${entry.name}` }],
          correct: () => (same
            ? { edits: [{ kind: 'remove', at: entry.place }] }
            : { decide: `keep one of the two entries of ${entry.name}: the program gets the last one today` }),
        };
      }
    }
  },
});

function valueOf({ place }: VariableEntry): unknown {
  return place.object.get(...place.path);
}
