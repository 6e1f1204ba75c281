import { FieldPath } from './field-path';
import { fullNameOf } from './identity';
import { Json, JsonObject, listOf, numberOf, objectOf, textOf, textsOf } from './json';
import { ManifestObject } from './manifest-object';
import { ConfigVolume, Container, ContainerList, ContainerPort, VariableEntry, VariablesFrom, VariableSource, Workload } from './workload';

const TEMPLATE_PATHS: ReadonlyMap<string, FieldPath> = new Map(Object.entries({
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
}));

const GROUPS = ['', 'apps', 'batch', 'extensions'];

const LISTS: readonly ContainerList[] = ['initContainers', 'containers', 'ephemeralContainers'];

/** The workload that an object is; undefined for other kinds, and where it has no pod template. */
export function readWorkload(object: ManifestObject): Workload | undefined {
  const templatePath = TEMPLATE_PATHS.get(object.kind);
  return templatePath && GROUPS.includes(object.group) ? readTemplate(object, templatePath) : undefined;
}

/** An object of any kind as what makes pods of its template; undefined where it has none. */
export function readTemplate(object: ManifestObject, templatePath: FieldPath): Workload | undefined {
  const podPath = [...templatePath, 'spec'];
  const podSpec = object.object(...podPath);
  if (!podSpec) return undefined;
  const containers: Container[] = [];
  const volumes: ConfigVolume[] = [];
  const workload: Workload = {
    object,
    kind: object.kind,
    name: object.name,
    namespace: object.namespace,
    title: `${fullNameOf(object)}[${object.kind}]`,
    templatePath,
    podPath,
    podLabels: textsOf(object.get(...templatePath, 'metadata', 'labels')),
    podSpec,
    containers,
    volumes,
    hostNetwork: podSpec.hostNetwork === true,
    finite: object.kind === 'Job' || object.kind === 'CronJob',
  };
  for (const list of LISTS) {
    listOf(podSpec[list]).forEach((value, i) => {
      const container = objectOf(value);
      if (container) containers.push(readContainer(workload, list, [...podPath, list, i], container));
    });
  }
  volumes.push(...readVolumes(object, podPath, podSpec));
  return workload;
}

function readContainer(workload: Workload, list: ContainerList, path: FieldPath, value: JsonObject): Container {
  const { object } = workload;
  return {
    workload,
    list,
    path,
    name: textOf(value.name) ?? '',
    image: textOf(value.image),
    variables: listOf(value.env).flatMap((entry, i) => readVariable(object, [...path, 'env', i], objectOf(entry))),
    variablesFrom: listOf(value.envFrom).flatMap((entry, i) => readVariablesFrom(object, [...path, 'envFrom', i], objectOf(entry))),
    words: ['command', 'args'].flatMap(field => listOf(value[field]).flatMap((word, i) => {
      const text = textOf(word);
      return text === undefined ? [] : [{ text, place: object.at(...path, field, i) }];
    })),
    ports: listOf(value.ports).flatMap(readPort),
  };
}

function readVariable(object: ManifestObject, path: FieldPath, entry: JsonObject | undefined): VariableEntry[] {
  const name = textOf(entry?.name);
  if (entry === undefined || name === undefined) return [];
  const place = object.at(...path);
  const source = readSource(objectOf(entry.valueFrom));
  return [source ? { name, source, place } : { name, value: textOf(entry.value), place }];
}

function readSource(from: JsonObject | undefined): VariableSource | undefined {
  if (!from) return undefined;
  for (const [field, type] of [['configMapKeyRef', 'configMap'], ['secretKeyRef', 'secret']] as const) {
    const reference = objectOf(from[field]);
    if (reference) {
      return { type, name: textOf(reference.name) ?? '', key: textOf(reference.key) ?? '', optional: reference.optional === true };
    }
  }
  return { type: 'field' };
}

function readVariablesFrom(object: ManifestObject, path: FieldPath, entry: JsonObject | undefined): VariablesFrom[] {
  for (const [field, type] of [['configMapRef', 'configMap'], ['secretRef', 'secret']] as const) {
    const reference = objectOf(entry?.[field]);
    if (reference) {
      const prefix = textOf(entry?.prefix) ?? '';
      return [{ type, name: textOf(reference.name) ?? '', prefix, optional: reference.optional === true, place: object.at(...path) }];
    }
  }
  return [];
}

function readPort(value: Json): ContainerPort[] {
  const port = objectOf(value);
  const number = numberOf(port?.containerPort);
  if (number === undefined) return [];
  return [{ name: textOf(port?.name), port: number, protocol: textOf(port?.protocol) ?? 'TCP' }];
}

function readVolumes(object: ManifestObject, podPath: FieldPath, podSpec: JsonObject): ConfigVolume[] {
  return listOf(podSpec.volumes).flatMap((value, i) => {
    const volume = objectOf(value);
    const path = [...podPath, 'volumes', i];
    const projected = listOf(objectOf(volume?.projected)?.sources)
      .flatMap((source, k) => readVolume(object, [...path, 'projected', 'sources', k], objectOf(source)));
    return [...readVolume(object, path, volume), ...projected];
  });
}

function readVolume(object: ManifestObject, path: FieldPath, volume: JsonObject | undefined): ConfigVolume[] {
  return ([['configMap', 'name'], ['secret', 'secretName']] as const).flatMap(([type, nameField]) => {
    const source = objectOf(volume?.[type]);
    const name = textOf(source?.[nameField]) ?? textOf(source?.name);
    if (!source || name === undefined) return [];
    const keys = source.items === undefined ? undefined : listOf(source.items).flatMap((item, k) => {
      const key = textOf(objectOf(item)?.key);
      return key === undefined ? [] : [{ key, place: object.at(...path, type, 'items', k, 'key') }];
    });
    return [{ type, name, keys, optional: source.optional === true, place: object.at(...path, type) }];
  });
}
