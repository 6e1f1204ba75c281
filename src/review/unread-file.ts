import { ReadSide } from './read-side';
import { groupBy } from '../manifest';

/** A file that could not be read whole. */
export interface UnreadFile {
  readonly side: 'base' | 'head';
  readonly file: string;

  /** Where reading failed first. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** The files of both sides that could not be read whole. */
export function unreadFiles(base: ReadSide, head: ReadSide): UnreadFile[] {
  return [...unreadOf('base', base), ...unreadOf('head', head)];
}

function unreadOf(side: UnreadFile['side'], { gaps }: ReadSide): UnreadFile[] {
  return [...groupBy(gaps, ({ position }) => position.file).values()]
    .map(([{ message, fix, position: { file, line } }]) => ({ side, file, line, message, fix }));
}
