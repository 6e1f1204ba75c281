import { variableName } from './identifiers';
import { addAt, addItem } from './patches';
import { SystemDraft } from './system-draft';
import { TakenFields } from './taken-fields';
import { fieldExpression, withAllComments } from './with-comments';
import { FieldPath, JsonObject, listOf, objectOf, textOf, Workload } from '../../manifest';
import { ArrayItem, call, Expression, imported, literal, name, object, Statement } from '../code';

/** Where constructs mount a writable directory. */
const TMP = '/tmp';

type VolumeMaker = (id: Expression, volumeName: Expression) => Expression;
type PlainMount = JsonObject & { readonly name: string; readonly mountPath: string };

/** The volumes of a pod and where its containers mount them. */
export class PodVolumes {
  /** The statements that make volumes which several containers mount. */
  readonly statements: Statement[] = [];

  /** The patches for volumes that no maker of cdk8s-plus has, and for mounts that have more than a path or are of no volume of the pod, such as a claim. */
  readonly patches: Expression[] = [];
  private readonly expressions = new Map<string, ArrayItem>();
  private readonly path: FieldPath;

  /** Whether the lists are patched as a whole: the construct would give a container a second writable directory beside its own. */
  private readonly isPatched: boolean;

  constructor(private readonly workload: Workload, private readonly fields: TakenFields, private readonly draft: SystemDraft) {
    this.path = [...workload.podPath, 'volumes'];
    const volumes = listOf(workload.podSpec.volumes).map(objectOf);
    const makers = volumes.map(volume => volume && this.maker(volume));
    const made = new Set(volumes.flatMap((volume, i) => makers[i] ? textOf(volume!.name)! : []));
    this.isPatched = workload.containers.some(({ path }) => this.hasReadOnlyRoot(path)
      && this.mountsOf(path).some(mount => mount?.mountPath === TMP && !(isPlainMount(mount) && made.has(mount.name))));
    if (this.isPatched) return;
    fields.take(...this.path);
    makers.forEach((make, i) => make && this.add(textOf(volumes[i]!.name)!, i, make));
    const others = makers.flatMap((make, i) => make ? [] : [i]);
    this.patch(this.path, others, this.expressions.size > 0 || workload.containers.some(container => this.getsTmp(container.path)));
  }

  /** The volumes that the pod has though no container mounts them by a prop. */
  get unmounted(): Expression | undefined {
    const others = [...this.expressions].filter(([volume]) => this.plainMountsOf(volume) === 0);
    return others.length > 0 ? { kind: 'array', items: others.map(([, volume]) => volume) } : undefined;
  }

  /** The mounts of a container. */
  mounts(container: FieldPath): Expression | undefined {
    const path = [...container, 'volumeMounts'];
    const mounts = this.mountsOf(container);
    if (this.isPatched || mounts.length === 0) return undefined;
    this.fields.take(...path);
    const own = mounts.map((mount, i) => {
      const volume = isPlainMount(mount) ? this.expressions.get(mount.name) : undefined;
      return volume && withAllComments(this.fields.object, [...path, i], { value: mountProps(mount!, volume) });
    });
    const items = own.filter(item => item !== undefined);
    this.patch(path, own.flatMap((item, i) => item ? [] : [i]), items.length > 0 || this.getsTmp(container));
    return items.length === 0 ? undefined : { kind: 'array', items };
  }

  private mountsOf(container: FieldPath): (JsonObject | undefined)[] {
    return listOf(this.fields.object.get(...container, 'volumeMounts')).map(objectOf);
  }

  /** How many mounts of a volume props take. */
  private plainMountsOf(volume: string): number {
    return this.workload.containers.flatMap(({ path }) => this.mountsOf(path)).filter(mount => isPlainMount(mount) && mount.name === volume).length;
  }

  /** Whether the construct gives a container a writable directory of its own. */
  private getsTmp(container: FieldPath): boolean {
    return this.hasReadOnlyRoot(container) && this.mountsOf(container).every(mount => mount?.mountPath !== TMP);
  }

  private hasReadOnlyRoot(container: FieldPath): boolean {
    return this.fields.object.get(...container, 'securityContext', 'readOnlyRootFilesystem') === true;
  }

  /** Adds items of a list to those that the construct renders. Without any there is no list that they could be added to. */
  private patch(path: FieldPath, items: readonly number[], hasList: boolean): void {
    const { object: manifest } = this.fields;
    if (items.length === 0) return;
    this.patches.push(...hasList ? items.map(i => addItem(manifest, [...path, i])) : [addAt(path, fieldExpression(manifest, path))]);
  }

  private add(volume: string, index: number, make: VolumeMaker): void {
    const id = this.draft.ids.take(volume, `${this.workload.name}-${volume}`);
    const made = withAllComments(this.fields.object, [...this.path, index], { value: make(literal(id), literal(volume)) });
    this.expressions.set(volume, this.plainMountsOf(volume) > 1 ? this.shared(volume, made) : made);
  }

  /** A volume that several containers mount, as a constant. */
  private shared(volume: string, made: ArrayItem): ArrayItem {
    const variable = this.draft.variables.take(variableName(volume, 'volume'), variableName(`${volume}-volume`, 'volume'));
    this.statements.push({ kind: 'const', name: variable, ...made });
    return { value: name(variable) };
  }

  private maker(volume: JsonObject): VolumeMaker | undefined {
    const [type, ...more] = Object.keys(volume).filter(key => key !== 'name');
    const given = type === undefined ? undefined : objectOf(volume[type]);
    const create = (method: string, ...args: Expression[]) => call(imported('cdk8s-plus-28', 'Volume'), method, name('this'), ...args);
    if (more.length > 0 || typeof volume.name !== 'string') return undefined;
    if (type === 'emptyDir' && Object.keys(given ?? {}).length === 0) return (id, volumeName) => create('fromEmptyDir', id, volumeName);
    if (type === 'configMap' && hasOnly(given, ['name', 'defaultMode', 'optional']) && typeof given.name === 'string') {
      const { name: config } = given;
      return (id, volumeName) => {
        const handle = this.draft.config(this.workload.namespace, config);
        handle.useWhole();
        return create('fromConfigMap', id, handle.expression, options(volumeName, given, ['defaultMode', 'optional']));
      };
    }
    if (type === 'secret' && hasOnly(given, ['secretName', 'defaultMode', 'optional']) && typeof given.secretName === 'string') {
      const { secretName } = given;
      return (id, volumeName) => create('fromSecret', id, this.draft.secrets.plain(secretName), options(volumeName, given, ['defaultMode', 'optional']));
    }
    if (type === 'hostPath' && hasOnly(given, ['path']) && typeof given.path === 'string') {
      const { path } = given;
      return (id, volumeName) => create('fromHostPath', id, volumeName, object({ path: literal(path) }));
    }
    if (type === 'persistentVolumeClaim' && hasOnly(given, ['claimName', 'readOnly']) && typeof given.claimName === 'string') {
      const { claimName } = given;
      return (id, volumeName) => {
        const claim = call(imported('cdk8s-plus-28', 'PersistentVolumeClaim'), 'fromClaimName', name('this'), literal(this.draft.ids.take(claimName, `${claimName}-claim`)), literal(claimName));
        return create('fromPersistentVolumeClaim', id, claim, options(volumeName, given, ['readOnly']));
      };
    }
    return undefined;
  }
}

function mountProps(mount: JsonObject, { value, comments }: ArrayItem): Expression {
  const { entries } = object({
    path: literal(textOf(mount.mountPath)!),
    volume: value,
    subPath: typeof mount.subPath === 'string' ? literal(mount.subPath) : undefined,
    readOnly: mount.readOnly === true ? literal(true) : undefined,
  });
  return { kind: 'object', entries: entries.map(entry => entry.key === 'volume' ? { ...entry, comments } : entry) };
}

function isPlainMount(mount: JsonObject | undefined): mount is PlainMount {
  return hasOnly(mount, ['name', 'mountPath', 'subPath', 'readOnly']) && typeof mount.name === 'string' && typeof mount.mountPath === 'string';
}

function hasOnly(value: JsonObject | undefined, keys: readonly string[]): value is JsonObject {
  return value !== undefined && Object.keys(value).every(key => keys.includes(key));
}

function options(volumeName: Expression, given: JsonObject, keys: readonly string[]): Expression {
  const further = keys.map(key => [key, given[key] === undefined ? undefined : literal(given[key]!)]);
  return object({ name: volumeName, ...Object.fromEntries(further) });
}
