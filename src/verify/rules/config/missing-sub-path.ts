import { listOf, ManifestSet, objectOf, textOf } from '../../../manifest';
import { ConfigReference } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { keysOf } from '../private/config-keys';
import { generatedNames } from '../private/generated-names';
import { nearName } from '../private/near-name';
import { mountsOf, volumeOf } from '../private/volume-mounts';

export const missingSubPath = rule({
  code: 'CFG217',
  title: 'A subPath names no key of the ConfigMap or Secret',
  severity: 'error',
  reads: ['references', 'set'],
  why: 'The kubelet makes an empty folder of that name in the volume and mounts it where the program looks for a file. '
    + 'The program finds a folder, or the container does not start (`are you trying to mount a directory onto a file`).',
  repair: 'Write the key as it stands in the object, or the `path` of the `items` of the volume.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
  check: ({ references, set }) => {
    const generated = generatedNames(set);
    const seen = new Set<string>();
    return references.flatMap((reference) => {
      const volume = volumeOf(reference);
      const id = `${reference.workload.object.id} ${volume}`;
      if (volume === undefined || generated.has(reference.name) || seen.has(id)) return [];
      seen.add(id);
      return missingParts(reference, volume, set);
    });
  },
});

function missingParts(reference: ConfigReference, volume: string, set: ManifestSet): Observation[] {
  const { kind, name, workload } = reference;
  const files = filesOf(reference, set);
  if (!files) return [];
  return mountsOf(workload, volume).flatMap(({ subPath, place, container }) => {
    if (subPath === undefined || subPath === '' || files.some(file => file === subPath || file.startsWith(`${subPath}/`))) return [];
    return [{
      at: place.object.at(...place.path, 'subPath'),
      message: `container ${container.name} of ${workload.kind} ${workload.name} mounts ${subPath} of volume ${volume}, but ${kind} ${name} holds no such key`,
      fix: `write a key that ${kind} ${name} holds${nearName(subPath, files)}`,
    }];
  });
}

/** The files of a volume with one source; undefined where they are not known. */
function filesOf({ kind, name, workload, place }: ConfigReference, set: ManifestSet): readonly string[] | undefined {
  const source = place.path.slice(0, workload.podPath.length + 3);
  if (source.at(-1) === 'projected') return undefined;
  const items = workload.object.get(...source, 'items');
  if (items !== undefined) return listOf(items).flatMap(item => textOf(objectOf(item)?.path) ?? []);
  const object = set.find(kind, workload.namespace, name);
  return object && keysOf(object);
}
