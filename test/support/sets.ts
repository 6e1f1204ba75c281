import { ManifestSet, readText } from '../../src/manifest';

/** The set of a text of manifests, with the state of the cluster beside it where that is given. */
export function setOf(text: string, state?: string): ManifestSet {
  return new ManifestSet({
    files: readText('files.yaml', text).documents,
    state: state === undefined ? undefined : readText('state.yaml', state).documents,
  });
}
