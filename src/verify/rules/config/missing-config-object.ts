import { ManifestSet } from '../../../manifest';
import { ConfigReference } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { generatedNames } from '../private/generated-names';
import { listed } from '../private/listed';
import { nearName } from '../private/near-name';
import { OperatorSecrets } from '../private/operator-secrets';

export const missingConfigObject = rule({
  code: 'CFG201',
  title: 'A workload refers to a ConfigMap or Secret that does not exist',
  severity: 'warning',
  reads: ['references', 'set'],
  why: 'The kubelet cannot make the container: the pod stays in `CreateContainerConfigError`, with a volume in `ContainerCreating`. '
    + 'The rollout hangs, and a CronJob fails at each of its times. Reported only where the state of the cluster lists objects of the kind in the namespace, '
    + 'or in a closed world (an error then), and where no custom resource or annotation names the object: that might make it.',
  repair: 'Refer to the object that exists, or add the missing one to the files. Where the container can do without it, write `optional: true`.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions',
  check: ({ references, set }) => {
    const generated = generatedNames(set);
    const ofOperators = new OperatorSecrets(set.all);
    const missing = new Map<string, ConfigReference[]>();
    const numbers = new Map(set.workloads.map((workload, number) => [workload, number] as const));
    for (const reference of references) {
      const { kind, name, workload } = reference;
      if (reference.optional || name === '' || generated.has(name) || ofOperators.has(name) || !isAbsent(reference, set)) continue;
      const target = `${numbers.get(workload)} ${kind} ${name}`;
      const same = missing.get(target);
      if (same) same.push(reference);
      else missing.set(target, [reference]);
    }
    return [...missing.values()].map(same => observe(same, set));
  },
});

/** An object of the same name without a namespace, or any for a workload without one, may be in the right place after apply. */
function isAbsent({ kind, name, workload }: ConfigReference, set: ManifestSet): boolean {
  if (set.presence(kind, workload.namespace, name) !== 'absent') return false;
  return set.definitions(kind, '', name).length === 0 && !(workload.namespace === '' && set.ofKind(kind).some(object => object.name === name));
}

function observe([first, ...others]: readonly ConfigReference[], set: ManifestSet): Observation {
  const { kind, name, workload } = first;
  const where = workload.namespace === '' ? '' : ` in namespace ${workload.namespace}`;
  const variables = [...new Set([first, ...others].flatMap(({ variable }) => variable ?? []))];
  const elsewhere = set.ofKind(kind).find(object => object.name === name);
  const beside = new Set(set.ofKind(kind).filter(({ namespace }) => namespace === workload.namespace).map(object => object.name));
  return {
    at: first.place,
    severity: set.closedWorld ? 'error' : 'warning',
    message: `${workload.kind} ${workload.name} reads ${variables.length > 0 ? listed(variables) : 'its settings'} from ${kind} ${name}, `
      + `which does not exist${where}${elsewhere ? ` (a pod cannot read the one in ${elsewhere.namespace})` : ''}`,
    fix: `create ${kind} ${name}${where}, or refer to one that exists${nearName(name, [...beside])}`,
    related: others.map(({ place }) => ({ at: place, message: `refers to ${kind} ${name} as well` })),
  };
}
