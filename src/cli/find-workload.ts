import { UsageError } from './errors';
import { kindOf } from './kinds';
import { nearest } from '../address/private/nearest';
import { ManifestSet, Workload } from '../manifest';

/** The workload that a user means by `NAME`, `KIND/NAME`, `NAMESPACE/NAME` or `NAMESPACE/NAME[KIND]`. Refuses one that is defined several times. */
export function findWorkload(text: string, set: ManifestSet): Workload {
  const { workloads } = set;
  const found = workloads.filter(workload => names(workload).has(text) || isKindAndName(text, workload));
  if (found.length === 1) return definedOnce(found[0], set);
  if (found.length > 1) throw new UsageError(`${text} names ${found.length} workloads; write one of ${found.map(({ title }) => title).join(', ')}`);
  if (workloads.length === 0) throw new UsageError(`there is no workload ${text}: the files hold no workloads`);
  throw new UsageError(`there is no workload ${text}; ${suggestion(text, workloads)}`);
}

function definedOnce(workload: Workload, set: ManifestSet): Workload {
  const definitions = set.definitions(workload.kind, workload.namespace, workload.name);
  if (definitions.length === 1) return workload;
  const places = definitions.map(object => object.position(['metadata', 'name'])).map(({ file, line }) => `${file}:${line}`);
  throw new UsageError(`${workload.title} is defined ${definitions.length} times: ${places.join(', ')}; name fewer paths, so that one is left`);
}

function names({ name, namespace, title, kind }: Workload): ReadonlySet<string> {
  return new Set([name, `${namespace}/${name}`, title, `${name}[${kind}]`, `${namespace}/${kind}/${name}`]);
}

function isKindAndName(text: string, { kind, name }: Workload): boolean {
  const [first, ...rest] = text.split('/');
  return rest.join('/') === name && kindOf(first) === kind;
}

function suggestion(text: string, workloads: readonly Workload[]): string {
  const titles = workloads.map(({ title }) => title);
  const near = nearest(text, titles);
  const [best] = [near, nearest(text.replace(/^.*\//, ''), workloads.map(({ name }) => name))].filter(hint => hint.startsWith('did you mean'));
  return best ?? `the files hold ${titles.slice(0, 10).join(', ')}${titles.length > 10 ? ' …' : ''}`;
}
