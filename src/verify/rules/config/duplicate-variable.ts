import { isDeepStrictEqual } from 'util';
import { Container, VariableEntry } from '../../../manifest';
import { Correction } from '../../correction';
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
        const before = earlier.get(entry.name);
        earlier.set(entry.name, entry);
        if (!before || entry.name === '') continue;
        const same = isDeepStrictEqual(valueOf(before), valueOf(entry));
        const { line } = before.place.object.position(before.place.path);
        yield {
          at: entry.place.object.at(...entry.place.path, 'name'),
          message: `container ${container.name} has ${entry.name} twice in its env, ${same ? 'both times with the same value' : 'with two values, of which the last one counts'}`,
          fix: same ? `delete one of the two entries (the other is in line ${line})` : `delete the entry that is not meant (the other is in line ${line})`,
          related: [{ at: before.place, message: `the ${entry.name} before it` }],
          correct: () => removeEarlier(before, entry, container),
        };
      }
    }
  },
});

/** The earlier of two entries counts only for those between that refer to it: the program gets the last one. */
function removeEarlier(earlier: VariableEntry, later: VariableEntry, { variables }: Container): Correction {
  const { name } = later;
  if (!isDeepStrictEqual(valueOf(earlier), valueOf(later))) return { decide: `keep one of the two entries of ${name}: the program gets the last one today` };
  const user = variables.slice(variables.indexOf(earlier) + 1, variables.indexOf(later) + 1).find(({ value }) => value?.includes(`$(${name})`));
  if (!user) return { edits: [{ kind: 'remove', at: earlier.place }] };
  return { decide: `keep the entry of ${name} above ${user.name}, which refers to it, if the program is to get no other value of ${user.name}` };
}

function valueOf({ place }: VariableEntry): unknown {
  return place.object.get(...place.path);
}
