import { Lazy } from 'cdk8s';
import { Resource } from 'cdk8s-plus-28';
import { isNatsServer } from './nats-endpoint';
import { IEndpoint } from '../../address/endpoint';
import { SubjectBinding } from '../../subject/subject-binding';
import { NatsAwareOptions } from '../nats-aware-options';

/** Documents the workload's dependencies on its own metadata, where a change of them rolls no pod (rule book §10, item 7). */
export function documentConnections(workload: Resource, options: NatsAwareOptions, endpoints: readonly IEndpoint[]): void {
  document(workload, 'petrosa.io/nats-server', () => descriptions(endpoints.filter(isNatsServer)));
  document(workload, 'petrosa.io/nats-publishes', () => subjects(options.publishes));
  document(workload, 'petrosa.io/nats-subscribes', () => subjects(options.subscribes));
  document(workload, 'petrosa.io/connects-to', () => descriptions(endpoints.filter(endpoint => !isNatsServer(endpoint))));
}

function document(workload: Resource, annotation: string, values: () => string[]): void {
  workload.metadata.addAnnotation(annotation, Lazy.any({ produce: () => [...new Set(values())].sort().join(', ') || undefined }));
}

function subjects(bindings: readonly SubjectBinding[] = []): string[] {
  return bindings.map(({ subject, queueGroup }) => queueGroup === undefined ? subject : `${subject} (queue ${queueGroup})`);
}

function descriptions(endpoints: readonly IEndpoint[]): string[] {
  return endpoints.map(({ description }) => description);
}
