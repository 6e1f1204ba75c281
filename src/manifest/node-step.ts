import { Alias, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { StreamPart } from './split-stream';

/** One step down in the tree of a document, into a map or a list. */
export interface NodeStep {
  /** What the step leads into; behind an alias or a merge key, the map or list that these stand for. */
  readonly parent: YAMLMap | YAMLSeq;

  /** The pair of a map; undefined for the item of a list. */
  readonly pair?: Pair;

  /** What stands there, which may be an alias; undefined for a key alone. */
  readonly node?: Node;
}

/** The tree of a document. Its offsets count from the begin of a part of the file. */
export interface SourceTree {
  readonly root: Node | null;

  /** The part of the stream that holds it; the places of nodes count from its begin. */
  readonly part: StreamPart;

  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
}
