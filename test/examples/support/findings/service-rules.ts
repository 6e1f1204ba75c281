import { label, namespaceOf, ObjectSet } from './object-set';
import { forEachWorkload, Rule, subjectWorkloads } from './rule';
import { destinationOf, podPortOf } from './service-address';

/** The Service has pods behind it. */
export const serviceSelectsNoPods: Rule = ({ set, subject }) => set.named(subject)
  .filter(service => set.endpointsOf(service).length === 0)
  .map(service => `${label(service)}: selects no pods`);

/** The Service sends to no pod that a Job runs once. */
export const serviceSelectsJobPods: Rule = ({ set, subject }) => set.named(subject).flatMap(service =>
  set.endpointsOf(service).filter(({ kind }) => kind === 'Job' || kind === 'CronJob').map(job => `${label(service)}: sends to pods of ${label(job)}`));

/** Each target port of the Service is declared by a container of its pods. */
export const servicePortNotDeclared: Rule = ({ set, subject }) => set.named(subject).flatMap((service) => {
  const declared = set.endpointsOf(service).flatMap(({ podSpec }) => podSpec.containers)
    .flatMap((container: any) => container.ports ?? []).flatMap(({ name, containerPort }: any) => [name, containerPort]);
  return service.spec.ports.map((port: any) => podPortOf(service, port.port))
    .filter((port: any) => !declared.includes(port)).map((port: any) => `${label(service)}: no container declares port ${port}`);
});

/** Each backend of the Ingress is a port of a Service with pods. */
export const ingressDeadBackend: Rule = ({ set, subject }) => set.named(subject).flatMap(ingress =>
  (ingress.spec.rules ?? []).flatMap((rule: any) => rule.http?.paths ?? []).flatMap(({ backend }: any) => {
    const service = set.find('Service', namespaceOf(ingress), backend.service.name);
    const { name, number } = backend.service.port;
    const hasPort = service?.spec.ports.some((port: any) => port.port === number || (name !== undefined && port.name === name));
    return service && hasPort && set.endpointsOf(service).length > 0 ? [] : [`${label(ingress)}: nothing answers behind ${backend.service.name}`];
  }));

/** The workload's variables name Services that exist. */
export const urlUnknownService = (...variables: string[]): Rule => scope => forEachWorkload(subjectWorkloads(scope), workload =>
  scope.set.variables(workload).filter(({ name, value }) => variables.includes(name) && value !== undefined)
    .flatMap(({ name, value }) => unknownService(scope.set, name, value!, workload.namespace)));

/** The workload's variables name ports that the Services have. */
export const urlPortMismatch = (...variables: string[]): Rule => scope => forEachWorkload(subjectWorkloads(scope), workload =>
  scope.set.variables(workload).filter(({ name, value }) => variables.includes(name) && value !== undefined)
    .flatMap(({ name, value }) => missingPort(scope.set, name, value!, workload.namespace)));

/** NATS_URL, a variable of the workload or a key of the ConfigMap, leads to a Service and one of its ports. */
export const natsUrlUnresolvable: Rule = scope => scope.subject.startsWith('ConfigMap/')
  ? scope.set.named(scope.subject).flatMap(configMap => wrongNatsUrl(scope.set, configMap.data?.NATS_URL, namespaceOf(configMap)))
  : forEachWorkload(subjectWorkloads(scope), (workload) => {
    const url = scope.set.variables(workload).find(({ name }) => name === 'NATS_URL');
    return url ? wrongNatsUrl(scope.set, url.value, workload.namespace) : ['has no NATS_URL'];
  });

function wrongNatsUrl(set: ObjectSet, url: string | undefined, namespace: string): string[] {
  if (url === undefined) return [];
  return [...unknownService(set, 'NATS_URL', url, namespace), ...missingPort(set, 'NATS_URL', url, namespace)];
}

function unknownService(set: ObjectSet, name: string, value: string, namespace: string): string[] {
  const destination = destinationOf(set, value, namespace);
  return destination.type === 'unknown service' ? [`${name} names ${destination.host}, which is no Service`] : [];
}

function missingPort(set: ObjectSet, name: string, value: string, namespace: string): string[] {
  const destination = destinationOf(set, value, namespace);
  if (destination.type !== 'service' || podPortOf(destination.service, destination.port) !== undefined) return [];
  return [`${name} uses port ${destination.port}, which ${label(destination.service)} does not have`];
}
