import { listOf, objectOf, textOf } from './json';
import { groupOf, ManifestObject } from './manifest-object';

/** What an owner reference names. */
export interface OwnerReference {
  readonly kind: string;
  readonly group: string;
  readonly name: string;
}

/** The objects of a set above an object: a Deployment above its ReplicaSets and their pods. */
export function ownersOf(object: ManifestObject, find: (owner: OwnerReference) => ManifestObject | undefined): ReadonlySet<ManifestObject> {
  const owners = new Set<ManifestObject>();
  const pending = [object];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const owner of referencesOf(next).map(find)) {
      if (!owner || owners.has(owner)) continue;
      owners.add(owner);
      pending.push(owner);
    }
  }
  return owners;
}

function referencesOf(object: ManifestObject): OwnerReference[] {
  return listOf(object.get('metadata', 'ownerReferences')).flatMap((reference) => {
    const owner = objectOf(reference);
    const [kind, name] = [textOf(owner?.kind), textOf(owner?.name)];
    return kind === undefined || name === undefined ? [] : [{ kind, name, group: groupOf(textOf(owner?.apiVersion) ?? '') }];
  });
}
