import { Container, FieldPath, Json, JsonObject, listOf, objectOf, Workload } from '../../manifest';

/** A variable of a container, by the entry that wins. */
export interface Entry {
  readonly name: string;
  readonly value: JsonObject;
  readonly path: FieldPath;
}

/** The variables of a container, each once. */
export function entriesOf({ workload, path }: Container): Entry[] {
  const entries = new Map<string, Entry>();
  listOf(workload.object.get(...path, 'env')).forEach((value, i) => {
    const entry = objectOf(value);
    if (entry && typeof entry.name === 'string') entries.set(entry.name, { name: entry.name, value: entry, path: [...path, 'env', i] });
  });
  return [...entries.values()];
}

/** Why code cannot say a variable of a container, whose entry has no name; undefined where all have one. */
export function whyUnnamed({ workload, path, name }: Container): string | undefined {
  const unnamed = listOf(workload.object.get(...path, 'env')).find(value => typeof objectOf(value)?.name !== 'string');
  if (unnamed === undefined) return undefined;
  const given = objectOf(unnamed)?.name;
  return `container ${name} has a variable ${given === undefined ? 'without a name' : `whose name is ${JSON.stringify(given)} and no text`}`;
}

/** Whether a container has a variable that is written alike. */
export function hasEntry(container: Container, { name, value }: Entry): boolean {
  return JSON.stringify(entriesOf(container).find(entry => entry.name === name)?.value) === JSON.stringify(value);
}

/** Whether a value is a text, or absent, which is the empty one. */
export function isText(value: Json | undefined): value is string | null | undefined {
  return typeof (value ?? '') === 'string';
}

/** Whether Kubernetes makes another text of a value: of `$(NAME)` or `$$`, where it is a literal. */
export function isExpanded(value: Json | undefined): boolean {
  return typeof value === 'string' && /\$[$(]/.test(value);
}

/** Whether a variable comes from a key that has to be there. */
export function isReference({ valueFrom }: JsonObject): boolean {
  return referenceOf(valueFrom, 'configMapKeyRef') !== undefined || referenceOf(valueFrom, 'secretKeyRef') !== undefined;
}

/** The key that has to be there for a variable. */
export function referenceOf(valueFrom: Json | undefined, type: 'configMapKeyRef' | 'secretKeyRef'): { readonly name: string; readonly key: string } | undefined {
  const { name: source, key, optional } = objectOf(objectOf(valueFrom)?.[type]) ?? {};
  return typeof source === 'string' && typeof key === 'string' && optional !== true ? { name: source, key } : undefined;
}

/** A variable as differences name it: `spec.template.spec.containers[api].env[NATS_URL]`. */
export function fieldOf({ podPath, containers }: Workload, { name, path }: Entry): string {
  const [list, index] = path.slice(podPath.length);
  const container = containers.find(one => one.list === list && one.path[one.path.length - 1] === index);
  return `${podPath.join('.')}.${list}[${container?.name}].env[${name}]`;
}
