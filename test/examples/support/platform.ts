import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { ObjectSet } from './findings/object-set';
import { loadManifestFile, loadManifests, Manifest } from '../../support/manifests';
import { PETROSA } from '../../support/shared';

/** What the shared list says about a system as it was. */
export interface Finding {
  readonly id: string;
  readonly severity: 'fault' | 'smell';
  /** Such as `CronJob/binance-klines-m15-*`. */
  readonly object: string;
  readonly rule: string;
  readonly finding: string;
  readonly detectable_statically: 'yes' | 'partly' | 'no';
}

/** The systems that examples/petrosa renders. */
const SYSTEMS = ['binance-data-extractor', 'bot-ta-analysis', 'cio', 'realtime-strategies'];

/** The files with the real manifests of all systems. */
export function manifestFiles(): string[] {
  return SYSTEMS.flatMap(system => readdirSync(join(PETROSA, system, 'k8s')).map(file => join(PETROSA, system, 'k8s', file)));
}

/** The real manifests of all systems. */
export function realManifests(): Manifest[] {
  return SYSTEMS.flatMap(system => loadManifests(join(PETROSA, system, 'k8s')));
}

/** The findings of all systems. */
export function allFindings(): Finding[] {
  return SYSTEMS.flatMap(system => JSON.parse(readFileSync(join(PETROSA, system, 'findings.json'), 'utf8')).findings);
}

/** Objects of the platform in the cluster, where no object stands beside them that one of the systems defines. */
export function inCluster(objects: readonly Manifest[], real: readonly Manifest[]): ObjectSet {
  const defined = new Set(real.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`));
  const beside = loadManifestFile(join(PETROSA, 'cluster-state.yaml'))
    .filter(({ kind, metadata }) => !defined.has(`${kind} ${metadata.namespace}/${metadata.name}`));
  return new ObjectSet(objects, beside);
}
