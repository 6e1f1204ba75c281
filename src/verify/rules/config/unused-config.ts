import { ManifestSet, Workload } from '../../../manifest';
import { ConfigReference } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { Severity } from '../../severity';
import { keysOf } from '../private/config-keys';
import { ConfigObject, isConfigObject } from '../private/config-object';
import { containersOf } from '../private/containers';
import { addNames, mentionedNames } from '../private/mentions';
import { nameMeant } from '../private/near-name';
import { mountsOf, volumeOf } from '../private/volume-mounts';

export const unusedConfig = rule({
  code: 'CFG209',
  title: 'Keys of a ConfigMap or Secret are read by nothing',
  severity: 'warning',
  reads: ['objects', 'workloads', 'set', 'references', 'referencesTo'],
  why: 'A setting that no container takes has no effect: who changes it, be it a risk limit or a switch, believes that something happened. '
    + 'What is mounted, or taken whole by `envFrom`, counts as read. '
    + 'Silent for what may be read by name or by label (by an operator, a sidecar, a program that is told the name), '
    + 'for what workloads outside the files read or the annotation `petrosa.io/read-by` says to be read, and where the files hold no workload of the namespace. '
    + 'An advice for a Secret, and for a whole ConfigMap where the workloads outside the files are not known.',
  repair: 'Wire the key into the container that should have it, or delete it.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#using-configmaps',
  check: ({ objects, workloads, set, references, referencesTo }) => {
    const inhabited = new Set(workloads.map(({ namespace }) => namespace));
    const named = namesUsed(set, workloads);
    const anywhere = new Set(references.filter(({ workload }) => workload.namespace === '').map(({ name }) => name));
    const isFound = ({ namespace, name }: ConfigObject): boolean => !named.has(name) && (namespace === '' || !anywhere.has(name));
    return objects.filter(isConfigObject).flatMap((object) => {
      if (!inhabited.has(object.namespace) || !isFound(object) || isForOthers(object)) return [];
      const readers = referencesTo(object.kind, object.namespace, object.name);
      if (readers.some(({ workload }) => workload.object.origin === 'state')) return [];
      return observe(object, readers, object.kind === 'ConfigMap' && (readers.length > 0 || set.hasState || set.closedWorld) ? 'warning' : 'advice');
    });
  },
});

/** The names that something in the cluster may look up. */
function namesUsed({ all }: ManifestSet, workloads: readonly Workload[]): ReadonlySet<string> {
  const names = mentionedNames(all);
  for (const { words, variables } of containersOf(workloads)) {
    for (const { text } of words) addNames(text, names);
    for (const { value } of variables) addNames(value ?? '', names);
  }
  return names;
}

const COMMON_LABEL = /^(?:[^/]*$|(?:app|helm|kustomize|k8s|argocd|kubernetes)(?:\.[\w.-]+)?\.(?:io|sh)\/)/;

/** Says who reads it besides the workloads of the files; the constructs write it for `readBy`. */
const READ_BY = 'petrosa.io/read-by';

/** A Secret of a type has a reader of its own; a label with a foreign prefix, or that is only a mark, is there for somebody who selects by it. */
function isForOthers(object: ConfigObject): boolean {
  if (object.annotations[READ_BY]) return true;
  const type = object.get('type');
  if (object.kind === 'Secret' && type !== undefined && type !== 'Opaque') return true;
  return Object.entries(object.labels).some(([key, value]) => ['', '1', 'true'].includes(value) || !COMMON_LABEL.test(key));
}

function observe(object: ConfigObject, readers: readonly ConfigReference[], severity: Severity): Observation[] {
  const keys = keysOf(object) ?? [];
  const reads = readers.map(keysRead);
  const read = new Set(reads.flatMap((some): readonly (string | undefined)[] =>
    (some === 'all' ? keys : some.map(key => (keys.includes(key) ? key : nameMeant(key, keys))))));
  // In an order of their own: how a renderer sorts them is no change.
  const unread = keys.filter(key => !read.has(key)).sort();
  if (unread.length === 0) return [];
  const { kind, name } = object;
  return [{
    at: { ...object.at(fieldOf(object, unread[0]), unread[0]), part: 'key' },
    severity,
    message: readers.length === 0
      ? `${kind} ${name} is read by no workload; its keys have no effect: ${unread.join(', ')}`
      : `${unread.length} of the ${keys.length} keys of ${kind} ${name} ${unread.length > 1 ? 'are' : 'is'} read by no container: ${unread.join(', ')}`,
    fix: readers.length === 0
      ? `refer to ${kind} ${name} from the workload it is meant for, or delete it`
      : `wire ${unread.length > 1 ? 'them' : 'it'} into the container that should have ${unread.length > 1 ? 'them' : 'it'}, or delete ${unread.length > 1 ? 'them' : 'it'}`,
  }];
}

function fieldOf(object: ConfigObject, key: string): string {
  return ['data', 'stringData'].find(field => object.get(field, key) !== undefined) ?? 'binaryData';
}

/** The keys that a reference takes; a key that does not exist stands for the one that it is most like. */
function keysRead(reference: ConfigReference): 'all' | readonly string[] {
  if (reference.key !== undefined) return [reference.key];
  const volume = volumeOf(reference);
  const parts = volume === undefined ? [] : mountsOf(reference.workload, volume).map(({ subPath }) => subPath);
  return parts.length > 0 && parts.every(part => part !== undefined) ? parts as string[] : 'all';
}
