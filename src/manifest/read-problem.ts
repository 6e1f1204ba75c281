import { Position } from './position';

/** What is wrong with a text that was to be read, in one of the ways that do not stop the other files. */
export type ReadProblemKind =
  /** No YAML: the parser's message. */
  | 'syntax'
  /** A key that stands twice in one map, with different values. */
  | 'duplicate-key'
  /** A key that stands twice in one map, with the same value. */
  | 'repeated-key'
  /** A key that YAML reads as something else than is written. */
  | 'changed-key'
  /** Characters that were lost because bytes are no UTF-8. */
  | 'encoding'
  /** A template that a tool would have to render first. */
  | 'template'
  /** Aliases that stand for more than kubectl reads, or levels deeper than any manifest. */
  | 'excessive'
  /** An object without apiVersion or kind. */
  | 'incomplete-object'
  /** A document that is no Kubernetes object and does not look like one. */
  | 'not-an-object'
  /** A file that could not be read: missing, binary, too large. Ends in exit code 2. */
  | 'unreadable';

/** A problem of a file, and where it is. */
export interface ReadProblem {
  readonly kind: ReadProblemKind;
  readonly message: string;

  /** What to do about it. */
  readonly fix: string;
  readonly position: Position;
}
