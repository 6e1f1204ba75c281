/** Where something stands in a file. Lines and columns count from 1; the end is behind the last character. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
