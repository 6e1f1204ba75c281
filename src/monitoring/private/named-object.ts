import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { isObjectName } from '../../address/private/dns-name';
import { checkedLabels } from '../../address/private/labels';
import { shown } from '../../address/private/shown';
import { constructError } from '../../app/private/errors';
import { claimName } from '../../app/private/names';
import { withPath } from '../../app/private/with-path';

interface NamedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly labels?: { readonly [key: string]: string };
  readonly spec?: object;
  readonly data?: { readonly [key: string]: string };
}

/**
 * Renders an object in the namespace of the chart.
 * @throws if Kubernetes would refuse its name or its labels, or the chart renders it already
 */
export function namedObject(scope: Construct, id: string, { apiVersion, kind, name, labels, ...content }: NamedObject): void {
  if (!isObjectName(name)) {
    throw constructError(scope, `${shown(name)} is no name`, "write at most 253 of a-z, 0-9 and inner '-', in parts joined by dots");
  }
  withPath(scope, () => checkedLabels(labels ?? {}));
  claimName(scope, kind, Chart.of(scope).namespace, name);
  new ApiObject(scope, id, { apiVersion, kind, metadata: { name, labels }, ...content });
}
