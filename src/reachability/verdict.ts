/** Whether a connection comes about. Unknown names the missing fact; it is never a guess. */
export type Verdict = 'allowed' | 'blocked' | 'unknown';

/** Seen from the pod. */
export type Direction = 'egress' | 'ingress';
