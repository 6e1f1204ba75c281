import { createHash } from 'crypto';
import { UnnumberedFinding } from './make-finding';
import { Finding } from '../finding';
import { fieldOf } from '../finding-key';

/** Gives each finding its fingerprint, of its field and its message. Findings of which both are equal are told apart by their order. */
export function withFingerprints<T extends UnnumberedFinding>(findings: readonly T[]): (T & Finding)[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const identity = `${fieldOf(finding)}\n${finding.message}`;
    const earlier = seen.get(identity) ?? 0;
    seen.set(identity, earlier + 1);
    const fingerprint = createHash('sha256').update(`${identity}\n${earlier}`).digest('hex').slice(0, 32);
    return { ...finding, fingerprint };
  });
}
