import { containersOf } from './containers';
import { ImageReference, parseImage } from './image-reference';
import { Container, Place, Workload } from '../../../manifest';
import { VerifyOptions } from '../../verify-options';

/** The image of a container. */
export interface ContainerImage {
  readonly container: Container;
  readonly text: string;
  readonly place: Place;

  /** Whether a pipeline replaces a part of it. */
  readonly hasPlaceholder: boolean;

  /** Its parts, with plain words in the place of placeholders; undefined where it is no name of an image even so. */
  readonly reference?: ImageReference;
}

/** The images of workloads. `${{ … }}` is no placeholder: pipelines replace it in their own files only. */
export function containerImages(workloads: readonly Workload[], { placeholders }: VerifyOptions): ContainerImage[] {
  return containersOf(workloads).flatMap((container) => {
    const { image: text, workload, path } = container;
    if (!text) return [];
    const filled = placeholders.reduce((image, placeholder) => image.replace(new RegExp(`(?<!\\$)(?:${placeholder.source})`, `${placeholder.flags.replace('g', '')}g`), 'filled'), text);
    return [{ container, text, place: workload.object.at(...path, 'image'), hasPlaceholder: filled !== text, reference: parseImage(filled) }];
  });
}
