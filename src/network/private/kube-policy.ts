import { Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { Labels } from './labels';
import { checkedNamespace } from './namespace-name';
import { isObjectName } from '../../address/private/dns-name';
import { checkedLabels } from '../../address/private/labels';
import { shown } from '../../address/private/shown';
import { constructError } from '../../app/private/errors';
import { claimName } from '../../app/private/names';
import { PlainObject } from '../../app/private/plain-object';
import { withPath } from '../../app/private/with-path';
import { PodSelection } from '../pod-selection';

interface PolicyMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Labels;
  readonly annotations?: Labels;
}

/**
 * Makes the NetworkPolicy that is the default child of a construct.
 * @param spec called when the manifest is rendered, so that what was added later counts
 */
export function kubePolicy(scope: Construct, metadata: PolicyMetadata, spec: () => object): void {
  const { name, namespace, labels, annotations } = metadata;
  withPath(scope, () => checkMetadata(metadata));
  claimName(scope, 'NetworkPolicy', namespace, name);
  new PlainObject(scope, 'Resource', {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace, labels, annotations }, fields: { spec },
  });
}

/**
 * The namespace of a policy, which is that of the pods it selects.
 * @throws if both are given and differ
 */
export function policyNamespace(scope: IConstruct, selects: PodSelection, given?: string): string | undefined {
  const selected = selects.inNamespace;
  if (given !== undefined && selected !== undefined && given !== selected) {
    throw constructError(scope, `a policy in namespace ${given} never selects pods of namespace ${selected}`, 'give one of the two only');
  }
  return given ?? selected ?? Chart.of(scope).namespace;
}

function checkMetadata({ name, namespace, labels = {}, annotations = {} }: PolicyMetadata): void {
  if (!isObjectName(name)) throw new Error(`${shown(name)} is no name; write at most 253 of a-z, 0-9 and inner '-', in parts joined by dots`);
  if (namespace !== undefined) checkedNamespace(namespace);
  checkedLabels(labels);
  // Keys of annotations follow the rules of label keys, their values none.
  checkedLabels(Object.fromEntries(Object.keys(annotations).map(key => [key, ''])));
}
