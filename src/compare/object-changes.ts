import { fieldChanges } from './field-changes';
import { ObjectChange } from './object-change';
import { identityOf, ManifestObject, ManifestSet, textOf } from '../manifest';

/** What differs in meaning between the files of two sets, in the order of the files; objects that did not change are left out. */
export function objectChanges(before: ManifestSet, after: ManifestSet): readonly ObjectChange[] {
  const [old, current] = [byIdentity(before), byIdentity(after)];
  const removed = [...old].filter(([identity]) => !current.has(identity))
    .map(([, object]): ObjectChange => ({ kind: 'removed', before: object, fields: [] }));
  return [...[...current].flatMap(([identity, object]) => changeOf(old.get(identity), object)), ...removed];
}

function changeOf(before: ManifestObject | undefined, after: ManifestObject): ObjectChange[] {
  if (!before) return [{ kind: 'added', after, fields: [] }];
  const fields = fieldChanges(before.value, after.value);
  return fields.length > 0 ? [{ kind: 'changed', before, after, fields }] : [];
}

/** The objects of the files, the last of an identity, as apply leaves it; those that get their name at apply are told apart by their number. */
function byIdentity({ objects }: ManifestSet): Map<string, ManifestObject> {
  const found = new Map<string, ManifestObject>();
  const nameless = new Map<string, number>();
  for (const object of objects) {
    let identity = identityOf(object);
    if (object.name === '') {
      identity += textOf(object.get('metadata', 'generateName')) ?? '';
      const number = nameless.get(identity) ?? 0;
      nameless.set(identity, number + 1);
      identity += ` #${number}`;
    }
    found.set(identity, object);
  }
  return found;
}
