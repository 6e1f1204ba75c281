import { ManifestObject, textsOf } from '../../../manifest';
import { ConfigReference } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { VerifyOptions } from '../../verify-options';
import { keysOf } from '../private/config-keys';
import { isConfigObject } from '../private/config-object';
import { listed } from '../private/listed';

/** How the data of a file differs from what it would replace. */
interface Difference {
  readonly lost: readonly string[];
  readonly changed: readonly string[];
}

export const overwrittenConfig = rule({
  code: 'CFG203',
  title: 'A file would overwrite a ConfigMap or Secret of the cluster with other data',
  severity: 'warning',
  reads: ['objects', 'set', 'referencesTo'],
  why: 'An object has one owner. Where two repositories apply their own copies, the one that was deployed last decides for all: a key that it lacks or changes '
    + 'breaks programs whose own files did not change, at their next restart. A warning where workloads outside the files read the object. '
    + 'Where nobody else is known to read it, the difference may be a normal change, so it is an advice. Keys that a file adds, and values that a pipeline fills in, '
    + 'take nothing away from anyone; values of Secrets are not compared.',
  repair: 'Delete the copy and refer to the object of its owner. Settings that only this system needs go into a ConfigMap of its own. '
    + 'In the files of the owner, change the readers first.',
  source: '§6',
  check: ({ objects, set, referencesTo, options }) => objects.flatMap((object) => {
    const before = set.replaced(object);
    if (!before || !isConfigObject(object) || set.find(object.kind, object.namespace, object.name) !== object) return [];
    const difference = compare(before, object, options);
    if (difference.lost.length + difference.changed.length === 0) return [];
    return [observe(object, difference, referencesTo(object.kind, object.namespace, object.name))];
  }),
});

function compare(before: ManifestObject, after: ManifestObject, { placeholders }: VerifyOptions): Difference {
  const kept = keysOf(after);
  const lost = kept ? (keysOf(before) ?? []).filter(key => !kept.includes(key)) : [];
  if (after.kind === 'Secret') return { lost, changed: [] };
  const old = textsOf(before.get('data'));
  const changed = Object.entries(textsOf(after.get('data')))
    .filter(([key, value]) => key in old && old[key] !== value && !placeholders.some(token => token.test(value)))
    .map(([key]) => key);
  return { lost, changed };
}

function observe(object: ManifestObject, { lost, changed }: Difference, references: readonly ConfigReference[]): Observation {
  const others = [...new Set(references.map(({ workload }) => workload).filter(workload => workload.object.origin === 'state'))];
  const losses = [
    ...lost.length > 0 ? [`lacks ${listed(lost)}`] : [],
    ...changed.length > 0 ? [`has other values for ${listed(changed)}`] : [],
  ].join(' and ');
  const { kind, name } = object;
  return {
    at: object.at('metadata', 'name'),
    severity: others.length > 0 ? 'warning' : 'advice',
    message: `this ${kind} ${name} would overwrite the one in the cluster, and ${losses}`
      + `${others.length > 0 ? `; ${listed(others.map(workload => `${workload.kind} ${workload.name}`))} outside these files ${others.length > 1 ? 'read' : 'reads'} it` : ''}`,
    fix: others.length > 0
      ? `delete this copy and refer to ${kind} ${name} of its owner, or keep its keys and values`
      : `if ${kind} ${name} belongs to another system, delete this copy and refer to it`,
    related: changed.map(key => ({ at: object.at('data', key), message: 'another value than in the cluster' })),
  };
}
