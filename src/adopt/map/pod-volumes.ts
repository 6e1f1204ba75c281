import { variableName } from './identifiers';
import { addAt } from './patches';
import { SystemDraft } from './system-draft';
import { TakenFields } from './taken-fields';
import { fieldExpression, withAllComments } from './with-comments';
import { FieldPath, JsonObject, listOf, objectOf, textOf, Workload } from '../../manifest';
import { array, call, Expression, imported, literal, name, object, Statement } from '../code';

/** The volumes of a pod and where its containers mount them. */
export class PodVolumes {
  /** The statements that make volumes which several containers mount. */
  readonly statements: Statement[] = [];

  /** The patches that mount what is no volume of the pod: the claims of a StatefulSet. */
  readonly mountPatches: Expression[] = [];
  private readonly expressions = new Map<string, Expression>();
  private readonly isPlain: boolean;

  constructor(private readonly workload: Workload, private readonly fields: TakenFields, private readonly draft: SystemDraft) {
    const volumes = listOf(workload.podSpec.volumes).map(objectOf);
    const mounts = workload.containers.flatMap(({ path }) => listOf(fields.object.get(...path, 'volumeMounts'))).map(objectOf);
    const kinds = volumes.map(volume => volume && this.maker(volume));
    this.isPlain = kinds.every(kind => kind !== undefined) && mounts.every(mount => mount !== undefined && isPlainMount(mount));
    if (!this.isPlain) return;
    fields.take(...workload.podPath, 'volumes');
    volumes.forEach((volume, i) => this.add(textOf(volume!.name)!, mounts.filter(mount => mount?.name === volume!.name).length, kinds[i]!));
  }

  /** The volumes that the pod has though no container mounts them. */
  get unmounted(): Expression | undefined {
    if (!this.isPlain) return undefined;
    const mounted = new Set(this.workload.containers.flatMap(({ path }) => listOf(this.fields.object.get(...path, 'volumeMounts')).map(mount => objectOf(mount)?.name)));
    const others = [...this.expressions].filter(([volume]) => !mounted.has(volume));
    return others.length > 0 ? array(others.map(([, expression]) => expression)) : undefined;
  }

  /** The mounts of a container. */
  mounts(path: FieldPath): Expression | undefined {
    const mounts = listOf(this.fields.object.get(...path, 'volumeMounts')).map(objectOf).filter(mount => mount !== undefined);
    if (mounts.length === 0 || !this.isPlain) return undefined;
    this.fields.take(...path, 'volumeMounts');
    const own = mounts.flatMap((mount, i) => {
      const volume = this.expressions.get(textOf(mount.name)!);
      return volume ? [withAllComments(this.fields.object, [...path, 'volumeMounts', i], { value: mountProps(mount, volume) })] : [];
    });
    this.mountOthers(path, mounts, own.length > 0);
    return own.length === 0 ? undefined : { kind: 'array', items: own };
  }

  private mountOthers(path: FieldPath, mounts: readonly JsonObject[], hasOwn: boolean): void {
    const others = mounts.flatMap((mount, i) => this.expressions.has(textOf(mount.name)!) ? [] : [fieldExpression(this.fields.object, [...path, 'volumeMounts', i])]);
    if (others.length === 0) return;
    const getsTmp = this.fields.object.get(...path, 'securityContext', 'readOnlyRootFilesystem') === true && mounts.every(({ mountPath }) => mountPath !== '/tmp');
    const list = [...path, 'volumeMounts'];
    // Without any mount there is no list that they could be added to.
    this.mountPatches.push(...hasOwn || getsTmp ? others.map(other => addAt([...list, '-'], other)) : [addAt(list, array(others))]);
  }

  private add(volume: string, mounts: number, make: (id: Expression, volumeName: Expression) => Expression): void {
    const id = this.draft.ids.take(volume, `${this.workload.name}-${volume}`);
    const expression = make(literal(id), literal(volume));
    if (mounts <= 1) {
      this.expressions.set(volume, expression);
      return;
    }
    const variable = this.draft.variables.take(variableName(volume), variableName(`${volume}-volume`));
    this.statements.push({ kind: 'const', name: variable, value: expression });
    this.expressions.set(volume, name(variable));
  }

  private maker(volume: JsonObject): ((id: Expression, volumeName: Expression) => Expression) | undefined {
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

function mountProps(mount: JsonObject, volume: Expression): Expression {
  return object({
    path: literal(textOf(mount.mountPath)!),
    volume,
    subPath: typeof mount.subPath === 'string' ? literal(mount.subPath) : undefined,
    readOnly: mount.readOnly === true ? literal(true) : undefined,
  });
}

function isPlainMount(mount: JsonObject): boolean {
  return hasOnly(mount, ['name', 'mountPath', 'subPath', 'readOnly']) && typeof mount.name === 'string' && typeof mount.mountPath === 'string';
}

function hasOnly(value: JsonObject | undefined, keys: readonly string[]): value is JsonObject {
  return value !== undefined && Object.keys(value).every(key => keys.includes(key));
}

function options(volumeName: Expression, given: JsonObject, keys: readonly string[]): Expression {
  const further = keys.map(key => [key, given[key] === undefined ? undefined : literal(given[key]!)]);
  return object({ name: volumeName, ...Object.fromEntries(further) });
}
