/** A finding that shows the cause of an incident: its rule, the object that it names, and what its message or path says. */
export interface Caught {
  readonly code: string;

  /** `Kind/name`; `*` stands for any characters. */
  readonly object: string;

  /** A part of the message, the fix or the path. */
  readonly says: string;
}

/** What the verifier says of an incident. */
export interface Replay {
  /** Folder of the incident under ../shared/incidents. */
  readonly incident: string;

  /** What was wrong in the manifests, in a few words. */
  readonly what: string;

  /** Each must be found in the faulty tree and be absent in the other. */
  readonly caught?: readonly Caught[];

  /** Why nothing can be found, where nothing is. */
  readonly because?: string;
}
