import { dirname } from 'path';
import { isDeepStrictEqual } from 'util';
import { ManifestObject } from '../../../manifest';
import { rule } from '../../rule';
import { isKustomized } from '../private/kustomized';

const ENVIRONMENT = new RegExp(
  '(?:^|[-_.])(?:base|overlays?|dev|development|local|test|testing|qa|uat|stage|staging|preview|sandbox|prod|production|live|examples?|samples?)(?:$|[-_.])', 'i');

export const objectDefinedTwice = rule({
  code: 'CFG204',
  title: 'An object is defined twice',
  severity: 'error',
  reads: ['objects', 'set'],
  why: '`kubectl apply` takes one definition after the other, in the order of the files, and the last one stays. A change in the other has no effect, '
    + 'or lasts until the next deployment. An error where the two differ and one `apply -f FOLDER` takes both; a warning where they say the same, '
    + 'or lie in different folders, which may be meant for different clusters. What Kustomize puts together is left to it, '
    + 'and copies in folders that are named after environments (`staging`, `prod`) are not compared.',
  repair: 'Keep one definition. Variants for several environments are made by overlays, not by copies.',
  source: 'https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/',
  check: function* ({ objects, set }) {
    const earlier = new Map<string, ManifestObject>();
    for (const object of objects) {
      const id = `${object.group} ${object.id}`;
      const first = earlier.get(id);
      if (!first) earlier.set(id, object);
      if (!first || object.name === '' || isKustomized(first, set) || isKustomized(object, set) || areVariants(first, object)) continue;
      const fields = differing(first, object);
      const together = dirname(object.document.file) === dirname(first.document.file);
      yield {
        at: object.at('metadata', 'name'),
        severity: fields.length === 0 || !together ? 'warning' : 'error',
        message: `${object.kind} ${object.name} is defined twice, ${fields.length === 0 ? 'both times the same' : `with different ${fields.join(', ')}`}`,
        fix: fields.length === 0 ? 'delete one of the two' : 'merge the two into one, or give one of them another name',
        related: [{ at: first.at('metadata', 'name'), message: 'the other definition' }],
      };
    }
  },
});

/** Whether the two lie in folders for different environments. */
function areVariants(a: ManifestObject, b: ManifestObject): boolean {
  const [foldersOfA, foldersOfB] = [a, b].map(({ document }) => dirname(document.file).split(/[\\/]/));
  return [...foldersOfA.filter(folder => !foldersOfB.includes(folder)), ...foldersOfB.filter(folder => !foldersOfA.includes(folder))]
    .some(folder => ENVIRONMENT.test(folder));
}

/** The fields below the root that differ. */
function differing(a: ManifestObject, b: ManifestObject): string[] {
  return [...new Set([...Object.keys(a.value), ...Object.keys(b.value)])].filter(field => !isDeepStrictEqual(a.get(field), b.get(field)));
}
