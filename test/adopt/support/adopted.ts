import { AdoptedApp, AdoptOptions } from '../../../src/adopt';
import { printChart } from '../../../src/adopt/code';
import { adoptSet } from '../../../src/adopt/map';
import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';

/** What a text of manifests lies in, and what the cluster holds beside it. */
export interface AdoptedParts {
  /** @default 'shop/k8s.yaml' */
  readonly file?: string;
  readonly state?: string;

  /** The objects that are kept as they are, by kind and name. */
  readonly raw?: readonly string[];

  /** Fields that are to be patched, of the object of this kind and name. */
  readonly patched?: { readonly object: string; readonly path: string; readonly before?: string };
}

/** The app that is written for a text of manifests. */
export function adopted(text: string, { file = 'shop/k8s.yaml', state, raw = [], patched }: AdoptedParts = {}): AdoptedApp {
  const set = new ManifestSet({ files: readText(file, text).documents, state: state === undefined ? undefined : readText('state.yaml', state).documents });
  const objectNamed = (title: string) => set.objects.find(({ kind, name }) => title === `${kind} ${name}`)!;
  const options: AdoptOptions = {
    raw: new Map(raw.map(title => [objectNamed(title), 'its construct refuses it'])),
    patches: new Map(patched ? [[objectNamed(patched.object), [{ path: patched.path, before: patched.before, after: 'other' }]]] : []),
  };
  return adoptSet(verify(set), options);
}

/** The statements of the only chart that is written. */
export function body(text: string, parts: AdoptedParts = {}): string {
  const printed = printChart(adopted(text, parts).charts[0]);
  const [, statements] = /super\(scope, [^\n]*\n((?:.|\n)*) {2}\}\n\}\n$/.exec(printed) ?? [];
  return (statements ?? '').replace(/^ {4}/gm, '').trim();
}
