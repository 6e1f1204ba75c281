import { addAt, withCommentsInside } from './patches';
import { SystemDraft } from './system-draft';
import { entriesOf, Entry } from './variable-entries';
import { fieldExpression, withAllComments, withComments } from './with-comments';
import { clusterAddressIn } from '../../address/private/cluster-address';
import { credentialIn } from '../../address/private/credentials';
import { referencesIn } from '../../compare/private/variables';
import { append, Container, JsonObject, listOf, objectOf, textOf, Workload } from '../../manifest';
import { ArrayItem, call, Expression, imported, literal, object, ObjectEntry } from '../code';

const FIELD_PATHS: ReadonlyMap<string, string> = new Map([
  ['metadata.name', 'POD_NAME'],
  ['metadata.namespace', 'POD_NAMESPACE'],
  ['metadata.uid', 'POD_UID'],
  ['status.podIP', 'POD_IP'],
  ['spec.serviceAccountName', 'SERVICE_ACCOUNT_NAME'],
  ['spec.nodeName', 'NODE_NAME'],
  ['status.hostIP', 'NODE_IP'],
]);

/** The variables that containers have for themselves, as cdk8s-plus takes them. */
export class OwnVariables {
  private readonly entries = new Map<Container, ObjectEntry[]>();
  private readonly refused = new Map<Container, Entry[]>();
  private readonly sources = new Map<Container, Expression[]>();
  private readonly sourcePatches: Expression[] = [];

  constructor(private readonly workload: Workload, private readonly draft: SystemDraft) {}

  /** The entries of `envVariables`. */
  of(container: Container): readonly ObjectEntry[] {
    return this.entries.get(container) ?? [];
  }

  /** The members of `envFrom`. */
  sourcesOf(container: Container): readonly Expression[] {
    return this.sources.get(container) ?? [];
  }

  /** The patches for entries that no prop takes. */
  get patches(): Expression[] {
    return [...[...this.refused].flatMap(([container, entries]) => this.patchesFor(container, entries)), ...this.sourcePatches];
  }

  /** Gives a container a variable. */
  add(container: Container, entry: Entry): void {
    const expression = this.valueOf(entry);
    const written = textOf(entry.value.value);
    if (!expression || (written !== undefined && (isRefused(entry.name, written) || this.needsOthers(container, entry, written)))) {
      append(this.refused, container, entry);
      return;
    }
    append(this.entries, container, withAllComments(this.workload.object, entry.path, { key: entry.name, value: expression }));
  }

  /** Whether a value refers to a variable above it that will stand below what props give: one that is wired, or that a patch adds. */
  private needsOthers(container: Container, { path }: Entry, written: string): boolean {
    const references = new Set(referencesIn(written));
    if (references.size === 0) return false;
    for (const { key } of this.of(container)) references.delete(key);
    return entriesOf(container).some(other => references.has(other.name) && indexOf(other) < indexOf({ path }));
  }

  /** Reads the ConfigMaps and Secrets that a container takes as a whole. */
  readSources(container: Container): void {
    const entries = listOf(this.workload.object.get(...container.path, 'envFrom')).map(objectOf);
    const expressions = entries.map(entry => entry && this.source(entry));
    if (expressions.every(expression => expression !== undefined)) this.sources.set(container, expressions);
    else this.sourcePatches.push(addAt([...container.path, 'envFrom'], fieldExpression(this.workload.object, [...container.path, 'envFrom'])));
  }

  private patchesFor(container: Container, entries: readonly Entry[]): Expression[] {
    const { object: manifest } = this.workload;
    const items = entries.map(({ path }): ArrayItem => withComments(manifest, path, { value: fieldExpression(manifest, path) }));
    // Without any other variable there is no list that they could be added to.
    if (entries.length === entriesOf(container).length) return [addAt([...container.path, 'env'], { kind: 'array', items })];
    return items.map(({ value, comments = [] }) => addAt([...container.path, 'env', '-'], withCommentsInside(value, comments)));
  }

  private valueOf({ value }: Entry): Expression | undefined {
    const create = (method: string, ...args: Expression[]) => call(imported('cdk8s-plus-28', 'EnvValue'), method, ...args);
    const optional = (given: JsonObject) => given.optional === true ? [object({ optional: literal(true) })] : [];
    const source = objectOf(value.valueFrom);
    if (!source) return value.valueFrom === undefined ? create('fromValue', literal(textOf(value.value) ?? '')) : undefined;
    const config = objectOf(source.configMapKeyRef);
    if (config && typeof config.name === 'string' && typeof config.key === 'string') {
      const handle = this.draft.config(this.workload.namespace, config.name);
      if (!handle.has(config.key)) return undefined;
      handle.use(config.key);
      return create('fromConfigMap', handle.expression, literal(config.key), ...optional(config));
    }
    const secret = objectOf(source.secretKeyRef);
    if (secret && typeof secret.name === 'string' && typeof secret.key === 'string') {
      return create('fromSecretValue', object({ secret: this.draft.secrets.plain(secret.name), key: literal(secret.key) }), ...optional(secret));
    }
    const field = objectOf(source.fieldRef);
    const path = field && FIELD_PATHS.get(textOf(field.fieldPath) ?? '');
    return path && (field.apiVersion === undefined || field.apiVersion === 'v1') ? create('fromFieldRef', imported('cdk8s-plus-28', `EnvFieldPaths.${path}`)) : undefined;
  }

  private source(entry: JsonObject): Expression | undefined {
    const config = objectOf(entry.configMapRef);
    const secret = objectOf(entry.secretRef);
    const prefix = typeof entry.prefix === 'string' ? [literal(entry.prefix)] : [];
    const given = config ?? secret;
    if (typeof given?.name !== 'string' || given.optional === true) return undefined;
    if (!config) return call(imported('cdk8s-plus-28', 'Env'), 'fromSecret', this.draft.secrets.plain(given.name), ...prefix);
    const handle = this.draft.config(this.workload.namespace, given.name);
    handle.useWhole();
    return call(imported('cdk8s-plus-28', 'Env'), 'fromConfigMap', handle.expression, ...prefix);
  }
}

function indexOf({ path }: Pick<Entry, 'path'>): number {
  return Number(path[path.length - 1]);
}

/** Values that constructs refuse as literals of a container. */
function isRefused(variable: string, value: string): boolean {
  return variable.startsWith('NATS_') || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)
    || credentialIn(variable, value) !== undefined || clusterAddressIn(variable, value) !== undefined;
}
