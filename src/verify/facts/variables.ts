import { Variable } from './facts';
import { expandVariables, NOT_KNOWN } from './private/expand';
import { Container, ManifestObject, ManifestSet, Place, textOf, textsOf, VariableEntry, VariablesFrom } from '../../manifest';

/** A variable before it takes its place among those of its container. */
type FoundVariable = Omit<Variable, 'container' | 'replaces'>;

/** What Kubernetes takes as the name of a variable; `envFrom` leaves other keys out. */
const ENV_NAME = /^(?!\.{1,2}$)(?!\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/;

const KINDS = { configMap: 'ConfigMap', secret: 'Secret' } as const;

/** The variables of a container as it gets them: `envFrom` in its order, then `env`, later ones in the place of earlier ones. */
export function effectiveVariables(container: Container, set: ManifestSet): Variable[] {
  const byName = new Map<string, Variable>();
  const put = (variable: FoundVariable): void => {
    const replaced = byName.get(variable.name);
    byName.set(variable.name, { ...variable, container, replaces: replaced ? [...replaced.replaces, replaced] : [] });
  };
  const earlier: EarlierVariables = { byName, complete: true };
  for (const entry of container.variablesFrom) {
    const object = referenced(container, entry, set);
    if (object) fromWhole(entry, object).forEach(put);
    else earlier.complete = false;
  }
  container.variables.forEach(entry => put(fromEntry(container, entry, set, earlier)));
  return [...byName.values()];
}

/** The variables that an entry may name by `$(NAME)`; not complete where an `envFrom` source is not known. */
interface EarlierVariables {
  readonly byName: ReadonlyMap<string, Variable>;
  complete: boolean;
}

function referenced({ workload }: Container, to: { readonly type: 'configMap' | 'secret'; readonly name: string }, set: ManifestSet): ManifestObject | undefined {
  return set.find(KINDS[to.type], workload.namespace, to.name);
}

function fromWhole(entry: VariablesFrom, object: ManifestObject): FoundVariable[] {
  return keysOf(entry.type, object).map(({ from, value, place }) => ({
    name: `${entry.prefix}${from.key}`, entry, source: entry.type, from, value, valuePlace: place,
  })).filter(({ name }) => ENV_NAME.test(name));
}

/** A key of a ConfigMap or Secret that can become a variable, and its value, which is not read of a Secret. */
interface OfferedKey {
  readonly from: { readonly name: string; readonly key: string; readonly object: ManifestObject };
  readonly value?: string;
  readonly place: Place;
}

// Many containers take the variables of one object.
const knownKeys = new WeakMap<ManifestObject, readonly OfferedKey[]>();

function keysOf(type: 'configMap' | 'secret', object: ManifestObject): readonly OfferedKey[] {
  const known = knownKeys.get(object);
  if (known) return known;
  const { name } = object;
  const texts = textsOf(type === 'configMap' ? object.get('data') : undefined);
  const fields = type === 'configMap' ? ['data'] : ['stringData', 'data'];
  const places = new Map(fields.flatMap(field => Object.keys(object.object(field) ?? {}).map(key => [key, object.at(field, key)] as const)));
  const keys = [...places].map(([key, place]) => ({ from: { name, key, object }, value: texts[key], place }));
  knownKeys.set(object, keys);
  return keys;
}

function fromEntry(container: Container, entry: VariableEntry, set: ManifestSet, earlier: EarlierVariables): FoundVariable {
  const { name, source, place } = entry;
  if (!source) {
    const valuePlace = entry.value === undefined ? place : place.object.at(...place.path, 'value');
    const { text, complete } = expandVariables(entry.value ?? '', earlierValue(earlier));
    return { name, entry, source: 'literal', literal: text, value: complete ? text : undefined, valuePlace };
  }
  if (source.type === 'field') return { name, entry, source: 'other', value: podFieldValue(container, entry), valuePlace: place };
  const object = referenced(container, source, set);
  const value = source.type === 'configMap' ? textOf(object?.get('data', source.key)) : undefined;
  return {
    name,
    entry,
    source: source.type,
    from: { name: source.name, key: source.key, object },
    value,
    valuePlace: object && value !== undefined ? object.at('data', source.key) : place,
  };
}

/** The fields of a pod that its template fixes. */
function podFieldValue({ workload }: Container, { place }: VariableEntry): string | undefined {
  const field = place.object.get(...place.path, 'valueFrom', 'fieldRef', 'fieldPath');
  return field === 'metadata.namespace' && workload.namespace !== '' ? workload.namespace : undefined;
}

function earlierValue({ byName, complete }: EarlierVariables): (name: string) => string | typeof NOT_KNOWN | undefined {
  return (name) => {
    const variable = byName.get(name);
    if (variable) return variable.value ?? NOT_KNOWN;
    return complete && !isServiceVariable(name) ? undefined : NOT_KNOWN;
  };
}

/** Whether the kubelet may set a variable of this name for a Service of the namespace. */
function isServiceVariable(name: string): boolean {
  return /_SERVICE_(HOST|PORT(_\w+)?)$|_PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?$/.test(name);
}
