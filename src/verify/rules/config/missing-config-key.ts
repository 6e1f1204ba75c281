import { ManifestObject, ManifestSet, Place } from '../../../manifest';
import { Correction } from '../../correction';
import { ConfigReference } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { keysOf } from '../private/config-keys';
import { generatedNames } from '../private/generated-names';
import { nearName } from '../private/near-name';

/** The objects that hold a key, by namespace and key. */
type Holders = ReadonlyMap<string, readonly ManifestObject[]>;

export const missingConfigKey = rule({
  code: 'CFG202',
  title: 'A workload refers to a key that the ConfigMap or Secret does not hold',
  severity: 'error',
  reads: ['references', 'set'],
  why: 'The kubelet cannot make the container: the pod stays in `CreateContainerConfigError`, with a volume in `ContainerCreating`. '
    + 'Keys are compared letter by letter: `ENVIRONMENT` is not `environment`. An object of the files counts as it stands there, '
    + 'because that is what the cluster holds after apply; the keys in the cluster count for all others. '
    + 'With `optional: true` the variable is silently not set: an advice, where a key differs by case or punctuation alone.',
  repair: 'Write the key as it stands in the object, refer to the object that holds it, or add the key.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions',
  check: function* ({ references, set }) {
    const generated = generatedNames(set);
    let holders: Holders | undefined;
    for (const reference of references) {
      const { kind, name, key, workload } = reference;
      if (!key || generated.has(name)) continue;
      const object = set.find(kind, workload.namespace, name);
      const keys = object && keysOf(object, reference.by);
      if (!object || !keys || keys.includes(key)) continue;
      if (reference.optional && !keys.some(other => folded(other) === folded(key))) continue;
      holders ??= holdersOf(set);
      yield observe(reference, key, object, keys, holders);
    }
  },
});

function observe(reference: ConfigReference, key: string, object: ManifestObject, keys: readonly string[], holders: Holders): Observation {
  const { kind, name, workload, variable, optional } = reference;
  const container = workload.containers.find(({ path }) => path.every((step, i) => reference.place.path[i] === step));
  const reader = container ? `container ${container.name}` : 'a volume';
  const [alike, other] = keys.filter(candidate => folded(candidate) === folded(key));
  const [holder] = holders.get(`${workload.namespace}/${key}`) ?? [];
  return {
    at: keyPlace(reference),
    severity: optional ? 'advice' : 'error',
    message: `${reader} of ${workload.kind} ${workload.name} reads the unknown key ${key} of ${kind} ${name}${variable === undefined ? '' : ` into ${variable}`}`,
    fix: `${holder ? `refer to ${holder.kind} ${holder.name}, which holds ${key}, or ` : ''}write a key that ${kind} ${name} holds${nearName(key, keys)}`,
    related: [{ at: object.at('data'), message: `the keys of ${kind} ${name}` }],
    ...alike && !other && { correct: () => toKey(reference, alike) },
  };
}

/** What is optional is not given today: the right key would switch it on. */
function toKey(reference: ConfigReference, key: string): Correction {
  const { optional, variable, kind, name } = reference;
  if (!optional) return { edits: [{ kind: 'replace', at: keyPlace(reference), value: key }] };
  return { decide: `write key ${key} of ${kind} ${name} if ${variable ?? 'its file'} is to be given from now on: it is optional, and the program runs without it today` };
}

function keyPlace({ by, kind, place }: ConfigReference): Place {
  return by === 'env' ? place.object.at(...place.path, 'valueFrom', kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef', 'key') : place;
}

function holdersOf(set: ManifestSet): Holders {
  const holders = new Map<string, ManifestObject[]>();
  for (const object of [...set.ofKind('ConfigMap'), ...set.ofKind('Secret')]) {
    for (const key of keysOf(object) ?? []) {
      const id = `${object.namespace}/${key}`;
      const same = holders.get(id);
      if (same) same.push(object);
      else holders.set(id, [object]);
    }
  }
  return holders;
}

function folded(key: string): string {
  return key.toLowerCase().replace(/[-._]/g, '');
}
