/** What the commands know of the world beside files. */
export interface Io {
  /** Writes to standard output. */
  readonly out: (text: string) => void;

  /** Writes to standard error. */
  readonly err: (text: string) => void;

  /** All of standard input. */
  readonly stdin: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;

  /** Whether standard output is a terminal. */
  readonly isTTY: boolean;
}
