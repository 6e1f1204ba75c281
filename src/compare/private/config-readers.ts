import { ConfigVolume, Container, listOf, objectOf, textOf, Workload } from '../../manifest';

/** How a workload takes a key of a ConfigMap or Secret: once, when its containers start, or through a volume that follows it. */
export interface KeyReading {
  readonly workload: Workload;
  readonly how: 'at-start' | 'live';
}

/** A ConfigMap or Secret as pods name it. */
export interface ConfigName {
  readonly type: 'configMap' | 'secret';
  readonly name: string;
}

/** The keys that a variable can be made of. https://github.com/kubernetes/kubernetes/blob/v1.28.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go, IsEnvVarName */
const VARIABLE_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** How a workload takes a key; undefined where it does not. What starts with a value has to start anew, even where it also follows it. */
export function readingOf(workload: Workload, config: ConfigName, key: string): 'at-start' | 'live' | undefined {
  if (workload.containers.some(container => startsWith(container, config, key))) return 'at-start';
  const mounts = workload.volumes.filter(volume => isOf(volume, config)).flatMap(volume => mountsOf(workload, volume, key));
  if (mounts.includes('at-start')) return 'at-start';
  return mounts[0];
}

function isOf({ type, name }: ConfigName, config: ConfigName): boolean {
  return type === config.type && name === config.name;
}

/** Whether the value of a key is that of a variable; entries of `env` win over `envFrom`, and the last of a name over the others. */
function startsWith({ variables, variablesFrom }: Container, config: ConfigName, key: string): boolean {
  const effective = new Map(variables.map(variable => [variable.name, variable]));
  for (const { source } of effective.values()) {
    if (source && source.type !== 'field' && isOf(source, config) && source.key === key) return true;
  }
  return variablesFrom.some(from => isOf(from, config) && VARIABLE_NAME.test(from.prefix + key) && !effective.has(from.prefix + key));
}

/** How the file of a key in a volume is mounted. A part of a volume that is mounted by itself does not follow. */
function mountsOf({ object, containers, podPath }: Workload, { place, keys }: ConfigVolume, key: string): ('at-start' | 'live')[] {
  if (keys && !keys.some(item => item.key === key)) return [];
  const volume = textOf(object.get(...place.path.slice(0, podPath.length + 2), 'name'));
  const items = listOf(object.get(...place.path, 'items')).map(objectOf);
  const files = keys ? items.filter(item => item?.key === key).map(item => textOf(item?.path) ?? key) : [key];
  return containers.flatMap(container => listOf(object.get(...container.path, 'volumeMounts')).flatMap((value) => {
    const mount = objectOf(value);
    if (!mount || volume === undefined || mount.name !== volume) return [];
    const part = textOf(mount.subPath)?.replace(/^\.?\/+|\/+$/g, '') || undefined;
    if (part === undefined && mount.subPathExpr === undefined) return ['live'];
    return part === undefined || files.some(file => file === part || file.startsWith(`${part}/`)) ? ['at-start'] : [];
  }));
}
