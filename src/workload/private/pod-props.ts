import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { initContainer, regularContainer } from './container-defaults';
import { podDns } from './host-network';
import { Settings, settingFault } from './setting-checks';
import { initContainersOf } from './wait-for-nats';
import { isDnsName } from '../../address/private/dns-name';
import { checkedLabels } from '../../address/private/labels';
import { NatsAwareOptions } from '../nats-aware-options';

/** How long clients drain by default. */
const DRAIN = Duration.seconds(30);

/** What a program needs to notice its end, and to close after the drain. */
const CLOSING_SECONDS = 15;

/** The props as cdk8s-plus takes them, checked before anything is made; containers have their defaults. */
export function podProps<T extends kplus.WorkloadProps & NatsAwareOptions & Settings>(scope: Construct, id: string, props: T, longestName = 253): T {
  const fault = propsFault(props, longestName);
  if (fault) throw new Error(`${scope.node.path ? `${scope.node.path}/` : ''}${id}: ${fault}`);
  return {
    ...props,
    metadata: { ...props.metadata, labels: { ...props.labels, ...props.metadata?.labels } },
    containers: props.containers?.map(container => regularContainer(container, props)),
    initContainers: initContainersOf(props).map(container => initContainer(container, props)),
    select: false,
    dns: podDns(props),
    terminationGracePeriod: props.terminationGracePeriod ?? Duration.seconds((props.drainTimeout ?? DRAIN).toSeconds() + CLOSING_SECONDS),
  };
}

function propsFault(props: kplus.WorkloadProps & NatsAwareOptions & Settings, longestName: number): string | undefined {
  const name = props.metadata?.name;
  // Callers without types may leave it out.
  const identity = props.labels ?? {};
  const labels = labelFault(identity);
  const podLabels = props.podMetadata?.labels ?? {};
  const overridden = Object.keys(podLabels).find(key => Object.hasOwn(identity, key) && podLabels[key] !== identity[key]);
  const checks: [boolean, string][] = [
    [name === undefined, 'it has no name; give metadata.name, since names derived from the construct path change when it moves'],
    [name !== undefined && (!isDnsName(name) || name.length > longestName),
      `"${name}" is no name that Kubernetes takes; write lowercase letters, digits, hyphens and dots, at most ${longestName}`],
    [Object.keys(identity).length === 0, 'labels is empty and would select every pod of the namespace; give at least one, such as app'],
    [labels !== undefined, `${labels}`],
    [overridden !== undefined, `podMetadata gives label ${overridden} another value than the identity; remove it there, or change labels`],
    [props.isolate === true, 'isolate closes every pod of the namespace; use DefaultDenyPolicy'],
    [props.wiredContainers?.length === 0, 'wiredContainers is empty and would wire nothing; name a container, or leave it out'],
    [props.select !== undefined, 'select is decided by labels; remove it'],
  ];
  return checks.find(([fails]) => fails)?.[1] ?? settingFault(props);
}

function labelFault(labels: { readonly [key: string]: string }): string | undefined {
  try {
    checkedLabels(labels);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
