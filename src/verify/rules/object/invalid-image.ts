import { rule } from '../../rule';
import { containerImages } from '../private/container-images';

/** Words that look as if somebody or something was to replace them. */
const TOKEN = /\$\{[^}]*\}|\$\([^)]*\)|\$[A-Z_]+|<[^>]*>|\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/;

export const invalidImage = rule({
  code: 'OBJ530',
  title: 'An image has a name that no registry takes',
  severity: 'error',
  reads: ['workloads'],
  why: 'The API server takes any text. The node does not: the pod stays in InvalidImageName and is never started. '
    + 'Mostly a template was not rendered: `${{ secrets.… }}` is replaced in the files of a pipeline only, not in the manifests that it applies.',
  repair: 'Write the image as `registry/owner/name:tag`, in lower case up to the tag. What a pipeline fills in gets one of the tokens that the config file names under placeholders.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/',
  check: ({ workloads, options }) => containerImages(workloads, options)
    .filter(({ reference }) => !reference)
    .map(({ container, text, place }) => {
      const token = text.includes('${{') ? undefined : TOKEN.exec(text)?.[0];
      return {
        at: place,
        severity: token === undefined ? undefined : 'warning' as const,
        message: `image ${JSON.stringify(text)} of container ${container.name} is no name of an image${token === undefined ? '' : ` unless something replaces ${token}`}`,
        fix: token === undefined ? 'write registry/owner/name:tag in lower case' : `write its value, or name ${token} under placeholders if a pipeline fills it in`,
      };
    }),
});
