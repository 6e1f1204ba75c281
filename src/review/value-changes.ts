import { changedConfigs } from '../compare/private/changed-configs';
import { readingOf } from '../compare/private/config-readers';
import { fullNameOf, groupBy, ManifestObject, ManifestSet, textOf, Workload } from '../manifest';
import { Facts, Variable } from '../verify';
import { showValue } from './private/show-value';

/** A value that programs read and that is no longer what it was. */
export interface ValueChange {
  readonly change: 'changed' | 'new' | 'gone';

  /** The variable, or the key of the ConfigMap or Secret. */
  readonly name: string;

  /** `ConfigMap apps/common-config`, or `env`. */
  readonly where: string;

  /** Undefined where there is none, and where it is not shown: a Secret's, a credential, or a long text. */
  readonly before?: string;
  readonly after?: string;

  /** `namespace/name[Kind]` of those who read it. */
  readonly workloads: readonly string[];
}

/** The values of ConfigMaps, Secrets and variables that changed, with those who read them. */
export function valueChanges(before: Facts, after: Facts): ValueChange[] {
  return [...configChanges(before.set, after.set), ...variableChanges(before, after)];
}

function configChanges(before: ManifestSet, after: ManifestSet): ValueChange[] {
  return [...changedConfigs(before, after).values()].flatMap((config) => {
    const { type, namespace, name, keys } = config;
    const kind = type === 'configMap' ? 'ConfigMap' : 'Secret';
    const [old, current] = [before, after].map(set => set.find(kind, namespace, name));
    const inNamespace = after.workloads.filter(workload => workload.namespace === namespace);
    return keys.map(({ key, change }): ValueChange => ({
      change,
      name: key,
      where: `${kind} ${fullNameOf(config)}`,
      ...shownPair(key, dataOf(old, key), dataOf(current, key)),
      workloads: titles(inNamespace.filter(workload => readingOf(workload, config, key) !== undefined)),
    }));
  });
}

/** The value of a key of a ConfigMap; never one of a Secret. */
function dataOf(object: ManifestObject | undefined, key: string): string | undefined {
  return object?.kind === 'ConfigMap' ? textOf(object.get('data', key)) : undefined;
}

/** Both values or none, so that nothing looks as if it had been empty. */
function shownPair(name: string, before: string | undefined, after: string | undefined): Pick<ValueChange, 'before' | 'after'> {
  const [old, current] = [before, after].map(value => (value === undefined ? undefined : showValue(name, value)));
  if ((before !== undefined && old === undefined) || (after !== undefined && current === undefined)) return {};
  return { ...old === undefined ? {} : { before: old }, ...current === undefined ? {} : { after: current } };
}

/** Entries of `env` that have another value or source, the same ones of several workloads together. */
function variableChanges(before: Facts, after: Facts): ValueChange[] {
  const changes = after.workloads.flatMap((workload) => {
    const old = before.set.find(workload.kind, workload.namespace, workload.name);
    const earlier = old && before.set.workload(old);
    return earlier && earlier.object.origin === workload.object.origin ? entriesChanged(earlier, workload, before, after) : [];
  });
  return [...groupBy(changes, ({ workloads: _, ...change }) => JSON.stringify(change)).values()]
    .map(([first, ...others]) => ({ ...first, workloads: [...new Set([first, ...others].flatMap(({ workloads }) => workloads))].sort() }));
}

function entriesChanged(old: Workload, current: Workload, before: Facts, after: Facts): ValueChange[] {
  return current.containers.flatMap((container) => {
    const earlier = old.containers.find(({ name, list }) => name === container.name && list === container.list);
    if (!earlier) return [];
    const [had, has] = [entriesOf(before.variables(earlier)), entriesOf(after.variables(container))];
    return [...new Set([...has.keys(), ...had.keys()])].flatMap((name): ValueChange[] => {
      const pair = [had.get(name), has.get(name)];
      if (pair[0] && pair[1] && sameSource(pair[0], pair[1])) return [];
      const change = !pair[0] ? 'new' : !pair[1] ? 'gone' : 'changed';
      return [{ change, name, where: 'env', ...describedPair(name, pair[0], pair[1]), workloads: [current.title] }];
    });
  });
}

function entriesOf(variables: readonly Variable[]): Map<string, Variable> {
  return new Map(variables.filter(({ entry }) => 'name' in entry && !('prefix' in entry)).map(variable => [variable.name, variable]));
}

function sameSource(before: Variable, after: Variable): boolean {
  return before.source === after.source && before.literal === after.literal
    && before.from?.name === after.from?.name && before.from?.key === after.from?.key;
}

function describedPair(name: string, before: Variable | undefined, after: Variable | undefined): Pick<ValueChange, 'before' | 'after'> {
  const [old, current] = [before, after].map(variable => variable && described(name, variable));
  if ((before && old === undefined) || (after && current === undefined)) return {};
  return { ...old === undefined ? {} : { before: old }, ...current === undefined ? {} : { after: current } };
}

/** A literal, or where the value comes from, with it where it is known. */
function described(name: string, { source, literal, value, from }: Variable): string | undefined {
  if (source === 'literal') return showValue(name, literal!);
  if (!from) return 'a field of the pod';
  const origin = `${source === 'secret' ? 'Secret' : 'ConfigMap'} ${from.name}, key ${from.key}`;
  const known = value === undefined ? undefined : showValue(name, value);
  return known === undefined ? origin : `${known} (${origin})`;
}

function titles(workloads: readonly Workload[]): string[] {
  return [...new Set(workloads.map(({ title }) => title))].sort();
}
