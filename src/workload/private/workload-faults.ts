import * as kplus from 'cdk8s-plus-28';
import { isNatsServer } from './nats-endpoint';
import { IEndpoint } from '../../address/endpoint';
import { clusterAddressIn } from '../../address/private/cluster-address';
import { credentialIn } from '../../address/private/credentials';
import { nearest } from '../../address/private/nearest';
import { Config } from '../../config/config';
import { NatsAwareOptions } from '../nats-aware-options';

/** What later calls and escape hatches may have broken, asked at synth; each entry says what to write instead. */
export function workloadFaults(workload: kplus.Workload, options: NatsAwareOptions): string[] {
  return [
    ...overriddenLabels(workload, options.labels),
    ...overriddenSelector(workload, options.labels),
    ...missingContainers(workload, options.wiredContainers ?? []),
    ...unusedReadinessPath(workload, options),
    ...containersOf(workload).flatMap(container => [
      ...hardCodedAddresses(container),
      ...literalCredentials(container),
      ...brokenVariables(workload, container),
      ...doubleMounts(container),
    ]),
    ...doubleNames(workload),
  ];
}

/** Subjects mean nothing to a program that is told no server, unless a Secret or a sidecar tells it. */
export function missingServer({ publishes = [], subscribes = [] }: NatsAwareOptions, endpoints: readonly IEndpoint[]): string[] {
  const [first] = [...publishes, ...subscribes];
  if (!first || endpoints.some(isNatsServer)) return [];
  return [`it uses the subject ${first.subject} and connects to no NATS server; give config, or connect to one`];
}

function overriddenLabels(workload: kplus.Workload, identity: Readonly<Record<string, string>>): string[] {
  return Object.entries(identity)
    .filter(([key, value]) => workload.podMetadata.getLabel(key) !== value)
    .map(([key, value]) => `pod label ${key} is ${workload.podMetadata.getLabel(key)} and the identity says ${value}; remove it from podMetadata`);
}

function overriddenSelector({ matchLabels, matchExpressions }: kplus.Workload, identity: Readonly<Record<string, string>>): string[] {
  const added = [...Object.keys(matchLabels).filter(key => matchLabels[key] !== identity[key]), ...matchExpressions.map(({ key }) => key)];
  return added.map(key => `the selector asks for ${key}, which the identity does not say; remove the call of select, or change labels`);
}

function missingContainers(workload: kplus.Workload, wired: readonly string[]): string[] {
  const names = containersOf(workload).map(container => container.name);
  return wired.filter(name => !names.includes(name))
    .map(name => `wiredContainers names ${name}, which is no container of it; the containers are ${names.join(', ')}`);
}

function unusedReadinessPath({ containers }: kplus.Workload, { readinessPath }: NatsAwareOptions): string[] {
  const ports = containers.flatMap(container => container.ports);
  if (readinessPath === undefined || ports.some(({ protocol = kplus.Protocol.TCP }) => protocol === kplus.Protocol.TCP)) return [];
  return ['readinessPath is given and no container has a TCP port; give one its portNumber, or remove readinessPath'];
}

/** Addresses and NATS settings come from ConfigMaps, by declared connections (rule book §10, item 2). */
function hardCodedAddresses(container: kplus.Container): string[] {
  const variables = Object.entries(container.env.variables)
    .filter(([name, { value }]) => value !== undefined && (name.startsWith('NATS_') || clusterAddressIn(name, value) !== undefined))
    .map(([name]) => `variable ${name} of container ${container.name} hard-codes an address or NATS setting; declare it by config, connectTo or bind`);
  const words = [...container.command ?? [], ...container.args ?? []].filter(word => clusterAddressIn('', word) === 'a NATS URL');
  return [...variables, ...words.map(() => `an argument of container ${container.name} hard-codes a NATS URL; write $(NATS_URL), which is wired`)];
}

function literalCredentials(container: kplus.Container): string[] {
  return Object.entries(container.env.variables).flatMap(([name, { value }]) => {
    const found = value === undefined ? undefined : credentialIn(name, value);
    return found ? [`variable ${name} of container ${container.name} ${found}; put it into a Secret, and wire it by useSecret`] : [];
  });
}

function brokenVariables(workload: kplus.Workload, container: kplus.Container): string[] {
  return Object.entries(container.env.variables).flatMap(([name, { value, valueFrom }]) => {
    const where = `variable ${name} of container ${container.name}`;
    if (value === undefined && valueFrom === undefined) return [`${where} has neither value nor source; give it one, or remove it`];
    const ref = valueFrom?.configMapKeyRef;
    const config = ref?.name && Config._find(workload, workload.metadata.namespace, ref.name);
    return config && !ref.optional && !config._hasKey(ref.key)
      ? [`${where} reads key ${ref.key}, which ConfigMap ${ref.name} lacks; ${nearest(ref.key, config.keys)}`]
      : [];
  });
}

function doubleMounts(container: kplus.Container): string[] {
  const paths = container.mounts.map(mount => mount.path.replace(/(.)\/+$/, '$1'));
  return paths.filter((path, i) => paths.indexOf(path) !== i)
    .map(path => `container ${container.name} mounts two volumes at ${path}, which Kubernetes refuses; remove one`);
}

function doubleNames(workload: kplus.Workload): string[] {
  const names = containersOf(workload).map(container => container.name);
  return names.filter((name, i) => names.indexOf(name) !== i).map(name => `two containers are named ${name}; give each its own name`);
}

function containersOf(workload: kplus.Workload): kplus.Container[] {
  return [...workload.initContainers, ...workload.containers];
}
