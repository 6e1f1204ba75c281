import { Json, listOf, objectOf } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { VerifyOptions } from '../../verify-options';
import { containerImages, ContainerImage } from '../private/container-images';

export const pinnedBesidePlaceholder = rule({
  code: 'OBJ533',
  title: 'An image is fixed where the pipeline fills in the version of the others',
  severity: 'warning',
  reads: ['workloads', 'set'],
  why: 'The pipeline replaces a placeholder with the version that it has built. A workload of the same program with a fixed tag stays at that version through all later deployments, '
    + 'and nobody sees it: the deployment is green.',
  repair: 'Write the placeholder, or give the reason why this workload stays behind in a suppression.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/',
  check({ workloads, set, options }) {
    const filled = new Map(containerImages(set.workloads, options)
      .filter(({ hasPlaceholder, reference }) => hasPlaceholder && reference)
      .map(image => [familyOf(image), image]));
    return containerImages(workloads, options)
      .filter(({ hasPlaceholder, reference }) => reference && !hasPlaceholder)
      .flatMap(image => besideSibling(image, filled.get(familyOf(image))) ?? besideOwnLabel(image, options) ?? []);
  },
});

function familyOf({ reference, container }: ContainerImage): string {
  return `${container.workload.namespace} ${reference!.registry ?? ''} ${reference!.repository}`;
}

function besideSibling({ text, place, container }: ContainerImage, sibling: ContainerImage | undefined): Observation | undefined {
  if (!sibling) return undefined;
  const { kind, name } = sibling.container.workload;
  return {
    at: place,
    message: `image ${text} of container ${container.name} is fixed, and ${kind} ${name} has ${sibling.text}`,
    fix: `write ${sibling.text}`,
    related: [{ at: sibling.place, message: 'the same image with a placeholder' }],
  };
}

/** The only container of pods whose labels or annotations the pipeline fills in. */
function besideOwnLabel({ text, place, container: { workload, name, list } }: ContainerImage, options: VerifyOptions): Observation | undefined {
  if (list !== 'containers' || listOf(workload.podSpec.containers).length > 1) return undefined;
  const metadata = objectOf(workload.object.get(...workload.templatePath, 'metadata'));
  const token = placeholderIn(metadata?.labels, options) ?? placeholderIn(metadata?.annotations, options);
  return token === undefined ? undefined : {
    at: place,
    message: `image ${text} of container ${name} is fixed, and the pipeline writes ${token} of the same pods`,
    fix: 'write the placeholder into the tag too',
  };
}

function placeholderIn(texts: Json | undefined, { placeholders }: VerifyOptions): string | undefined {
  const found = Object.entries(objectOf(texts) ?? {}).find(([, text]) => placeholders.some(placeholder => placeholder.test(`${text as string}`)));
  return found && `${found[0]}: ${found[1] as string}`;
}
