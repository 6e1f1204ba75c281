import { Facts, Siblings } from './facts';
import { Container } from '../../manifest';

/** Containers by namespace and image repository: groups of at least two, one of them linted. */
export function findSiblings({ set }: Pick<Facts, 'set'>): Siblings[] {
  const groups = new Map<string, { image: string; containers: Container[] }>();
  for (const container of set.workloads.flatMap(workload => workload.containers)) {
    const image = imageRepository(container.image);
    if (image === undefined) continue;
    const id = `${container.workload.namespace} ${image}`;
    const group = groups.get(id);
    if (group) group.containers.push(container);
    else groups.set(id, { image, containers: [container] });
  }
  return [...groups.values()].filter(({ containers }) => containers.length > 1 && containers.some(({ workload }) => workload.object.origin === 'files'));
}

/** The image without tag and digest, as a registry knows it: `docker.io/library/redis` for `redis:7`; undefined where none is given. */
export function imageRepository(image: string | undefined): string | undefined {
  const named = image?.trim().replace(/@[^/]*$/, '').replace(/:[^/]*$/, '') ?? '';
  if (named === '') return undefined;
  const [first, ...rest] = named.split('/');
  if (rest.length === 0) return `docker.io/library/${first}`;
  if (first === 'index.docker.io' || first === 'docker.io') return `docker.io/${rest.length === 1 ? 'library/' : ''}${rest.join('/')}`;
  const isRegistry = /[.:]/.test(first) || first === 'localhost' || /[${<]/.test(first);
  return isRegistry ? named : `docker.io/${named}`;
}
