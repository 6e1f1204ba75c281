/** How a run ends. */
export const EXIT = {
  /** Nothing at or above the threshold; the connection is allowed. */
  ok: 0,

  /** Findings at or above the threshold; the connection is not allowed, or not known to be. */
  findings: 1,

  /** Wrong usage, input that cannot be read, or an error of this program. */
  error: 2,
} as const;

/** One of them. */
export type ExitCode = typeof EXIT[keyof typeof EXIT];
