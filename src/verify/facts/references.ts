import { ConfigReference } from './facts';
import { Container, Workload } from '../../manifest';

const KINDS = { configMap: 'ConfigMap', secret: 'Secret' } as const;

/** The references of a workload to ConfigMaps and Secrets. */
export function findReferences(workload: Workload): ConfigReference[] {
  const volumes = workload.volumes.flatMap(({ type, name, keys, optional, place }): ConfigReference[] => {
    const whole = { workload, kind: KINDS[type], name, optional, by: 'volume' as const, place };
    return keys ? keys.map(({ key, place: item }) => ({ ...whole, key, place: item })) : [whole];
  });
  return [...workload.containers.flatMap(ofContainer), ...volumes];
}

function ofContainer(container: Container): ConfigReference[] {
  const { workload } = container;
  const whole = container.variablesFrom.map(({ type, name, optional, place }): ConfigReference =>
    ({ workload, kind: KINDS[type], name, optional, by: 'envFrom', place }));
  const single = container.variables.flatMap(({ name: variable, source, place }): ConfigReference[] => {
    if (!source || source.type === 'field') return [];
    const { type, name, key, optional } = source;
    return [{ workload, kind: KINDS[type], name, key, optional, by: 'env', variable, place }];
  });
  return [...whole, ...single];
}
