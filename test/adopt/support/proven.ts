import { TOOLCHAIN } from './toolchain';
import { Proof, prove } from '../../../src/adopt';
import { adoptSet } from '../../../src/adopt/map';
import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';

/** The proof of the app that is written for a text of manifests, and how often the app was written for it. */
export function proven(text: string): { readonly proof: Proof; readonly forms: number } {
  const setOf = (yaml: string): ManifestSet => new ManifestSet({ files: readText('shop/k8s.yaml', yaml).documents });
  const input = verify(setOf(text));
  const write = jest.fn(adoptSet);
  const proof = prove({ input, write, setOf, toolchain: TOOLCHAIN });
  return { proof, forms: write.mock.calls.length };
}
