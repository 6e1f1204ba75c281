import { IConstruct } from 'constructs';
import { IEndpoint } from '../../address/endpoint';
import { credentialIn } from '../../address/private/credentials';
import { constructError } from '../../app/private/errors';

/**
 * Checks what callers without types, or endpoints of their own, may get wrong.
 * @throws if it is no endpoint, or tells a credential where everybody reads it
 */
export function checkedEndpoint(workload: IConstruct, endpoint: IEndpoint): void {
  if (!Array.isArray(endpoint?.egress) || !Array.isArray(endpoint.variables)) {
    throw constructError(workload, 'connectTo was given something that is no endpoint', 'make one, such as NatsServer.of({ service, namespace }) or HttpsApi.of(host)');
  }
  for (const part of ['url', 'description'] as const) {
    const found = credentialIn('', endpoint[part] ?? '');
    if (found) throw constructError(workload, `the ${part} of an endpoint ${found}`, 'leave it out there, and give it to the program by useSecret');
  }
}
