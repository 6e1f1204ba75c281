import { keysOf } from './config-keys';
import { isKustomized } from './kustomized';
import { Edit } from '../../../edit';
import { Container, groupBy, listOf, ManifestObject, textOf, VariableEntry, Workload } from '../../../manifest';
import { Correction } from '../../correction';
import { Facts } from '../../facts/facts';

/** The facts that a shared ConfigMap is found by. */
export type SharingFacts = Pick<Facts, 'set' | 'referencesTo'>;

/** A key of a ConfigMap that a literal may be taken from. */
interface Source {
  readonly object: ManifestObject;
  readonly key: string;
  readonly value: string;

  /** How many other workloads take it. */
  readonly readers: number;

  /** Whether it is meant for this workload beyond doubt. */
  readonly shared: boolean;
}

/** Names by which people call the settings of all programs. */
const COMMON = /(^|[-.])(common|shared|global|platform)([-.]|$)/;

/**
 * The correction of a literal of `env` to a reference to the ConfigMap of the namespace that its programs share.
 * `meanings` are other texts that mean the same as the literal.
 */
export function fromSharedConfig(entry: VariableEntry, container: Container, meanings: readonly string[], facts: SharingFacts): Correction {
  const { name } = entry;
  const isSame = ({ value }: Source): boolean => value === entry.value || meanings.includes(value);
  const sources = sourcesOf(name, container, facts);
  const same = sources.filter(isSame);
  const [best, next] = same.filter(({ shared }) => shared).sort((a, b) => b.readers - a.readers);
  const differing = sources.find(source => source.shared && !isSame(source));
  if (best && differing) return { decide: `refer by configMapKeyRef to ${keysIn([best])}, which holds this value, or to ${keysIn([differing])}, which holds another one` };
  if (best && !(next && next.readers === best.readers)) {
    if (!isKustomized(entry.place.object, facts.set)) return { edits: referTo(best, entry, container) };
    return { decide: `refer to ${keysIn([best])} by configMapKeyRef here and in each patch of the kustomization: the API refuses a value beside it` };
  }
  if (same.length > 0) return { decide: `refer to ${keysIn(same)} by configMapKeyRef${same.length > 1 ? '' : ', if that ConfigMap is for this program too'}` };
  if (sources.length > 0) return { decide: `refer to ${keysIn(sources)} by configMapKeyRef if the other value that it holds is right, else suppress CFG240 with the reason` };
  return { decide: `put ${name} into a ConfigMap that the programs of the namespace share: none holds such a key` };
}

/** Whether a ConfigMap has the name of one that all programs share. */
export function isCommon({ name }: ManifestObject): boolean {
  return COMMON.test(name);
}

function sourcesOf(name: string, container: Container, { set, referencesTo }: SharingFacts): Source[] {
  const { workload } = container;
  const all = set.ofKind('ConfigMap').filter(({ namespace }) => namespace === workload.namespace).flatMap((object): Source[] => {
    const keys = keysOf(object, 'env') ?? [];
    const key = keys.find(other => other === name) ?? keys.find(other => folded(other) === folded(name));
    const value = key === undefined ? undefined : textOf(object.get('data', key));
    if (key === undefined || value === undefined) return [];
    return [{ object, key, value, ...sharingOf(object, key, workload, referencesTo) }];
  });
  // Two files may define the same ConfigMap.
  return [...new Map(all.map(source => [JSON.stringify([source.object.name, source.key, source.value]), source])).values()];
}

/** Whether a key of a ConfigMap is meant for a workload, by its name or by who takes it; and how many others do. */
export function sharingOf(object: ManifestObject, key: string, workload: Workload, referencesTo: Facts['referencesTo']): Pick<Source, 'readers' | 'shared'> {
  const references = referencesTo('ConfigMap', workload.namespace, object.name);
  const readers = references.filter(reference => (reference.key ?? key) === key).map(reference => reference.workload);
  const others = new Set(readers.filter(reader => reader !== workload));
  const shared = others.size > 1 || isCommon(object) || references.some(reference => reference.workload === workload && reference.by !== 'volume');
  return { readers: others.size, shared };
}

/** Where the last `envFrom` gives the same variable anyway, the entry goes, and an `env` that has no other. */
function referTo({ object, key }: Source, { place, name }: VariableEntry, { variablesFrom }: Container): Edit[] {
  const last = variablesFrom.at(-1);
  if (last?.type === 'configMap' && last.name === object.name && `${last.prefix}${key}` === name) {
    const env = place.path.slice(0, -1);
    return [{ kind: 'remove', at: listOf(place.object.get(...env)).length > 1 ? place : place.object.at(...env) }];
  }
  const value = place.object.at(...place.path, 'value');
  return [
    { kind: 'rename', at: { ...value, part: 'key' }, key: 'valueFrom' },
    { kind: 'replace', at: value, value: { configMapKeyRef: { name: object.name, key } } },
  ];
}

function folded(key: string): string {
  return key.toLowerCase().replace(/[-._]/g, '');
}

/** `key NATS_URL of ConfigMap common or shared`. */
function keysIn(sources: readonly Source[]): string {
  const byKey = groupBy(sources, ({ key }) => key);
  return [...byKey].map(([key, own]) => `key ${key} of ConfigMap ${own.map(({ object }) => object.name).sort().join(' or ')}`).join(' or ');
}
