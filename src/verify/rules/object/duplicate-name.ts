import { Json, listOf, ManifestObject, objectOf, Place, textOf, Workload } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';

/** A thing that must stand once in a list. */
interface Item {
  /** What it is and what it is called, for the message: `container web`. */
  readonly id: string;
  readonly place: Place;
}

export const duplicateName = rule({
  code: 'OBJ507',
  title: 'A name or port stands twice where each may stand once',
  severity: 'error',
  reads: ['objects', 'set'],
  why: 'Containers, volumes, mounts and named ports are found by their names, so the API server refuses a pod or a Service that has one twice. '
    + 'Where it takes both, as for the ports of a container, a later apply mixes them up.',
  repair: 'Remove one of the two, or give it a name of its own.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/',
  check: ({ objects, set }) => objects.flatMap((object) => {
    const workload = set.workload(object);
    return [...workload ? ofPods(workload) : [], ...set.service(object.namespace, object.name)?.object === object ? ofService(object) : []];
  }),
});

function ofPods(workload: Workload): Observation[] {
  const { object, podPath, podSpec, containers } = workload;
  const names = containers.flatMap(({ name, path }) => (name ? [{ id: `container ${name}`, place: object.at(...path, 'name') }] : []));
  const volumes = listOf(podSpec.volumes).flatMap((volume, i) => named('volume', textOf(objectOf(volume)?.name), object.at(...podPath, 'volumes', i, 'name')));
  const inContainers = containers.flatMap(({ name, path }) => {
    const mounts = listOf(object.get(...path, 'volumeMounts')).flatMap((mount, i) =>
      named('mount path', textOf(objectOf(mount)?.mountPath), object.at(...path, 'volumeMounts', i, 'mountPath')));
    const ports = listOf(object.get(...path, 'ports'));
    const portNames = ports.flatMap((port, i) => named('port name', textOf(objectOf(port)?.name), object.at(...path, 'ports', i, 'name')));
    const numbers = ports.flatMap((port, i) => numbered(objectOf(port)?.containerPort ?? null, objectOf(port)?.protocol ?? null, object.at(...path, 'ports', i)));
    const where = `container ${name}`;
    return [...repeated(mounts, where), ...repeated(portNames, where), ...repeated(numbers, where, 'warning')];
  });
  return [...repeated(names, 'the pod'), ...repeated(volumes, 'the pod'), ...inContainers];
}

function ofService(object: ManifestObject): Observation[] {
  const ports = listOf(object.get('spec', 'ports'));
  const names = ports.flatMap((port, i) => named('port name', textOf(objectOf(port)?.name), object.at('spec', 'ports', i, 'name')));
  const numbers = ports.flatMap((port, i) => numbered(objectOf(port)?.port ?? null, objectOf(port)?.protocol ?? null, object.at('spec', 'ports', i)));
  return [...repeated(names, `Service ${object.name}`), ...repeated(numbers, `Service ${object.name}`)];
}

function named(what: string, name: string | undefined, place: Place): Item[] {
  return name ? [{ id: `${what} ${name}`, place }] : [];
}

function numbered(port: Json, protocol: Json, place: Place): Item[] {
  return typeof port === 'number' ? [{ id: `port ${port}/${typeof protocol === 'string' ? protocol : 'TCP'}`, place }] : [];
}

function repeated(items: readonly Item[], where: string, severity?: 'warning'): Observation[] {
  const first = new Map<string, Item>();
  return items.flatMap((item) => {
    const before = first.get(item.id);
    if (!before) {
      first.set(item.id, item);
      return [];
    }
    return [{
      at: item.place,
      severity,
      message: `${where} has ${item.id} twice`,
      fix: 'remove one of them, or name it otherwise',
      related: [{ at: before.place, message: 'the first one' }],
    }];
  });
}
