/** A replacement in the text of a page. */
export interface PageSplice {
  readonly start: number;
  readonly end: number;
  readonly text: string;

  /** How many maps and lists there are around it: what is inserted deeper stands before what else is inserted at its place. */
  readonly depth: number;
}
