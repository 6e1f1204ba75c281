import { ManifestObject } from '../../../manifest';
import { matchesName } from '../../facts/private/match-name';
import { rule } from '../../rule';
import { Suppression } from '../../suppression';

/** LINT901 */
export const unusedSuppression = rule({
  code: 'LINT901',
  title: 'A suppression leaves nothing out',
  severity: 'warning',
  reads: ['unusedSuppressions', 'objects'],
  why: 'The fault that it was written for is gone, or it stands on the wrong object. Left in place, it hides the next fault of its kind.',
  repair: 'Remove it. Where it is meant for another object, move it there. An entry of the configuration file whose pattern matches no object of the run is '
    + 'advice only: the object may be in files that were not given.',
  source: 'https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/lint.md',
  *check({ unusedSuppressions, objects }) {
    for (const suppression of unusedSuppressions) {
      const { code, at, by, covers } = suppression;
      const present = by === 'annotation' || objects.some(covers);
      yield {
        at,
        message: present ? `${code} finds nothing here that this suppression could leave out` : `this suppression of ${code} covers no object of the files given`,
        fix: (present ? undefined : fixOfCase(suppression, objects)) ?? `remove ${by === 'annotation' ? 'the annotation' : 'the entry'}, or correct its code or its place`,
        severity: present ? undefined : 'advice',
      };
    }
  },
});

/** What to do where the pattern covers an object but for the case of its letters. */
function fixOfCase({ pattern }: Suppression, objects: readonly ManifestObject[]): string | undefined {
  const folded = pattern?.toLowerCase();
  const near = folded === undefined ? undefined : objects.find(({ id }) => matchesName(folded, id.toLowerCase()));
  return near && `mind upper and lower case: did you mean ${near.id}?`;
}
