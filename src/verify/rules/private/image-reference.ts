/** The parts of an image's name. */
export interface ImageReference {
  /** Undefined where none is written: Docker Hub. */
  readonly registry?: string;

  /** The repository without its registry: `library` is not added. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const PART = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** Reads the name of an image as a container runtime does; undefined for what it refuses. */
export function parseImage(text: string): ImageReference | undefined {
  const [, named, tag, digest] = /^(.+?)(?::([^/:@]*))?(?:@(.*))?$/s.exec(text) ?? [];
  if (named === undefined) return undefined;
  const [first, ...rest] = named.split('/');
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const parts = hasRegistry ? rest : [first, ...rest];
  const valid = (!hasRegistry || HOST.test(first))
    && parts.every(part => PART.test(part))
    && (tag === undefined || TAG.test(tag))
    && (digest === undefined || DIGEST.test(digest));
  return valid ? { registry: hasRegistry ? first : undefined, repository: parts.join('/'), tag, digest } : undefined;
}
