import { keysOf } from './config-keys';
import { Edit } from '../../../edit';
import { Container, ManifestObject, textOf, VariableEntry, Workload } from '../../../manifest';
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
 * `values` are those that mean the same as the literal, the literal among them.
 */
export function fromSharedConfig(entry: VariableEntry, container: Container, values: readonly string[], facts: SharingFacts): Correction {
  const { name } = entry;
  const sources = sourcesOf(name, container, facts);
  const same = sources.filter(({ value }) => values.includes(value.trim()));
  const [best, next] = same.filter(({ shared }) => shared).sort((a, b) => b.readers - a.readers);
  const differing = sources.find(({ value, shared }) => shared && !values.includes(value.trim()));
  if (best && differing) return { decide: `choose the ConfigMap to take ${name} from: ${best.object.name} holds this value, and ${differing.object.name} another one` };
  if (best && !(next && next.readers === best.readers)) return { edits: referTo(best, entry, container) };
  if (same.length > 0) return { decide: `choose the ConfigMap to take ${name} from: ${namesOf(same)}` };
  if (sources.length > 0) return { decide: `choose between this value of ${name} and the one of ConfigMap ${namesOf(sources)}` };
  return { decide: `put ${name} into a ConfigMap that the programs of the namespace share: none holds such a key` };
}

function sourcesOf(name: string, container: Container, { set, referencesTo }: SharingFacts): Source[] {
  const { workload } = container;
  return set.ofKind('ConfigMap').filter(({ namespace }) => namespace === workload.namespace).flatMap((object): Source[] => {
    const keys = keysOf(object, 'env') ?? [];
    const key = keys.find(other => other === name) ?? keys.find(other => folded(other) === folded(name));
    const value = key === undefined ? undefined : textOf(object.get('data', key));
    if (key === undefined || value === undefined) return [];
    return [{ object, key, value, ...sharingOf(object, key, workload, referencesTo) }];
  });
}

/** Whether a key of a ConfigMap is meant for a workload, by its name or by who takes it; and how many others do. */
export function sharingOf(object: ManifestObject, key: string, workload: Workload, referencesTo: Facts['referencesTo']): Pick<Source, 'readers' | 'shared'> {
  const references = referencesTo('ConfigMap', workload.namespace, object.name);
  const readers = references.filter(reference => (reference.key ?? key) === key).map(reference => reference.workload);
  const others = new Set(readers.filter(reader => reader !== workload));
  const shared = others.size > 1 || COMMON.test(object.name) || references.some(reference => reference.workload === workload && reference.by !== 'volume');
  return { readers: others.size, shared };
}

/** Where the last `envFrom` gives the same variable anyway, the entry goes. */
function referTo({ object, key }: Source, { place, name }: VariableEntry, { variablesFrom }: Container): Edit[] {
  const last = variablesFrom.at(-1);
  if (last?.type === 'configMap' && last.name === object.name && `${last.prefix}${key}` === name) return [{ kind: 'remove', at: place }];
  const value = place.object.at(...place.path, 'value');
  return [
    { kind: 'rename', at: { ...value, part: 'key' }, key: 'valueFrom' },
    { kind: 'replace', at: value, value: { configMapKeyRef: { name: object.name, key } } },
  ];
}

function folded(key: string): string {
  return key.toLowerCase().replace(/[-._]/g, '');
}

function namesOf(sources: readonly Source[]): string {
  return sources.map(({ object }) => object.name).sort().join(' or ');
}
