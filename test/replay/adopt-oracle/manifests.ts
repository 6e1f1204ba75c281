import { parseAllDocuments } from 'yaml';

/** Whatever stands in YAML. */
export type Value = any;

/** An object as it stands in YAML. */
export interface Manifest {
  /** The version, kind, namespace and name. */
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly value: Value;
}

/** The objects in texts; of those that are written twice the last. */
export function manifestsOf(texts: readonly string[]): Map<string, Manifest> {
  const values = texts.flatMap(text => parseAllDocuments(text, { version: '1.1', merge: true }))
    .flatMap((document): Value[] => membersOf('toJS' in document ? document.toJS() : null));
  return new Map(values.map(value => manifestOf(value)).map(manifest => [manifest.id, manifest]));
}

function membersOf(value: Value): Value[] {
  if (typeof value?.kind !== 'string') return [];
  return value.kind.endsWith('List') && Array.isArray(value.items) ? value.items.flatMap(membersOf) : [value];
}

function manifestOf(value: Value): Manifest {
  const { namespace = '', name = '' } = value.metadata ?? {};
  return { id: `${value.apiVersion} ${value.kind} ${namespace}/${name}`, kind: value.kind, namespace, name, value };
}

/** The pod that an object makes; undefined where it makes none. */
export function podOf({ kind, value }: Manifest): Value {
  if (kind === 'CronJob') return value.spec?.jobTemplate?.spec?.template;
  return ['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'StatefulSet'].includes(kind) ? value.spec?.template : undefined;
}

/** The containers of a pod, with those that prepare it. */
export function containersOf(pod: Value): Value[] {
  return [...pod?.spec?.initContainers ?? [], ...pod?.spec?.containers ?? []];
}

/** Whether all labels of a selector without expressions are those of something. */
export function selects(selector: Value, labels: Value): boolean {
  return Object.entries(selector ?? {}).every(([key, value]) => labels?.[key] === value);
}
