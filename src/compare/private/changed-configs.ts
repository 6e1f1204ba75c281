import { changedKeys, configData } from './config-data';
import { readingOf } from './config-readers';
import { fullNameOf, ManifestObject, ManifestSet, Workload } from '../../manifest';

/** A ConfigMap or Secret with keys that are not what they were. */
export interface ChangedConfig {
  readonly type: 'configMap' | 'secret';
  readonly namespace: string;
  readonly name: string;

  /** As it is afterwards, or as it was. */
  readonly object: ManifestObject;
  readonly keys: readonly ChangedKey[];

  /** Whether it has to be made anew, which volumes do not follow. https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable */
  readonly isFrozen: boolean;
}

/** What became of a key. */
interface ChangedKey {
  readonly key: string;
  readonly change: 'changed' | 'new' | 'gone';
}

/** That a workload takes keys of a ConfigMap or Secret that are not what they were. */
export interface ChangedReading {
  readonly how: 'at-start' | 'live';
  readonly config: ChangedConfig;

  /** Without a value: `reads NATS_URL of ConfigMap apps/common-config`. */
  readonly reason: string;
}

const KINDS = [['ConfigMap', 'configMap'], ['Secret', 'secret']] as const;

/** The ConfigMaps and Secrets that changed, by `type namespace/name`. */
export function changedConfigs(before: ManifestSet, after: ManifestSet): ReadonlyMap<string, ChangedConfig> {
  const configs = new Map<string, ChangedConfig>();
  for (const [kind, type] of KINDS) {
    for (const { namespace, name } of [...after.ofKind(kind), ...before.ofKind(kind)]) {
      const config = changedConfig(before.find(kind, namespace, name), after.find(kind, namespace, name), type);
      if (config) configs.set(keyOf(config), config);
    }
  }
  return configs;
}

/** The readings of a workload that a change concerns. */
export function changedReadings(workload: Workload, configs: ReadonlyMap<string, ChangedConfig>): ChangedReading[] {
  return namesIn(workload).flatMap(({ type, name }) => {
    const config = configs.get(keyOf({ type, name, namespace: workload.namespace }));
    return config ? readingsOf(workload, config) : [];
  });
}

function changedConfig(before: ManifestObject | undefined, after: ManifestObject | undefined, type: ChangedConfig['type']): ChangedConfig | undefined {
  const object = (after ?? before)!;
  if (before && isWithoutData(before)) return undefined;
  const [old, current] = [configData(before), configData(after)];
  const keys = changedKeys(old, current)
    .map((key): ChangedKey => ({ key, change: !old.has(key) ? 'new' : current.has(key) ? 'changed' : 'gone' }));
  const isFrozen = before?.get('immutable') === true;
  return keys.length > 0 ? { type, namespace: object.namespace, name: object.name, object, keys, isFrozen } : undefined;
}

/** The state may have been printed without the data. */
function isWithoutData(object: ManifestObject): boolean {
  return object.origin === 'state' && ['data', 'stringData', 'binaryData'].every(field => object.get(field) === undefined);
}

function keyOf({ type, namespace, name }: Pick<ChangedConfig, 'type' | 'namespace' | 'name'>): string {
  return `${type} ${namespace}/${name}`;
}

/** Each ConfigMap and Secret that a workload names, once. */
function namesIn({ containers, volumes }: Workload): Pick<ChangedConfig, 'type' | 'name'>[] {
  const sources = containers.flatMap(({ variables }) => variables.flatMap(({ source }) => (source && source.type !== 'field' ? [source] : [])));
  const named = [...sources, ...containers.flatMap(({ variablesFrom }) => variablesFrom), ...volumes];
  return [...new Map(named.map(({ type, name }) => [`${type} ${name}`, { type, name }])).values()];
}

const PHRASES = { changed: '', new: ', which is new', gone: ', which is gone' };

function readingsOf(workload: Workload, config: ChangedConfig): ChangedReading[] {
  const read = config.keys.map(({ key, change }) => ({ key, change, how: howRead(workload, config, key) }));
  return (['at-start', 'live'] as const).flatMap(how => (['changed', 'new', 'gone'] as const).flatMap((change) => {
    const keys = read.filter(reading => reading.how === how && reading.change === change).map(({ key }) => key);
    if (keys.length === 0) return [];
    const what = `${config.type === 'configMap' ? 'ConfigMap' : 'Secret'} ${fullNameOf(config)}`;
    return [{ how, config, reason: `reads ${keys.join(', ')} of ${what}${PHRASES[change]}` }];
  }));
}

function howRead(workload: Workload, config: ChangedConfig, key: string): ChangedReading['how'] | undefined {
  const how = readingOf(workload, config, key);
  return how && config.isFrozen ? 'at-start' : how;
}
