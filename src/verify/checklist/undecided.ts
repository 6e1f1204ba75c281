/** Why an item of the checklist is not simply passed. */
export interface Undecided {
  readonly status: 'failed' | 'undecidable';

  /** A sentence without a full stop. */
  readonly reason: string;
}

export function undecidable(reason: string): Undecided {
  return { status: 'undecidable', reason };
}
