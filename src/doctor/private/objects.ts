import { JsonObject, ManifestSet, SourceDocument } from '../../manifest';
import { Unavailable } from '../trouble';

/** Objects of a cluster as a set. Where it is whole, what it does not hold exists nowhere. */
export function setOf(objects: readonly JsonObject[], extent: 'whole' | 'part'): ManifestSet {
  return new ManifestSet({ files: objects.map(object => SourceDocument.ofValue('cluster', object)), closedWorld: extent === 'whole' });
}

/** A list, or undefined where the cluster does not tell it. */
export async function ifKnown<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}
