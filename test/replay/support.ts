import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Caught } from './entry';
import { ManifestSet, PartMemo, readPaths, SourceDocument } from '../../src/manifest';
import { Finding, RULES, verify } from '../../src/verify';
import { PETROSA, SHARED } from '../support/shared';

export const INCIDENTS = join(SHARED, 'incidents');

/** What is known of an incident. */
export interface Incident {
  readonly id: string;
  readonly faultyTree: 'before' | 'after';
  readonly detectable: 'yes' | 'partly' | 'no';
}

/** All incidents, in the order of their numbers. */
export function allIncidents(): Incident[] {
  return readdirSync(INCIDENTS)
    .filter(id => existsSync(join(INCIDENTS, id, 'incident.json')))
    .sort((a, b) => parseInt(a) - parseInt(b))
    .map((id) => {
      const { faulty_tree: faultyTree, detectable_statically: detectable } = JSON.parse(readFileSync(join(INCIDENTS, id, 'incident.json'), 'utf8'));
      return { id, faultyTree, detectable };
    });
}

let state: readonly SourceDocument[] | undefined;

/** The trees of an incident share most of their files, and so do neighbours. */
const memo: PartMemo = new Map();

/** Whether the manifests without the fault exist; a fault that came with the first manifests has none before it. */
export function hasOtherTree(incident: Incident): boolean {
  return existsSync(folderOf(incident, 'other'));
}

/** What the rules of some codes find in a tree of an incident, with the state of the cluster. */
export function findingsOf(incident: Incident, tree: 'faulty' | 'other', codes: readonly string[]): readonly Finding[] {
  const folder = folderOf(incident, tree);
  state ??= readPaths([join(PETROSA, 'cluster-state.yaml')]).documents;
  const { documents, problems } = readPaths([folder], { memo });
  return verify(new ManifestSet({ files: documents, state }), problems, {}, RULES.filter(({ code }) => codes.includes(code))).findings;
}

function folderOf({ id, faultyTree }: Incident, tree: 'faulty' | 'other'): string {
  return join(INCIDENTS, id, (tree === 'faulty') === (faultyTree === 'before') ? 'before' : 'after');
}

/** The findings that an entry of the table speaks of. */
export function matching(findings: readonly Finding[], { code, object, says }: Caught): Finding[] {
  const pattern = new RegExp(`^${object.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
  return findings.filter(finding => finding.code === code
    && pattern.test(finding.object ? `${finding.object.kind}/${finding.object.name}` : finding.position.file)
    && [finding.message, finding.fix, finding.path].some(text => text.includes(says)));
}
