import { idOf, identityOf } from './identity';
import { Json } from './json';
import { ManifestObject } from './manifest-object';
import { append } from './multi-map';
import { objectsIn } from './objects-in';
import { OwnerReference, ownersOf } from './owners';
import { ReadProblem } from './read-problem';
import { readWorkload } from './read-workload';
import { isForeign, isMadeByCluster } from './scope';
import { readService, Service } from './service';
import { SourceDocument } from './source-document';
import { Workload } from './workload';

/** What a set is made of. */
export interface ManifestSetParts {
  /** What is linted. */
  readonly files: readonly SourceDocument[];

  /**
   * What the cluster holds beside them; objects of the files replace it whole.
   * @default - not known
   */
  readonly state?: readonly SourceDocument[];

  /**
   * Namespace of objects that name none.
   * @default - they are in one unnamed namespace
   */
  readonly namespace?: string;

  /**
   * Whether what is in neither place exists nowhere.
   * @default false
   */
  readonly closedWorld?: boolean;
}

/** What is known about an object that is looked for. */
export type Presence = 'present' | 'absent' | 'unknown';

/** Kinds of which a state that lists some in a namespace is taken to list all. */
const LISTED_WHOLE: ReadonlySet<string> = new Set(['ConfigMap', 'Secret', 'Service', 'Namespace']);

/** A set of manifests: the linted ones, with what the cluster holds beside them. */
export class ManifestSet {
  /** The linted objects, in the order of the files. */
  readonly objects: readonly ManifestObject[];

  /** The linted objects and those of the state that no file replaces. */
  readonly all: readonly ManifestObject[];

  /** All workloads, those of the state included, without what another of them made; of two definitions in the files the last. */
  readonly workloads: readonly Workload[];

  /** All Services, those of the state included; of two definitions in the files the last. */
  readonly services: readonly Service[];

  /** Linted documents that are no Kubernetes objects. */
  readonly problems: readonly ReadProblem[];

  /** Whether the state of the cluster is known. */
  readonly hasState: boolean;

  readonly closedWorld: boolean;

  private readonly byName = new Map<string, ManifestObject[]>();
  private readonly byKind = new Map<string, ManifestObject[]>();
  private readonly lastById = new Map<string, ManifestObject>();
  private readonly stateById = new Map<string, ManifestObject>();
  private readonly listedByState = new Set<string>();
  private readonly workloadByObject = new Map<ManifestObject, Workload>();
  private readonly serviceByObject = new Map<ManifestObject, Service>();

  constructor(private readonly parts: ManifestSetParts) {
    const { files, state, namespace = '', closedWorld = false } = parts;
    this.hasState = state !== undefined;
    this.closedWorld = closedWorld;
    const linted = files.map(document => objectsIn(document, namespace, 'files'));
    this.objects = linted.flatMap(({ objects }) => objects);
    this.problems = linted.flatMap(({ problems }) => problems);
    const beside = (state ?? []).flatMap(document => objectsIn(document, namespace, 'state').objects);
    for (const object of beside) {
      this.stateById.set(identityOf(object), object);
      if (LISTED_WHOLE.has(kindOf(object))) this.listedByState.add(`${object.namespace}/${object.kind}`);
    }
    const own = new Set(this.objects.map(identityOf));
    this.all = [...this.objects, ...beside.filter(object => !own.has(identityOf(object)))];
    for (const object of this.all) {
      append(this.byName, nameOf(object), object);
      append(this.byKind, kindOf(object), object);
      this.lastById.set(identityOf(object), object);
    }
    this.readAll();
    this.workloads = [...this.workloadByObject.values()].filter(({ object }) => this.isCurrent(object));
    this.services = [...this.serviceByObject.values()];
  }

  /** The same files, some of whose documents hold other values. */
  withValues(values: ReadonlyMap<SourceDocument, Json>): ManifestSet {
    const files = this.parts.files.map(document => values.has(document) ? document.withValue(values.get(document)!) : document);
    return new ManifestSet({ ...this.parts, files });
  }

  /** All objects of a kind, of any version; of `Service` and the like only those of Kubernetes itself. */
  ofKind(kind: string): readonly ManifestObject[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The object of this kind and name; where the files define it twice, the last one, which apply leaves behind. */
  find(kind: string, namespace: string, name: string): ManifestObject | undefined {
    return this.definitions(kind, namespace, name).at(-1);
  }

  /** Each definition of an object in the files, else the one in the state. */
  definitions(kind: string, namespace: string, name: string): readonly ManifestObject[] {
    return this.byName.get(`${namespace}/${kind}/${name}`) ?? [];
  }

  /** What the state holds in the place of an object of the files. */
  replaced(object: ManifestObject): ManifestObject | undefined {
    return object.origin === 'files' ? this.stateById.get(identityOf(object)) : undefined;
  }

  /**
   * Whether an object exists. Absent only where the world is closed, the namespace itself is absent, or the state lists others of the
   * kind in the namespace and is of a kind that is listed whole. What each cluster makes by itself is present, be it in the set or not.
   */
  presence(kind: string, namespace: string, name: string): Presence {
    if (this.definitions(kind, namespace, name).length > 0 || isMadeByCluster(kind, namespace, name)) return 'present';
    if (this.closedWorld || this.listedByState.has(`${namespace}/${kind}`)) return 'absent';
    return namespace !== '' && this.presence('Namespace', '', namespace) === 'absent' ? 'absent' : 'unknown';
  }

  /** The workload that an object is, also where a later definition takes its place. */
  workload(object: ManifestObject): Workload | undefined {
    return this.workloadByObject.get(object);
  }

  service(namespace: string, name: string): Service | undefined {
    const object = this.find('Service', namespace, name);
    return object && this.serviceByObject.get(object);
  }

  /** The labels of a namespace: of its object, and the one that each namespace has. */
  namespaceLabels(namespace: string): Readonly<Record<string, string>> {
    const labels = this.find('Namespace', '', namespace)?.labels ?? {};
    return { ...labels, 'kubernetes.io/metadata.name': namespace };
  }

  private isCurrent(object: ManifestObject): boolean {
    return object.name === '' || this.lastById.get(identityOf(object)) === object;
  }

  private readAll(): void {
    const workloads = new Map<ManifestObject, Workload>();
    for (const object of this.all) {
      const workload = readWorkload(object);
      if (workload) workloads.set(object, workload);
      const service = this.isCurrent(object) ? readService(object) : undefined;
      if (service) this.serviceByObject.set(object, service);
    }
    for (const [object, workload] of workloads) {
      const owners = ownersOf(object, owner => this.owner(object.namespace, owner));
      const isMade = !owners.has(object) && [...owners].some(owner => workloads.has(owner));
      if (!isMade) this.workloadByObject.set(object, workload);
    }
  }

  private owner(namespace: string, { kind, group, name }: OwnerReference): ManifestObject | undefined {
    return this.lastById.get(idOf(namespace, kind, group, name));
  }
}

/** What an object is looked up by. */
function nameOf(object: ManifestObject): string {
  return `${object.namespace}/${kindOf(object)}/${object.name}`;
}

/** The kind, with its group where another project uses the name of a kind of Kubernetes. */
function kindOf({ kind, group }: ManifestObject): string {
  return isForeign(kind, group) ? `${kind}.${group}` : kind;
}
