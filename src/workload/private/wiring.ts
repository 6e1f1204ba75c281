import { Chart, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { documentConnections } from './annotations';
import { grantApiAccess } from './api-access';
import { checkedEndpoint } from './checked-endpoint';
import { announceClient, announceTarget, Party } from './clients';
import { configChecksum } from './config-checksum';
import { containerFault, hasMovingTag } from './container-checks';
import { initContainer, portOf, regularContainer } from './container-defaults';
import { endpointVariables } from './endpoint-variables';
import { hostNetworkWarnings, unresolvedNames } from './host-network';
import { claimIdentity } from './identities';
import { knownConfig } from './known-config';
import { recordNatsConnection } from './nats-connection';
import { isNatsServer } from './nats-endpoint';
import { completePodSpec } from './pod-spec';
import { declareSubject, prefixVariables, SubjectRole } from './subjects';
import { Variable, Variables } from './variables';
import { initContainersOf, NatsWait } from './wait-for-nats';
import { WiredVariable } from './wired-variable';
import { WiringOptions } from './wiring-options';
import { missingServer, workloadFaults } from './workload-faults';
import { EndpointVariable, IEndpoint } from '../../address/endpoint';
import { KnownSecret } from '../../address/known-secret';
import { KubernetesApi } from '../../address/kubernetes-api';
import { deferWarnings } from '../../app/private/deferred-warnings';
import { constructError } from '../../app/private/errors';
import { claimName } from '../../app/private/names';
import { withPath } from '../../app/private/with-path';
import { Warnings } from '../../app/warnings';
import { Config } from '../../config/config';
import { egressPolicyFor, ingressPolicyFor, SharedEgressPolicy } from '../../network/private/identity-policies';
import { SubjectBinding } from '../../subject/subject-binding';
import { ConnectOptions, INatsAwareWorkload, UseConfigOptions, UseSecretOptions } from '../nats-aware-workload';

const CHECKSUM_ANNOTATION = 'petrosa.io/config-checksum';

/** A workload of the library, seen by what all of them share. */
export type WiredWorkload = kplus.Workload & INatsAwareWorkload;

/** What all workloads share: identity, variables, connections and their policies. */
export class Wiring {
  /** What selects the pods. Empty while the constructor of cdk8s-plus runs, where only a StatefulSet's Service asks. */
  public static selectorOf(wiring: Wiring | undefined): kplus.PodSelectorConfig {
    const namespace = wiring?.namespace;
    return {
      labelSelector: kplus.LabelSelector.of({ labels: { ...wiring?.options.labels } }),
      namespaces: namespace === undefined ? undefined : { names: [namespace] },
    };
  }

  private readonly variables: Variables;
  private readonly endpoints: IEndpoint[] = [];
  private readonly options: WiringOptions;
  private readonly egress: SharedEgressPolicy;
  private readonly wait?: NatsWait;
  private serviceAccountName?: string;

  public constructor(private readonly workload: WiredWorkload, options: WiringOptions) {
    this.options = { ...options, labels: workload.identity };
    this.variables = new Variables(workload);
    this.egress = this.namePolicies();
    this.wait = options.waitForNats && new NatsWait(workload.initContainers[0], options.waitForNats);
    this.claim();
    this.labelPods();
    this.wireDeclared();
    const containers = [...workload.initContainers, ...workload.containers];
    const given = [...initContainersOf(options), ...options.containers ?? []];
    containers.forEach((container, i) => this.attach(container, given[i], workload.initContainers.includes(container)));
    documentConnections(workload, this.options, this.endpoints);
    if (options.publishes ?? options.subscribes) deferWarnings(workload, () => missingServer(this.options, this.endpoints));
    for (const warning of hostNetworkWarnings(options)) Warnings.add(workload, warning);
    deferWarnings(workload, () => unresolvedNames(options, this.endpoints));
    const { variables, wait } = this;
    workload.node.addValidation({ validate: () => [...variables.overwritten(), ...wait?.faults() ?? [], ...workloadFaults(workload, this.options)] });
  }

  /** Takes a container in: checked, wired, its own variables after what is wired already. */
  public attach(container: kplus.Container, given: kplus.ContainerProps, init: boolean): void {
    const fault = containerFault(given);
    if (fault) throw constructError(this.workload, fault.wrong, fault.instead);
    if (hasMovingTag(container.image)) {
      Warnings.add(this.workload, `image ${container.image} of container ${container.name} has no fixed tag, so nobody knows what runs; write the version`);
    }
    // Probes without a port go to the container's first one; cdk8s-plus knows it by `portNumber` only.
    (container as { portNumber?: number }).portNumber ??= portOf(given);
    if (this.options.wiredContainers?.includes(container.name) ?? !init) this.variables.addContainer(container);
    this.variables.addOwn(container, given.envVariables);
  }

  /** Takes in a container that was made elsewhere; it keeps its own settings, and its own variables come first. */
  public attachReady(container: kplus.Container): void {
    const { name, image, ports, resources, env } = container;
    this.attach(container, { name, image, ports, resources, envVariables: env.variables }, false);
  }

  /** A container with the defaults of the workload. */
  public complete(container: kplus.ContainerProps, init: boolean): kplus.ContainerProps {
    return init ? initContainer(container, this.options) : regularContainer(container, this.options);
  }

  public useConfig(config: Config, options: UseConfigOptions = {}): void {
    if (!config.owned && !options.keys) {
      throw constructError(this.workload, `ConfigMap ${config.configMapName} is imported, so using every key would wire what other workloads read`,
        'give the keys: useConfig(config, { keys: [...] })');
    }
    this.checkRename(options.keys ?? config.keys, options.rename);
    const plain: Variable[] = [];
    for (const key of options.keys ?? config.keys) {
      const name = renamed(key, options);
      if (config._hasEndpoint(key)) {
        this.variables.wire(...plain.splice(0));
        // An address without a way to it is half a connection.
        this.connectTo(config.endpoint(key), { env: name });
      } else {
        plain.push({ name, value: this.keyValue(config, key) });
      }
    }
    this.variables.wire(...plain);
  }

  public useSecret(secret: KnownSecret, options: UseSecretOptions): void {
    this.checkRename(options.keys, options.rename);
    this.variables.wire(...options.keys.map(key => {
      const { secretName } = withPath(this.workload, () => secret.key(key));
      return { name: renamed(key, options), value: secretValue(secretName, key) };
    }));
  }

  public connectTo(endpoint: IEndpoint, options: ConnectOptions = {}): void {
    checkedEndpoint(this.workload, endpoint);
    const variables = endpointVariables(this.workload, endpoint, options).map(variable => this.wired(variable));
    this.variables.wire(...variables);
    if (isNatsServer(endpoint)) {
      this.wait?.announce(endpoint, variables);
      recordNatsConnection(this.workload, { name: this.workload.name, server: endpoint, variables, options: this.options });
    }
    if (endpoint instanceof KubernetesApi) this.serviceAccountName = grantApiAccess(this.workload, endpoint, this.options.labels);
    this.endpoints.push(endpoint);
    this.egress.addEndpoint(endpoint);
    announceClient(this.party, endpoint);
  }

  public podSpec(spec: kplus.k8s.PodSpec): kplus.k8s.PodSpec {
    return completePodSpec(spec, this.options, this.serviceAccountName);
  }

  private get namespace(): string | undefined {
    return this.workload.metadata.namespace;
  }

  private claim(): void {
    const { kind, labels, podMetadata, runsToCompletion, sharesPodsWith = [] } = this.options;
    const podLabels = { ...podMetadata?.labels, ...labels };
    claimName(this.workload, kind, this.namespace, this.workload.name);
    claimIdentity({ workload: this.workload, labels, podLabels, runsToCompletion, sharesPodsWith }, this.namespace);
    announceTarget(this.party);
  }

  private get party(): Party {
    return { workload: this.workload, labels: this.options.labels, namespace: this.namespace };
  }

  /** The policies are named before anybody connects, since each keeps the name under which it is first rendered. */
  private namePolicies(): SharedEgressPolicy {
    const { labels, clusterDns, egressPolicyName, ingressPolicyName } = this.options;
    const identity = { labels, namespace: this.namespace };
    const chart = Chart.of(this.workload);
    ingressPolicyFor(chart, { ...identity, name: ingressPolicyName });
    return egressPolicyFor(chart, { ...identity, name: egressPolicyName, dns: clusterDns });
  }

  private labelPods(): void {
    const { podMetadata } = this.workload;
    // The address label of cdk8s-plus changes with the construct path, and selectors are immutable.
    podMetadata.addLabel(kplus.Pod.ADDRESS_LABEL, Lazy.any({ produce: () => undefined }));
    for (const [key, value] of Object.entries(this.options.labels)) podMetadata.addLabel(key, value);
    if (!this.options.runsToCompletion) {
      podMetadata.addAnnotation(CHECKSUM_ANNOTATION, Lazy.any({ produce: () => configChecksum(this.workload) }));
    }
  }

  private wireDeclared(): void {
    const { config, publishes = [], subscribes = [] } = this.options;
    if (config) this.connectTo(config.nats);
    for (const binding of publishes) this.declareSubject(binding, 'publishes');
    for (const binding of subscribes) this.declareSubject(binding, 'subscribes');
  }

  private declareSubject(binding: SubjectBinding, role: SubjectRole): void {
    const variables = [...prefixVariables(this.workload, binding, this.options.config), ...declareSubject(this.workload, binding, role)];
    for (const { name, config, key, value } of variables) {
      if (config) this.wireKey(name, config, key);
      else this.variables.wire({ name, value: kplus.EnvValue.fromValue(value) });
    }
  }

  private wired({ name, source: { config, key, secret, value }, holdsAddress = false }: EndpointVariable): WiredVariable {
    if (config) return { name, value: this.keyValue(knownConfig(this.workload, config), key!), holdsAddress };
    return { name, value: secret ? secretValue(secret.secretName, secret.key) : kplus.EnvValue.fromValue(value!), holdsAddress };
  }

  private wireKey(name: string, config: Config, key: string): void {
    this.variables.wire({ name, value: this.keyValue(config, key) });
  }

  private keyValue(config: Config, key: string): kplus.EnvValue {
    config._requireNamespace(this.workload, this.namespace);
    config._requireKey(this.workload, key);
    config._markUsed(key);
    return kplus.EnvValue.fromConfigMap(config, key);
  }

  private checkRename(keys: readonly string[], rename: { readonly [key: string]: string } = {}): void {
    const stray = Object.keys(rename).find(key => !keys.includes(key));
    if (stray) throw constructError(this.workload, `rename names the key ${stray}, which is not among the keys used`, `add ${stray} to keys, or remove it from rename`);
  }
}

function renamed(key: string, { rename = {} }: { readonly rename?: { readonly [key: string]: string } }): string {
  return Object.hasOwn(rename, key) ? rename[key] : key;
}

/** A reference needs the Secret's name alone; importing it would add a construct for each use. */
function secretValue(name: string, key: string): kplus.EnvValue {
  return kplus.EnvValue.fromSecretValue({ secret: { name } as kplus.ISecret, key });
}
