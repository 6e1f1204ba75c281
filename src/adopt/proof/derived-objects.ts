import { Difference } from './difference';
import { closesWaysTo, workloadsSelectedBy } from './selected-workloads';
import { fieldsOf, ManifestObject } from '../../manifest';
import { Facts } from '../../verify';

const POLICY = 'a workload that connects to something gets a policy (docs/policies.md)';
const CONFIG = 'the URL of a server in the cluster stands in a ConfigMap (rule book §10)';

/** Why constructs render an object that the input does not have; undefined where nothing says so. */
export function whyDerived({ before, after, field }: Difference, input: Facts, output: Facts): string | undefined {
  if (before || field || !after) return undefined;
  if (isPolicyOfWorkloads(after, output) && !closesWaysTo(after, input, output)) return POLICY;
  return isReadWhole(after, output) ? CONFIG : undefined;
}

/** Whether a policy selects rendered workloads and no others. */
function isPolicyOfWorkloads(object: ManifestObject, { network, set }: Facts): boolean {
  const selected = workloadsSelectedBy(object, network, set);
  return selected.length > 0 && selected.every(workload => workload.object.origin === 'files');
}

/** Whether rendered workloads read each key of a ConfigMap. */
function isReadWhole(object: ManifestObject, facts: Facts): boolean {
  if (object.kind !== 'ConfigMap') return false;
  const read = new Set(facts.referencesTo('ConfigMap', object.namespace, object.name).map(({ key }) => key));
  const keys = fieldsOf(object.object('data') ?? {}).map(([key]) => key);
  return keys.length > 0 && keys.every(key => read.has(key));
}
