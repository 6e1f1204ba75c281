import { createHash } from 'crypto';
import { relative, sep } from 'path';
import { UnnumberedFinding } from './make-finding';
import { Finding } from '../finding';

/**
 * Gives each finding its fingerprint. Indexes of lists are left out of it, since an entry that is inserted moves the others; findings
 * that are equal then are told apart by their order.
 */
export function withFingerprints<T extends UnnumberedFinding>(findings: readonly T[]): (T & Finding)[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { code, object, position, path, message } = finding;
    const owner = object ? `${object.namespace}/${object.kind}/${object.name}` : spelledOnce(position.file);
    const identity = [code, owner, path.replace(/\[\d+\]/g, '[]'), message].join('\n');
    const earlier = seen.get(identity) ?? 0;
    seen.set(identity, earlier + 1);
    const fingerprint = createHash('sha256').update(`${identity}\n${earlier}`).digest('hex').slice(0, 32);
    return { ...finding, fingerprint };
  });
}

/** One spelling for a file, on all systems: however it is named, a finding about it is the same. */
function spelledOnce(file: string): string {
  return relative('', file).split(sep).join('/');
}
