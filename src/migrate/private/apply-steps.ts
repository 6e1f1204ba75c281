import { changedObjects } from './changed-objects';
import { namespaceWords, targetWords } from './kubectl-words';
import { Kustomizations } from './kustomizations';
import { Rollout } from '../../compare';
import { fullNameOf, groupBy, ManifestObject, Workload } from '../../manifest';
import { Migration } from '../migration';
import { PlanStep } from '../plan-step';

/** What others need first; what is not named comes after all. */
const ORDER = ['Namespace', 'ConfigMap', 'Secret', 'Service', 'NetworkPolicy'];

/** How the changed files get into the cluster: ConfigMaps, then policies, then workloads, and Jobs made anew. */
export function applySteps(migration: Migration, concerned: readonly Rollout[]): PlanStep[] {
  const { objects } = migration.after.facts;
  const changed = changedObjects(migration);
  const remade = concerned.filter(({ kind, workload }) => kind === 'recreate' && isRemade(workload)).map(({ workload }) => workload.object);
  const kustomizations = new Kustomizations(objects);
  const byFile = groupBy(objects, ({ document }) => document.file);
  const ways = groupBy([...new Set([...changed, ...remade])], ({ document }) => kustomizations.foldersOf(document.file).join('\n') || document.file);
  return [...ways.values()]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .flatMap((own) => {
      const { file } = own[0].document;
      const folders = kustomizations.foldersOf(file);
      const note = own.filter(object => changed.includes(object)).map(titleOf).join(', ');
      const apply = folders.length > 0 ? kustomizeStep(folders, note)
        : { command: ['kubectl', 'apply', '--filename', file, ...namespaceOf(byFile.get(file)!)], note };
      return [...own.filter(object => remade.includes(object)).map(deleteStep), apply];
    });
}

/** Several folders are several environments, of which only a person knows which one this cluster is. */
function kustomizeStep(folders: readonly string[], note: string): PlanStep {
  if (folders.length === 1) return { command: ['kubectl', 'apply', '--kustomize', folders[0]], note };
  return { note: `${note}: apply the one of these that is for this cluster, with kubectl apply --kustomize: ${folders.join(', ')}` };
}

/** Whether the files can make a workload anew, which cannot be changed. */
export function isRemade({ object, name }: Workload): boolean {
  return object.origin === 'files' && name !== '';
}

function rankOf(objects: readonly ManifestObject[]): number {
  return Math.min(...objects.map(({ kind }) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)));
}

function deleteStep(job: ManifestObject): PlanStep {
  return {
    command: ['kubectl', 'delete', ...targetWords(job), '--ignore-not-found'],
    note: `${job.kind} ${job.name} cannot be changed, so it is made anew and runs again: leave it out if it must not`,
  };
}

/** Given where objects of the file name no namespace, and none names another, which kubectl would refuse. */
function namespaceOf(objects: readonly ManifestObject[]): string[] {
  const [silent] = objects.filter(object => object.namespace !== '' && object.get('metadata', 'namespace') === undefined);
  return silent && objects.every(({ namespace }) => namespace === silent.namespace || namespace === '') ? namespaceWords(silent.namespace) : [];
}

function titleOf(object: ManifestObject): string {
  return `${object.kind} ${fullNameOf(object)}`;
}
