import { relative, sep } from 'path';
import { Finding } from './finding';

/** What keys are made of. */
type Keyed = Pick<Finding, 'code' | 'object' | 'position' | 'path'>;

/** The rule of a finding, and its object; for what is wrong with a file, the file. */
export function ownerOf({ code, object, position }: Keyed): string {
  return `${code}\n${object ? `${object.namespace}/${object.kind}/${object.name}` : spelledOnce(position.file)}`;
}

/** The owner of a finding, and its field. Without the indexes of lists, since an entry that is inserted moves the others. */
export function fieldOf(finding: Keyed): string {
  return `${ownerOf(finding)}\n${finding.path.replace(/\[\d+\]/g, '[]')}`;
}

/** What a finding says, how loudly and of what: the same for all of those that say the same. */
export function sentenceOf(finding: Keyed & Pick<Finding, 'severity' | 'message'>): string {
  return `${finding.severity}\n${fieldOf(finding)}\n${finding.message}`;
}

/** One spelling for a file, on all systems: however it is named, a finding about it is the same. */
function spelledOnce(file: string): string {
  return relative('', file).split(sep).join('/');
}
