import { Facts, Unchecked } from './facts';
import { serviceTarget } from './private/service-target';
import { fullNameOf } from '../../manifest';

/** The references of linted objects to ConfigMaps, Secrets and Services that nobody is known to have or to lack. */
export function findUnchecked({ references, urls, set, options }: Pick<Facts, 'references' | 'urls' | 'set' | 'options'>): Unchecked[] {
  const toConfig = references
    .filter(({ kind, name, workload, optional }) => !optional && set.presence(kind, workload.namespace, name) === 'unknown')
    .map(({ kind, name, workload, place }) => ({ what: `${kind} ${fullNameOf({ namespace: workload.namespace, name })}`, place }));
  const toServices = urls.flatMap((use) => {
    const target = serviceTarget(use, use.host, set, options.zone);
    return target?.presence === 'unknown' ? [{ what: `Service ${fullNameOf(target)}`, place: use.place }] : [];
  });
  return [...toConfig, ...toServices];
}
