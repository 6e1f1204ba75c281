import { Link } from './answer';

/** The link that decides: the first blocked one, else the first unknown one, else the last. */
export function worst(links: readonly Link[]): Link {
  return links.find(({ verdict }) => verdict === 'blocked') ?? links.find(({ verdict }) => verdict === 'unknown') ?? links.at(-1)!;
}
