import { addAt, addItem } from './patches';
import { SystemDraft } from './system-draft';
import { entriesOf, Entry, isExpanded, isText } from './variable-entries';
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
  private readonly sources = new Map<Container, ArrayItem[]>();
  private readonly sourcePatches: Expression[] = [];

  constructor(private readonly workload: Workload, private readonly draft: SystemDraft) {}

  /** The entries of `envVariables`. */
  of(container: Container): readonly ObjectEntry[] {
    return this.entries.get(container) ?? [];
  }

  /** The members of `envFrom`. */
  sourcesOf(container: Container): readonly ArrayItem[] {
    return this.sources.get(container) ?? [];
  }

  /** The patches for entries that no prop takes. */
  get patches(): Expression[] {
    return [...[...this.refused].flatMap(([container, entries]) => this.patchesFor(container, entries)), ...this.sourcePatches];
  }

  /** Gives a container a variable. */
  add(container: Container, entry: Entry): void {
    const written = textOf(entry.value.value);
    const isRefused = written !== undefined && (isRefusedLiteral(entry.name, written) || this.needsOthers(container, entry, written));
    const expression = isRefused ? undefined : this.valueOf(entry);
    if (!expression) this.refuse(container, entry);
    else append(this.entries, container, withAllComments(this.workload.object, entry.path, { key: entry.name, value: expression }));
  }

  /** Leaves a variable to a patch. */
  refuse(container: Container, entry: Entry): void {
    append(this.refused, container, entry);
  }

  /** Whether a value refers to a variable above it that will stand below what props give: one that is wired, or that a patch adds. */
  private needsOthers(container: Container, { path }: Entry, written: string): boolean {
    const references = new Set(referencesIn(written));
    if (references.size === 0) return false;
    for (const { key } of this.of(container)) references.delete(key);
    return entriesOf(container).some(other => references.has(other.name) && indexOf(other) < indexOf({ path }));
  }

  /** Reads the ConfigMaps and Secrets that a container takes as a whole. Of two with the same key the later one counts, so that patches only add at the end. */
  readSources(container: Container): void {
    const { object: manifest } = this.workload;
    const path = [...container.path, 'envFrom'];
    const makers = listOf(manifest.get(...path)).map(entry => this.sourceMaker(objectOf(entry)));
    const first = makers.indexOf(undefined);
    const plain = first < 0 ? makers.length : makers.slice(first).every(maker => !maker) ? first : 0;
    this.sources.set(container, makers.slice(0, plain).map((maker, i) => withAllComments(manifest, [...path, i], { value: maker!() })));
    if (plain === 0 && makers.length > 0) this.sourcePatches.push(addAt(path, fieldExpression(manifest, path)));
    else this.sourcePatches.push(...makers.flatMap((_, i) => i < plain ? [] : addItem(manifest, [...path, i])));
  }

  private patchesFor(container: Container, entries: readonly Entry[]): Expression[] {
    const { object: manifest } = this.workload;
    // Without any other variable there is no list that they could be added to.
    if (entries.length < entriesOf(container).length) return entries.map(entry => addItem(manifest, entry.path, this.whyLiteral(entry)));
    const items = entries.map((entry): ArrayItem => {
      const item = withComments(manifest, entry.path, { value: fieldExpression(manifest, entry.path) });
      return { ...item, comments: [...item.comments, ...this.whyLiteral(entry)] };
    });
    return [addAt([...container.path, 'env'], { kind: 'array', items })];
  }

  /** What a comment says of a value that a ConfigMap should have. */
  private whyLiteral({ name, value, path }: Entry): string[] {
    if (name.startsWith('NATS_') && isExpanded(value.value)) return ['A literal, since Kubernetes expands no value of a ConfigMap'];
    const code = this.draft.context.findingAt(this.workload.object, [...path, 'value']);
    return code?.startsWith('URL') ? [`A literal as it was, since ${code} does not tell the right address`] : [];
  }

  private valueOf({ value }: Entry): Expression | undefined {
    const create = (method: string, ...args: Expression[]) => call(imported('cdk8s-plus-28', 'EnvValue'), method, ...args);
    const optional = (given: JsonObject) => given.optional === true ? [object({ optional: literal(true) })] : [];
    const source = objectOf(value.valueFrom);
    if (!source) return value.valueFrom === undefined && isText(value.value) ? create('fromValue', literal(value.value ?? '')) : undefined;
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

  /** What makes a source; undefined for one that `Env` cannot say. */
  private sourceMaker(entry: JsonObject = {}): (() => Expression) | undefined {
    const config = objectOf(entry.configMapRef);
    const { name, optional } = config ?? objectOf(entry.secretRef) ?? {};
    const prefix = typeof entry.prefix === 'string' ? [literal(entry.prefix)] : [];
    if (typeof name !== 'string' || optional === true) return undefined;
    return () => {
      if (!config) return call(imported('cdk8s-plus-28', 'Env'), 'fromSecret', this.draft.secrets.plain(name), ...prefix);
      const handle = this.draft.config(this.workload.namespace, name);
      handle.useWhole();
      return call(imported('cdk8s-plus-28', 'Env'), 'fromConfigMap', handle.expression, ...prefix);
    };
  }
}

function indexOf({ path }: Pick<Entry, 'path'>): number {
  return Number(path[path.length - 1]);
}

/** Values that constructs refuse as literals of a container. */
function isRefusedLiteral(variable: string, value: string): boolean {
  return variable.startsWith('NATS_') || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)
    || credentialIn(variable, value) !== undefined || clusterAddressIn(variable, value) !== undefined;
}
