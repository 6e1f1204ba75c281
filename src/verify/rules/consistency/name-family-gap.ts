import { ManifestObject } from '../../../manifest';
import { rule } from '../../rule';
import { nameGaps } from '../private/name-families';

export const nameFamilyGap = rule({
  code: 'CFG250',
  title: 'A family of objects lacks a member that all families like it have',
  severity: 'advice',
  reads: ['objects', 'set'],
  why: 'Objects are often written once for each period, symbol or region, and their names differ in that part only. Where another family of the same kind has a '
    + 'complete row and this one has a gap, the member was probably lost in a clean-up or forgotten when the family was made.',
  repair: 'Write the missing object, or suppress the finding with the reason.',
  source: '§10',
  check: function* ({ objects, set }) {
    const kinds = new Set(objects.map(({ kind }) => kind));
    for (const kind of kinds) {
      for (const inNamespace of byNamespace(set.ofKind(kind))) {
        for (const { name, part, family, sisters } of nameGaps(inNamespace.map(object => object.name))) {
          const members = inNamespace.filter(object => object.origin === 'files' && isMember(object.name, family.pattern));
          if (members.length === 0) continue;
          yield {
            at: members[0].at('metadata', 'name'),
            message: `there is no ${kind} ${name}: the family ${family.pattern} has ${[...family.parts].join(', ')}, `
              + `while ${sisters.map(({ pattern }) => pattern).join(', ')} ${sisters.length > 1 ? 'have' : 'has'} ${part} too`,
            fix: `write ${kind} ${name}, if the family is to have ${part}`,
          };
        }
      }
    }
  },
});

function isMember(name: string, pattern: string): boolean {
  const [before, after] = pattern.split('*');
  const part = name.slice(before.length, name.length - after.length);
  return name.startsWith(before) && name.endsWith(after) && part !== '' && !part.includes('-');
}

function byNamespace(objects: readonly ManifestObject[]): Iterable<ManifestObject[]> {
  const groups = new Map<string, ManifestObject[]>();
  for (const object of objects) {
    const group = groups.get(object.namespace);
    if (group) group.push(object);
    else groups.set(object.namespace, [object]);
  }
  return groups.values();
}
