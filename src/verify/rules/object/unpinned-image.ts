import { rule } from '../../rule';
import { containerImages } from '../private/container-images';

export const unpinnedImage = rule({
  code: 'OBJ531',
  title: 'An image has no fixed version',
  severity: 'advice',
  reads: ['workloads'],
  why: '`latest`, which is also what no tag means, is another image tomorrow: two replicas may run different programs, a rollback has nothing to go back to, '
    + 'and an apply after a new build changes nothing, so that nothing is rolled out.',
  repair: 'Write the tag of a release or a digest. A placeholder that the pipeline replaces is fine.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  check: ({ workloads, options }) => containerImages(workloads, options)
    .filter(({ hasPlaceholder, reference }) => reference && !hasPlaceholder && !reference.digest && (reference.tag ?? 'latest') === 'latest')
    .map(({ container, text, place }) => ({
      at: place,
      message: `image ${text} of container ${container.name} ${text.endsWith(':latest') ? 'is latest, whatever that is' : 'has no tag, which means latest'}`,
      fix: 'write the tag of a release',
    })),
});
