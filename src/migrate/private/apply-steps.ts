import { changedObjects, frozenObjects } from './changed-objects';
import { namespaceWords, targetWords } from './kubectl-words';
import { Kustomizations } from './kustomizations';
import { Places } from './places';
import { isNamedByCluster, titleOf } from './title-of';
import { Rollout } from '../../compare';
import { ManifestObject, Workload } from '../../manifest';
import { Migration } from '../migration';
import { PlanStep } from '../plan-step';

/** What others need first; what is not named comes after all. */
const ORDER = ['Namespace', 'ConfigMap', 'Secret', 'Service', 'NetworkPolicy'];

/** What `--filename` of kubectl takes for a list. https://github.com/spf13/pflag/blob/v1.0.5/string_slice.go, readAsCSV */
const LIST = /[,"\r\n]/;

/** How the changed files get into the cluster: ConfigMaps, then policies, then workloads; what cannot be changed is made anew. */
export function applySteps(migration: Migration, concerned: readonly Rollout[], kustomizations: Kustomizations): PlanStep[] {
  const changed = new Set(changedObjects(migration));
  const jobs = concerned.filter(({ kind, workload }) => kind === 'recreate' && isRemade(workload)).map(({ workload }) => workload.object);
  const remade = new Set([...frozenObjects(migration), ...jobs]);
  const places = new Places(migration.after.facts.objects, kustomizations);
  return [...places.choices([...new Set([...changed, ...remade])])]
    .sort(([, a], [, b]) => rankOf(a) - rankOf(b))
    .flatMap(([around, own]) => {
      const step = around.length > 1 ? choiceStep(around, places) : applyStep(around[0], places);
      const note = [[...new Set(own.filter(object => changed.has(object)).map(titleOf))].join(', '), step.note].filter(text => text !== '').join(': ');
      const deletions = own.filter(object => remade.has(object)).map(object => deleteStep(object, step, kustomizations));
      return [...new Map(deletions.map(each => [each.note, each])).values(), { ...step, note }];
    });
}

/** Whether the files can make a workload anew, which cannot be changed. */
export function isRemade({ object, name }: Workload): boolean {
  return object.origin === 'files' && name !== '';
}

function rankOf(objects: readonly ManifestObject[]): number {
  return Math.min(...objects.map(({ kind }) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)));
}

/** Several places that hold the same are several environments, of which only a person knows which one this cluster is. */
function choiceStep(around: readonly string[], places: Places): PlanStep {
  const flags = [...new Set(around.map(place => flagOf(place, places)))].join(' or ');
  return { note: `apply the one of these that is for this cluster, with kubectl apply ${flags}: ${around.join(', ')}` };
}

function applyStep(place: string, places: Places): PlanStep {
  const objects = places.objectsAt(place);
  const nameless = objects.filter(isNamedByCluster);
  if (nameless.length > 0 && nameless.length < objects.length) {
    return { note: `apply ${place} without ${nameless.map(titleOf).join(', ')}, which has no name: kubectl create makes it` };
  }
  const [verb, flag] = [nameless.length > 0 ? 'create' : 'apply', flagOf(place, places)];
  if (flag === '--kustomize') return { command: ['kubectl', verb, flag, place], note: '' };
  const isList = LIST.test(place);
  return { command: ['kubectl', verb, flag, isList ? '-' : place, ...namespaceOf(objects)], note: '', ...isList && { input: place } };
}

function flagOf(place: string, places: Places): '--kustomize' | '--filename' {
  return places.objectsAt(place).some(({ document: { file } }) => file === place) ? '--filename' : '--kustomize';
}

/** Nothing is deleted for good: without a command that applies it there is none that deletes it. */
function deleteStep(object: ManifestObject, { command }: PlanStep, kustomizations: Kustomizations): PlanStep {
  const targets = kustomizations.targetsOf(object);
  const isData = object.kind === 'ConfigMap' || object.kind === 'Secret';
  const why = `${titleOf(object)} ${isData ? 'is immutable' : 'cannot be changed'}`;
  if (!command || targets.length > 1) return { note: `${why}: delete it before it is applied` };
  return {
    command: ['kubectl', 'delete', ...targetWords(targets[0]), '--ignore-not-found'],
    note: isData ? `${why}, so it is made anew` : `${why}, so it is made anew and runs again: leave it out if it must not`,
  };
}

/** Given where objects of the file name no namespace, and none names another, which kubectl would refuse. */
function namespaceOf(objects: readonly ManifestObject[]): string[] {
  const [silent] = objects.filter(object => object.namespace !== '' && object.get('metadata', 'namespace') === undefined);
  return silent && objects.every(({ namespace }) => namespace === silent.namespace || namespace === '') ? namespaceWords(silent.namespace) : [];
}
