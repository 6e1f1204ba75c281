/** A command, or what a person has to know or do where none does it. */
export interface PlanStep {
  /** The words of the command; undefined for a step that is only a note. */
  readonly command?: readonly string[];

  /**
   * The file that the command reads from standard input.
   * @default - none
   */
  readonly input?: string;

  /** Why, or what to look for; may be empty beside a command. */
  readonly note: string;

  /** Whether it only looks at files, so that a script for the cluster need not run it. */
  readonly isOffline?: boolean;

  /** An extended regular expression for the lines of the command's output that tell how it went. */
  readonly lookFor?: string;
}
