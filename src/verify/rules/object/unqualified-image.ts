import { rule } from '../../rule';
import { containerImages } from '../private/container-images';
import { OFFICIAL_IMAGES } from '../private/official-images';

export const unqualifiedImage = rule({
  code: 'OBJ532',
  title: 'An image names neither a registry nor an owner',
  severity: 'advice',
  reads: ['workloads'],
  why: 'A name without an owner is one of Docker Hub\'s own images: `web:1.2` is `docker.io/library/web:1.2`, which does not exist, or is somebody else\'s. '
    + 'It works on the machine that built it, and ends in ErrImagePull on every other.',
  repair: 'Write the registry and the owner, or the owner alone for Docker Hub. For images that are only on the node, write `imagePullPolicy: Never`.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  check: ({ workloads, options }) => containerImages(workloads, options)
    .filter(({ reference, container }) => reference
      && !reference.registry && !reference.repository.includes('/') && !OFFICIAL_IMAGES.has(reference.repository) && reference.repository !== 'filled'
      && container.workload.object.get(...container.path, 'imagePullPolicy') !== 'Never')
    .map(({ container, text, place, reference }) => ({
      at: place,
      message: `image ${text} of container ${container.name} is docker.io/library/${reference!.repository} to the node`,
      fix: 'write the registry and the owner before the name',
    })),
});
